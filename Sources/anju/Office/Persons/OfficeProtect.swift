import ArgumentParser
import Casework

/// Protect a person: the file is found and not read.
struct OfficeProtect: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect",
    abstract: "Protect a person: the file is found and not read."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Option(help: "Why.")
  var reason: String

  @Flag(help: "Lift the protection instead.")
  var lift = false

  func command() throws -> Command {
    .person(lift ? .unprotect(reason: reason) : .protect(reason: reason))
  }
}
