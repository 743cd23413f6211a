import ArgumentParser
import Casework

/// Decline an application that is not this office's to decide.
struct OfficeDecline: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline",
    abstract: "Decline an application that is not this office's to decide."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  @Option(help: "Why.")
  var reason: String

  @Option(name: .customLong("right-office"), help: "The office to which to go.")
  var rightOffice: String

  func command() throws -> Command {
    .application(.decline(number: number, reason: reason, rightOffice: rightOffice))
  }
}
