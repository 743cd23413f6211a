import ArgumentParser

/// Commands for people who write measures.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Check measures, run their scenarios, compare versions, write them as pages.",
    subcommands: [
      PolicyCheckCommand.self, PolicyTestCommand.self, PolicyDiffCommand.self,
      PolicyRenderCommand.self,
    ]
  )
}
