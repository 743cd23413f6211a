import ArgumentParser
import Casework

/// Ask a department to check facts.
struct OfficeAsk: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask a department to check facts."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  @Option(help: "The department, by the dictionary.")
  var department: String

  @Option(parsing: .upToNextOption, help: "The facts, by the dictionary.")
  var facts: [String]

  func command() throws -> Command {
    .application(.askDepartment(number: number, department: department, facts: facts))
  }
}
