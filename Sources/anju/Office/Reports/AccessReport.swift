import Casework
import ExpressionLanguage
import Registry

/// Who read what.
struct AccessReport {
  private let entries: [AccessEntry]

  init(_ entries: [AccessEntry]) { self.entries = entries }

  private struct Output: Encodable {
    var position: Int64
    var resident: String
    var account: String
    var role: String
    var office: String
    var purpose: String
    var action: String
    var on: String
    var recordedAt: Int64
  }

  func text(_ format: OutputFormat, _ language: Language) -> String {
    let output = entries.map {
      Output(
        position: $0.position,
        resident: $0.resident.text,
        account: $0.by.account,
        role: $0.by.role.rawValue,
        office: $0.by.office,
        purpose: $0.purpose.rawValue,
        action: $0.action.rawValue,
        on: $0.on.description,
        recordedAt: $0.recordedAt
      )
    }
    if let json = OfficeJSON.text(format, output) { return json }
    if entries.isEmpty { return language == .chinese ? "没有查阅记录\n" : "nobody has read it\n" }
    return entries.map { entry in
      [
        entry.on.description, entry.resident.text, entry.by.role.label[language],
        entry.by.account, entry.by.office, entry.purpose.label[language],
      ].filter { !$0.isEmpty }.joined(separator: "  ")
    }.joined(separator: "\n") + "\n"
  }
}
