import ArgumentParser
import Casework

/// End the link to a relative.
struct OfficeUnlink: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink",
    abstract: "End the link to a relative."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The relative's file.")
  var relative: String

  @Option(help: "Why.")
  var reason: String

  func command() throws -> Command {
    .person(.unlinkRelative(relative: try OfficeSession.file(relative), reason: reason))
  }
}
