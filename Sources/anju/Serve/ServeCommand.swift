import Accounts
import ArgumentParser
import Casework
import Crypto
import EventStore
import ExpressionLanguage
import Foundation
import Logging
import Registry
import WebService

/// Runs the web service.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Run the web service: pages and API."
  )

  @OptionGroup var journal: JournalOptions

  @Option(help: "The port.")
  var port: Int = 8080

  @Flag(help: "Print every route with who may come, as JSON, and end.")
  var routes = false

  func run() async throws {
    if routes {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Console.write(String(decoding: try encoder.encode(RouteTable.rows), as: UTF8.self) + "\n")
      return
    }
    var settings = ServiceSettings()
    settings.port = port
    settings.isDemo = journal.demo
    let store = try SQLiteStore.open(
      path: journal.path,
      keys: try journal.keys(),
      schema: Office.schema
    )
    defer { store.close() }
    let library = try PolicyFolder.library(nil, journal.language)
    let office = Office.open(
      store: store,
      laws: LawCabinet(library, jurisdiction: "xiongan")
    )
    let key = SymmetricKey(size: .bits256)
    let accounts = try await AccountStore.open(path: journal.path + ".accounts", key: key) {
      OfficeClock.system.now().milliseconds
    }
    let service = Service(
      office: office,
      accounts: accounts,
      library: library,
      pages: try .embedded(),
      settings: settings,
      sealKey: key,
      logger: Logger(label: "anju")
    )
    try await WebApplication.build(service).runService()
  }
}
