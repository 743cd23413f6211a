import ArgumentParser
import Casework

/// Withdraw an application before it is decided.
struct OfficeWithdraw: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Withdraw an application before it is decided."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The number of the application in the file.")
  var number: Int

  func command() throws -> Command {
    .application(.withdraw(number: number))
  }
}
