import ArgumentParser
import EventStore
import ExpressionLanguage
import FoundationEssentials

/// Which journal, which master key, and the language of messages.
struct StoreOptionGroup: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp(
      "The journal's file. Also ANJU_STORE; without both, office.anju in this folder.",
      valueName: "file"
    )
  )
  var named: String?

  @Option(
    name: [.customLong("key-file"), .customLong("master-key")],
    help: ArgumentHelp("A file with the master key, mode 0600.", valueName: "file")
  )
  var keyFile: String?

  @Flag(help: "The journal is a demonstration.")
  var demo = false

  @Option(help: "The language of messages: en or zh.")
  var language: Language = Console.language

  /// The file of the journal.
  var store: String {
    named ?? ProcessInfo.processInfo.environment["ANJU_STORE"] ?? "office.anju"
  }

  /// The master key.
  func keys() throws -> MasterKeys {
    try MasterKeys.chosen(
      file: keyFile,
      environment: ProcessInfo.processInfo.environment,
      isDemo: demo
    )
  }

  /// The master key, if one was named.
  func keysIfNamed() throws -> MasterKeys? {
    let variable = ProcessInfo.processInfo.environment[MasterKeys.variable] ?? ""
    return keyFile == nil && !demo && variable.isEmpty ? nil : try keys()
  }

  /// Does something with a journal; what the store refuses is said on standard error.
  func run<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
    do {
      return try await work()
    } catch let error as StoreError {
      Console.complain("anju: \(error.text[language])\n")
      throw error.exitCode
    }
  }

  /// Says something on standard output.
  func say(_ english: String, _ chinese: String) {
    Console.write((language == .chinese ? chinese : english) + "\n")
  }
}

extension StoreError {
  /// 73 for what cannot be written, else 65.
  var exitCode: ExitCode {
    switch self {
    case .busy, .full, .readOnly, .exists, .device: .cannotWrite
    default: .badData
    }
  }
}

extension JournalHead {
  /// The hash in hexadecimal digits.
  var hexadecimal: String {
    hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
