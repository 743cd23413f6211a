import ArgumentParser
import Casework

/// Tell once all that is missing: the one-time notice.
struct OfficeNotice: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: "Tell once all that is missing: the one-time notice."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  func command() throws -> Command {
    .application(.giveNotice(number: number))
  }
}
