import ArgumentParser
import Casework

/// Opens a resident's file.
struct OfficeRegister: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Open a resident's file.",
    discussion: """
      The person is read from a file, or from standard input where it is -, so that no identity \
      number stands in the history of a terminal: YAML with name, identity number, and if they are \
      known phone, registered address and household place.
      """
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file with the person, or -.")
  var input: String

  func run() async throws {
    let command = try await OfficeFailures.telling(desk.language) {
      let input = try PersonInput(input, PersonInput.personKeys)
      return PersonCommand.register(
        identity: try input.identity(today: desk.day),
        phone: input["phone"]
      )
    }
    try await OfficeSession.with(desk) { session in
      try await session.carryOut(.person(command), on: nil)
    }
  }
}
