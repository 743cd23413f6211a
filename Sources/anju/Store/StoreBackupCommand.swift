import ArgumentParser
import EventStore

/// Copies a journal while it is used.
struct StoreBackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a journal as it is at one moment, while it is used.",
    discussion: """
      The copy is one file that only its owner may read; it has its name once it is whole. \
      Persons whose data are destroyed later are still in it: see the guide.

      Exit codes: 0 done, 64 usage, 65 no journal, or not the key, 73 the copy cannot be written, \
      or is there already.
      """
  )

  @OptionGroup var options: StoreOptionGroup

  @Argument(help: ArgumentHelp("The copy.", valueName: "file"))
  var copy: String

  func run() async throws {
    let head = try await options.run {
      let store = try SQLiteStore.open(
        path: options.store,
        keys: try options.keys(),
        options: StoreOptions(access: .reading)
      )
      defer { store.close() }
      return try await store.backup(to: copy)
    }
    options.say("\(copy): written", "\(copy)：已写入")
    StoreHeadCommand.say(head, options)
  }
}
