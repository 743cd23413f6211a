import Casework
import ExpressionLanguage
import Registry

/// What the day's work did.
struct DayText {
  private let report: DayReport

  init(_ report: DayReport) { self.report = report }

  private struct Output: Encodable {
    var day: String
    var files: Int
    var events: [String: Int]
    var rejections: [String: Int]
  }

  func text(_ format: OutputFormat, _ language: Language) -> String {
    let output = Output(
      day: report.day.description,
      files: report.files,
      events: report.events,
      rejections: report.rejections
    )
    if let json = OfficeJSON.text(format, output) { return json }
    var lines = [
      language == .chinese
        ? "\(report.day)：\(report.files)份档案有到期事项"
        : "\(report.day): \(report.files) \(report.files == 1 ? "file" : "files") had something due"
    ]
    for (type, count) in report.events.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(count) × \(EventLabels.label(ofType: type)[language])")
    }
    for (id, count) in report.rejections.sorted(by: { $0.key < $1.key }) {
      lines.append(
        language == .chinese ? "  ✗ \(count) × 未办理：\(id)" : "  ✗ \(count) × refused: \(id)"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
