import ArgumentParser
import Casework

/// Refuse what the measures find closed, with their reasons and the ways to seek review.
struct OfficeRefuse: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract:
      "Refuse what the measures find closed, with their reasons and the ways to seek review."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  func command() throws -> Command {
    .application(.refuse(number: number))
  }
}
