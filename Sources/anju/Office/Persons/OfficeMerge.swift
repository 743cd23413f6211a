import ArgumentParser
import Casework

/// Merge another file of the same person into this one; both histories are kept.
struct OfficeMerge: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge another file of the same person into this one; both histories are kept."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The other file.")
  var duplicate: String

  func command() throws -> Command {
    .person(.merge(duplicate: try OfficeSession.file(duplicate)))
  }
}
