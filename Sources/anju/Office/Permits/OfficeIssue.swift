import ArgumentParser
import Casework

/// Issue the permit of an approved application.
struct OfficeIssue: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Issue the permit of an approved application."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  @Option(help: "The serial number printed on the card.")
  var serial: String

  func command() throws -> Command {
    .permit(.issue(application: number, serial: serial))
  }
}
