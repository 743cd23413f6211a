import Casework
import ExpressionLanguage
import Registry

/// What came of a command.
struct ReceiptReport {
  private let receipt: Receipt
  private let day: CivilDate

  init(_ receipt: Receipt, _ day: CivilDate) {
    self.receipt = receipt
    self.day = day
  }

  private struct Output: Encodable {
    var resident: String
    var version: Int
    var events: [String]
    var position: Int64
    var wasRepeated: Bool
    var on: String
  }

  func text(_ format: OutputFormat, _ language: Language) -> String {
    let output = Output(
      resident: receipt.resident.text,
      version: receipt.version,
      events: receipt.events,
      position: receipt.position,
      wasRepeated: receipt.wasRepeated,
      on: day.description
    )
    if let json = OfficeJSON.text(format, output) { return json }
    let isChinese = language == .chinese
    let what =
      receipt.wasRepeated
      ? (isChinese ? "先前已办理，本次未重复" : "was done before, nothing was done now")
      : receipt.events.isEmpty
        ? (isChinese ? "已是如此，无需变更" : "is so already")
        : receipt.events.joined(separator: ", ")
    return "✓ \(receipt.resident.text) · \(day) · \(what)\n"
  }
}
