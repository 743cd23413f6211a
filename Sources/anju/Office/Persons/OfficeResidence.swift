import ArgumentParser
import Casework

/// Registers where a person lives.
struct OfficeResidence: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "residence",
    abstract: "Register a residence; also a change of address inside the area.",
    discussion: """
      The address is read from the file, or from standard input where it is -: a line of YAML such \
      as "address: …", with district, place (a value of the dictionary), from and proof.
      """
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The file with the address, or -.")
  var input: String

  func command() throws -> Command {
    let input = try PersonInput(input, PersonInput.residenceKeys)
    return .person(.registerResidence(residence: try input.residence(today: desk.day)))
  }
}
