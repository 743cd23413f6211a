import ArgumentParser

/// What is done for a journal as a whole.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Verify, copy and look after a journal.",
    discussion: """
      The master key comes from --key-file, which only its owner may read, or from the environment \
      variable ANJU_MASTER_KEY: 32 bytes in Base64 or hexadecimal digits. --demo opens a \
      demonstration, and nothing else.
      """,
    subcommands: [
      StoreVerifyCommand.self, StoreHeadCommand.self, StoreBackupCommand.self,
      StoreRestoreCommand.self, StoreDestroyCommand.self, StoreRotateKeysCommand.self,
    ]
  )
}
