import ArgumentParser
import Casework

/// Puts right what was written down wrongly of a person.
struct OfficeCorrect: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Put right what was written down wrongly of a person's identity."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The file with the whole identity as it is right, or -.")
  var input: String

  @Option(help: "Why.")
  var reason: String

  func command() throws -> Command {
    let input = try PersonInput(input, PersonInput.personKeys)
    let identity = try input.identity(today: desk.day)
    return .person(.correctIdentity(identity: identity, reason: reason))
  }
}
