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
    var words: [Bilingual]
    var application: Int?
    var position: Int64
    var wasRepeated: Bool
    var on: String
  }

  func text(_ format: OutputFormat, _ language: Language) -> String {
    let output = Output(
      resident: receipt.resident.text,
      version: receipt.version,
      events: receipt.events,
      words: receipt.events.map(EventLabels.label),
      application: receipt.application,
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
        : receipt.events.map { EventLabels.label(ofType: $0)[language] }
          .joined(separator: isChinese ? "，" : ", ")
    let number = receipt.application.map { (isChinese ? " · 申请" : " · application ") + "\($0)" }
    return "✓ \(receipt.resident.text) · \(day) · \(what)\(number ?? "")\n"
  }
}
