import ArgumentParser
import Casework

/// Hand in what the one-time notice asked for.
struct OfficeSupplement: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "supplement",
    abstract: "Hand in what the one-time notice asked for."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  @Option(parsing: .upToNextOption, help: "The papers, by their names in the measure.")
  var papers: [String]

  func command() throws -> Command {
    .application(.supplement(number: number, papers: papers))
  }
}
