import ArgumentParser
import Casework

/// Link a relative who has a file.
struct OfficeLink: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Link a relative who has a file."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The relative's file.")
  var relative: String

  @Argument(help: "What the relative is to the person: spouse, child, parent or sibling.")
  var relation: FamilyRelation

  func command() throws -> Command {
    .person(.linkRelative(relative: try OfficeSession.file(relative), relation: relation))
  }
}
