import ArgumentParser
import Casework

/// Restore a permit that was ended in error.
struct OfficeRestore: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Restore a permit that was ended in error."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Option(help: "Why.")
  var reason: String

  func command() throws -> Command {
    .permit(.restore(reason: reason))
  }
}
