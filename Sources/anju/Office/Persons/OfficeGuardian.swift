import ArgumentParser
import Casework

/// Let another act for the person: a minor, or one who cannot come (Decree 663, Article 9).
struct OfficeGuardian: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "guardian",
    abstract: "Let another act for the person: a minor, or one who cannot come (Reg. Art. 9)."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The file of whoever is to act.")
  var guardian: String

  @Argument(help: "minor, or 'limited mobility'.")
  var ground: GuardianGround

  func command() throws -> Command {
    .person(.appointGuardian(guardian: try OfficeSession.file(guardian), ground: ground))
  }
}
