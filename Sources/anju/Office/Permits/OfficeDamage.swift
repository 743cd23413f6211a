import ArgumentParser
import Casework

/// Report the card as damaged.
struct OfficeDamage: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "damage",
    abstract: "Report the card as damaged."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  func command() throws -> Command {
    .permit(.reportDamage)
  }
}
