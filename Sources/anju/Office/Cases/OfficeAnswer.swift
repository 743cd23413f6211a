import ArgumentParser
import Casework

/// Close a department's task once its facts are stated.
struct OfficeAnswer: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Close a department's task once its facts are stated."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  @Option(help: "The department, by the dictionary.")
  var department: String

  func command() throws -> Command {
    .application(.answerCheck(number: number, department: department))
  }
}
