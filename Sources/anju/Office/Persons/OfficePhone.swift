import ArgumentParser
import Casework

/// Write down a phone, read from standard input; an empty line takes it away.
struct OfficePhone: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "phone",
    abstract: "Write down a phone, read from standard input; an empty line takes it away."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  func command() throws -> Command {
    .person(.changePhone(phone: try PersonInput.line("-")))
  }
}
