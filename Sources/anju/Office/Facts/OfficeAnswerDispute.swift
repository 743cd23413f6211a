import ArgumentParser
import Casework

/// Answers a dispute.
struct OfficeAnswerDispute: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer-dispute",
    abstract: "Answer what a person says against a fact, as the department that stated it."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the fact in the file.")
  var fact: Int

  @Flag(help: "The person is right; otherwise the fact stands.")
  var uphold = false

  @Option(help: "What is true instead; without it an upheld fact is withdrawn.")
  var value: String?

  @Option(help: "The name of the fact, where a value is given.")
  var name: String?

  @Option(help: "Why.")
  var reason: String

  func validate() throws {
    if value != nil, !uphold || name == nil {
      throw ValidationError("--value goes with --uphold and --name")
    }
  }

  func command() throws -> Command {
    let replacement = try value.map { text in
      FactStatement(
        fact: name ?? "",
        content: .value(text: text),
        source: try desk.actor.office,
        asOf: desk.day
      )
    }
    return .fact(
      .answerDispute(fact: fact, isUpheld: uphold, reason: reason, replacement: replacement)
    )
  }
}
