import ArgumentParser
import EventStore

/// Wraps all keys under a new master key.
struct StoreRotateKeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate-keys",
    abstract: "Wrap all keys under a new master key; the old one then opens nothing here.",
    discussion: """
      All or nothing: if it is broken off, the old key stays in force, and the command is given \
      again. Backups made before still want the old key.

      Exit codes: 0 done, 64 usage, 65 no journal, or a key is refused, 73 the journal is in use \
      or cannot be written.
      """
  )

  @OptionGroup var options: StoreOptionGroup

  @Option(help: ArgumentHelp("A file with the new master key, mode 0600.", valueName: "file"))
  var newKeyFile: String

  func run() async throws {
    try await options.run {
      let store = try SQLiteStore.open(
        path: options.store,
        keys: try options.keys(),
        options: StoreOptions(access: .writingExisting)
      )
      defer { store.close() }
      try await store.rotateKeys(to: try MasterKeys(file: newKeyFile))
    }
    options.say(
      "\(options.store): the new master key is in force",
      "\(options.store)：新主密钥已启用"
    )
  }
}
