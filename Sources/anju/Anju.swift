import ArgumentParser

/// The command line of Anju.
@main
struct Anju: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anju",
    abstract: "Decides who may live, be served and settle in a city, by the measure as written.",
    discussion: """
      A measure is a Markdown document in the law's own order, and that document is the program. \
      Each result cites its article; what is not official says so.

      Exit codes: 0 done, 1 something is wrong in what was checked, 2 nothing is open and \
      something is undetermined, 64 usage, 65 bad data, 73 cannot write.
      """,
    version: Engine.version,
    subcommands: [
      AssessCommand.self, AskCommand.self, VerifyCommand.self, PolicyCommand.self,
      OfficeCommand.self, PermitCodesCommand.self, StoreCommand.self, ServeCommand.self,
      AccountsCommand.self,
    ]
  )
}
