import ArgumentParser
import Casework

/// Cancel a permit.
struct OfficeCancel: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: "Cancel a permit."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Option(
    help: "'moved away', died, 'settled here', 'given up' or 'issued in error'."
  )
  var ground: CancellationGround

  @Option(help: "The day from which; today without it.")
  var from: String?

  func command() throws -> Command {
    .permit(.cancel(ground: ground, from: try day(from, "--from")))
  }
}
