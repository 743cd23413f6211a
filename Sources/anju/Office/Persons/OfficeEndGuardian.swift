import ArgumentParser
import Casework

/// End that another acts for the person.
struct OfficeEndGuardian: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "end-guardian",
    abstract: "End that another acts for the person."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The file of whoever acted.")
  var guardian: String

  @Option(help: "Why.")
  var reason: String

  func command() throws -> Command {
    .person(.endGuardian(guardian: try OfficeSession.file(guardian), reason: reason))
  }
}
