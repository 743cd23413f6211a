import ArgumentParser
import Casework

/// Report the card as lost; it is void at once.
struct OfficeLoss: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "loss",
    abstract: "Report the card as lost; it is void at once."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  func command() throws -> Command {
    .permit(.reportLoss)
  }
}
