import ArgumentParser

/// Commands for people who write measures.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Write measures, check them and run their scenarios.",
    subcommands: [
      PolicyCheckCommand.self, PolicyTestCommand.self, PolicyNewCommand.self,
      PolicyFormatCommand.self, PolicyFactsCommand.self,
    ]
  )
}
