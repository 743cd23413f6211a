import ArgumentParser
import Casework

/// Approve what the measures find open.
struct OfficeApprove: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve what the measures find open."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  func command() throws -> Command {
    .application(.approve(number: number))
  }
}
