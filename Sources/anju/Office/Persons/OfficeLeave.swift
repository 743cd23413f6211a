import ArgumentParser
import Casework

/// End a residence registration: the person has moved away from the address.
struct OfficeLeave: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: "End a residence registration: the person has moved away from the address."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the registration in the file.")
  var residence: Int

  @Option(help: "The last day there; today without it.")
  var last: String?

  func command() throws -> Command {
    .person(.endResidence(residence: residence, last: try day(last, "--last")))
  }
}
