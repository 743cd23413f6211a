import ArgumentParser
import Casework

/// Endorse the permit for another year; late endorsement restores it.
struct OfficeEndorse: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "endorse",
    abstract: "Endorse the permit for another year; late endorsement restores it."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Flag(help: "Refuse it, because the conditions are no longer met.")
  var refuse = false

  func command() throws -> Command {
    .permit(refuse ? .refuseEndorsement : .endorse)
  }
}
