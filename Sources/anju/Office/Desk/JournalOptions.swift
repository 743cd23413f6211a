import ArgumentParser
import EventStore
import ExpressionLanguage
import Foundation

/// Which journal, and the master key that opens it.
struct JournalOptions: ParsableArguments {
  @Option(help: "The journal. Also ANJU_STORE; without both, office.anju in this folder.")
  var store: String?

  @Option(
    name: [.customLong("master-key"), .customLong("key-file")],
    help: "The file with the master key, for your eyes only. Also ANJU_MASTER_KEY, the key itself."
  )
  var masterKey: String?

  @Flag(help: "The journal is a demo, opened with the key that everybody knows.")
  var demo = false

  @Option(help: "The language of results and messages: en or zh.")
  var language: Language = Console.language

  /// The file of the journal.
  var path: String {
    store ?? ProcessInfo.processInfo.environment["ANJU_STORE"] ?? "office.anju"
  }

  /// The master key.
  ///
  /// - Throws: `StoreError.masterKey`.
  func keys() throws -> MasterKeys {
    if demo { return .demo }
    if let masterKey { return try MasterKeys(file: masterKey) }
    return try MasterKeys(environment: ProcessInfo.processInfo.environment)
  }
}
