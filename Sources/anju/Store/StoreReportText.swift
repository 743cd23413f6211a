import EventStore
import ExpressionLanguage

/// What a verification found, as text.
enum StoreReportText {
  /// Faults on standard error, a line each; what was looked at on standard output.
  static func write(_ report: JournalReport, _ options: StoreOptionGroup) {
    for fault in report.faults { Console.complain(fault.text[options.language] + "\n") }
    if report.isCut {
      Console.complain(options.language == .chinese ? "……还有更多\n" : "… and more\n")
    }
    options.say(
      "events: \(report.events), subjects with a key: \(report.subjects), destroyed: "
        + "\(report.destroyed), payloads not read: \(report.unreadable)",
      "事件\(report.events)件，有密钥的主体\(report.subjects)个，已销毁\(report.destroyed)个，"
        + "未读内容\(report.unreadable)项"
    )
    StoreHeadCommand.say(report.head, options)
    let count = report.faults.count
    options.say(
      count == 0 ? "sound" : "faults: \(count)\(report.isCut ? " or more" : "")",
      count == 0 ? "完好" : "问题\(report.isCut ? "至少" : "")\(count)处"
    )
  }
}
