import ArgumentParser

/// Commands for people who write measures.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Check measures and run their scenarios.",
    subcommands: [PolicyCheckCommand.self, PolicyTestCommand.self, PolicyDiffCommand.self]
  )
}
