import ArgumentParser
import Casework

/// Accept an application; the term to issue begins.
struct OfficeAccept: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept an application; the term to issue begins."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  func command() throws -> Command {
    .application(.accept(number: number))
  }
}
