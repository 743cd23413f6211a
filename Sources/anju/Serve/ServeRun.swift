import Accounts
import ExpressionLanguage
import EventStore
import Foundation
import Logging
import PermitCredential
import Policy
import Registry
import WebService

/// One run of the service: opens what it needs, answers until it is told to stop, closes.
struct ServeRun {
  private let configuration: ServeConfiguration
  private let isDemo: Bool
  private let people: Int
  private let language: Language
  private let environment = ProcessInfo.processInfo.environment

  init(
    _ configuration: ServeConfiguration,
    isDemo: Bool,
    people: Int,
    _ language: Language
  ) {
    self.configuration = configuration
    self.isDemo = isDemo
    self.people = people
    self.language = language
  }

  func run() async throws {
    // The pages take as long as all the rest, and need nothing of it.
    let pages = Task.detached { try PageLibrary.embedded() }
    var settings = try ServeSettings.read(configuration, isDemo: isDemo)
    let folder = ServeFolder(path: configuration["folder"] ?? ".")
    let keys = try ServeFolder.keys(configuration, environment: environment, isDemo: isDemo)
    let library = try PolicyFolder.library(configuration["policies"], language)
    let laws = LawCabinet(library, jurisdiction: configuration["jurisdiction"] ?? "xiongan")
    if !isDemo, FileStatus(folder.path) == nil { try PrivateFile.makeFolder(folder.path) }
    if isDemo {
      try await DemoService(folder, laws: laws, people: people, language).prepare()
      settings.demoPeople = try DemoService.people(of: folder)
    }
    let store = try SQLiteStore.open(
      path: folder.journal,
      keys: keys.master,
      schema: Office.schema,
      options: StoreOptions(access: isDemo ? .writingExisting : .writing)
    )
    defer { store.close() }
    let accounts = try await AccountStore.open(
      path: folder.accounts,
      key: keys.accounts,
      options: try ServeSettings.accounts(configuration, isDemo: isDemo)
    ) { OfficeClock.system.now().milliseconds }
    defer { try? accounts.close() }
    let service = Service(
      office: Office.open(store: store, laws: laws),
      accounts: accounts,
      permits: try await permits(folder),
      library: library,
      pages: try await pages.value,
      settings: settings,
      sealKey: keys.seal,
      logger: logger
    )
    let language = language
    try await listening(at: settings) {
      try await WebApplication.run(service) { port in
        let address = service.settings.address(port: port)
        Console.write(
          language == .chinese ? "安居已在 \(address) 运行\n" : "Anju answers at \(address)\n"
        )
      }
    }
  }

  /// Says which address is taken, where it is.
  private func listening(
    at settings: ServiceSettings,
    _ work: () async throws -> Void
  ) async throws {
    do { try await work() } catch is AddressTaken {
      let (host, port) = (settings.host, settings.port)
      throw BadInput(
        english: "port \(port) of \(host) is taken by another program; name another with --port",
        chinese: "\(host) 的端口 \(port) 已被其他程序占用；请用 --port 另行指定"
      )
    }
  }

  private func permits(_ folder: ServeFolder) async throws -> PermitProofs {
    if isDemo {
      return PermitProofs(
        keys: try await SigningKeys.kept(folder: folder.permitKeys),
        places: .demo,
        issuer: SigningKeys.demoIssuer
      )
    }
    let isInEnvironment = environment[SigningKeys.variable] != nil
    return PermitProofs(
      keys: isInEnvironment
        ? try await .chosen(folder: nil, environment: environment, isDemo: false)
        : try await .kept(folder: folder.permitKeys),
      places: isInEnvironment
        ? try .chosen(folder: nil, environment: environment, isDemo: false)
        : try .kept(folder: folder.permitKeys),
      issuer: configuration["jurisdiction"] ?? "xiongan"
    )
  }

  private var logger: Logger {
    let isJSON = configuration["log format"] == "json"
    var logger = Logger(label: "anju") { label -> any LogHandler in
      isJSON ? JSONLogHandler(label: label) : StreamLogHandler.standardError(label: label)
    }
    logger.logLevel = configuration["log level"].flatMap(Logger.Level.init(rawValue:)) ?? .info
    return logger
  }
}

extension SigningKeys {
  /// The keys of a folder; the first is made where the folder has none.
  fileprivate static func kept(folder: String) async throws -> SigningKeys {
    if FileStatus(folder) == nil {
      try PrivateFile.makeFolder(folder)
      return try await .rotate(folder: folder, now: Int64(Date().timeIntervalSince1970))
    }
    return try await .opened(folder: folder)
  }
}
