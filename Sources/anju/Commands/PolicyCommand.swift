import ArgumentParser

/// Commands for people who write measures.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Write measures, check them, run their scenarios, write them as pages.",
    subcommands: [
      PolicyCheckCommand.self, PolicyTestCommand.self, PolicyNewCommand.self,
      PolicyFormatCommand.self, PolicyFactsCommand.self, PolicyRenderCommand.self,
    ]
  )
}
