import ArgumentParser
import Casework

/// Hand in an application for the permit; the receipt comes at once.
struct OfficeSubmit: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Hand in an application for the permit; the receipt comes at once."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Option(help: "employment, residence, study or relocation.")
  var basis: Basis

  @Option(parsing: .upToNextOption, help: "The papers handed in, by their names in the measure.")
  var papers: [String] = []

  @Flag(help: "It came in on line; otherwise on paper.")
  var online = false

  func command() throws -> Command {
    .application(.submit(basis: basis, medium: online ? .online : .paper, papers: papers))
  }
}
