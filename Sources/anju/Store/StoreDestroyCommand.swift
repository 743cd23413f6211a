import ArgumentParser
import EventStore
import FoundationEssentials
import Registry

/// Destroys what is known about one subject.
struct StoreDestroyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy",
    abstract: "Destroy what is known about a subject, for ever.",
    discussion: """
      The key, the payloads and the rows of read models go, and the journal tells that they went, \
      why, and who ordered it. The file is written anew, which takes as long as it is large. \
      Of a person with several files that were merged, all of them go; the account at the service \
      goes when that next starts. \
      Backups made before still hold the data: destroy those too, or change the master key and \
      destroy the old one.

      Exit codes: 0 done, 64 usage, 65 no journal, not the key, or no such subject, 73 the journal \
      is in use or cannot be written.
      """
  )

  @OptionGroup var options: StoreOptionGroup

  @Option(help: "The subject's opaque name.")
  var subject: String

  @Option(help: "Why, as a code without blanks.")
  var reason: String

  @Option(help: "Who ordered it, as an opaque name.")
  var actor: String

  @Flag(help: "Yes, for ever.")
  var forEver = false

  func validate() throws {
    if !forEver { throw ValidationError("what is destroyed never comes back: add --for-ever") }
  }

  func run() async throws {
    try await options.run {
      let store = try SQLiteStore.open(
        path: options.store,
        keys: try options.keys(),
        options: StoreOptions(access: .writingExisting)
      )
      defer { store.close() }
      let order = Destruction(subject: subject, reason: reason, actor: actor)
      let time = Int64(Date().timeIntervalSince1970 * 1_000)
      try await PersonErasure.run(order, in: store, time: time)
    }
    options.say("\(subject): destroyed", "\(subject)：已销毁")
  }
}
