import ArgumentParser
import Casework

/// Say that a fact is wrong; the department has a term to answer.
struct OfficeDispute: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispute",
    abstract: "Say that a fact is wrong; the department has a term to answer."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the fact in the file.")
  var fact: Int

  @Option(help: "Why.")
  var why: String

  func command() throws -> Command {
    .fact(.dispute(fact: fact, why: why))
  }
}
