import ArgumentParser
import Casework

/// Confirm, as the relocated unit, that the applicant is of its staff; or deny it.
struct OfficeConfirmRelocation: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm-relocation",
    abstract: "Confirm, as the relocated unit, that the applicant is of its staff; or deny it."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  @Option(help: "The unit.")
  var unit: String

  @Flag(help: "Deny it.")
  var deny = false

  func command() throws -> Command {
    .application(.confirmRelocation(number: number, isConfirmed: !deny, unit: unit))
  }
}
