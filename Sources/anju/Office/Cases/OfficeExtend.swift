import ArgumentParser
import Casework

/// Extend the term to issue, once, as far as the measure allows.
struct OfficeExtend: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend",
    abstract: "Extend the term to issue, once, as far as the measure allows."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  @Option(help: "Why.")
  var reason: String

  func command() throws -> Command {
    .application(.extendTerm(number: number, reason: reason))
  }
}
