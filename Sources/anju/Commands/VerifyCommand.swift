import ArgumentParser

/// Checks what somebody shows: records of decisions, and permits.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a recorded decision by deciding it again, or a permit by its code.",
    discussion: """
      anju verify FILE… checks records; a record that is called permit or records is named by \
      its path, such as ./permit. anju verify permit checks a permit without a network.
      """,
    subcommands: [VerifyRecordsCommand.self, VerifyPermitCommand.self],
    defaultSubcommand: VerifyRecordsCommand.self
  )
}
