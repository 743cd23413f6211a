import ArgumentParser
import Casework

/// Take back a fact that was stated in error.
struct OfficeWithdrawFact: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw-fact",
    abstract: "Take back a fact that was stated in error."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the fact in the file.")
  var fact: Int

  @Option(help: "Why.")
  var reason: String

  func command() throws -> Command {
    .fact(.withdraw(fact: fact, reason: reason))
  }
}
