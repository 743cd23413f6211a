import ArgumentParser
import Casework
import ExpressionLanguage

/// Make a new card for a lost or damaged one.
struct OfficeReplace: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace",
    abstract: "Make a new card for a lost or damaged one."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Option(help: "The serial number of the new card.")
  var serial: String

  @Option(name: .customLong("paid"), help: "The fee that was paid, in yuan.")
  var paid: String

  @Flag(name: .customLong("handed-in"), help: "The damaged card was handed in.")
  var isHandedIn = false

  func command() throws -> Command {
    guard let fee = DecimalLiteral(paid), fee.units >= 0, fee.scale <= 2 else {
      throw BadInput(
        english: "--paid wants an amount in yuan such as 20, not '\(paid)'",
        chinese: "--paid 应为以元计的金额，如 20，而不是“\(paid)”"
      )
    }
    let fen = Int(fee.units) * [100, 10, 1][fee.scale]
    return .permit(.replaceCard(serial: serial, isOldHandedIn: isHandedIn, paidFen: fen))
  }
}
