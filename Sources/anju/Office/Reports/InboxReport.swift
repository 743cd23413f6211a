import ExpressionLanguage
import Registry

/// What one pass over a folder of departments' tables found and did.
struct InboxReport {
  private let report: PollReport

  init(_ report: PollReport) { self.report = report }

  private struct Output: Encodable {
    struct Item: Encodable {
      var name: String
      var news: String
      var receipt: DeliveryReceipt?
      var refusal: DeliveryRefusal?
    }
    var isBusy: Bool
    var unreadableNames: Int
    var items: [Item]
  }

  func text(_ format: OutputFormat, _ language: Language) -> String {
    let output = Output(
      isBusy: report.isBusy,
      unreadableNames: report.unreadableNames,
      items: report.items.map { item in
        switch item.news {
        case .taken(let receipt):
          Output.Item(name: item.name, news: "taken", receipt: receipt)
        case .repeated(let receipt):
          Output.Item(name: item.name, news: "repeated", receipt: receipt)
        case .refused(let refusal):
          Output.Item(name: item.name, news: "refused", refusal: refusal)
        case .waiting: Output.Item(name: item.name, news: "waiting")
        case .postponed: Output.Item(name: item.name, news: "postponed")
        case .stray: Output.Item(name: item.name, news: "stray")
        }
      }
    )
    if let json = OfficeJSON.text(format, output) { return json }
    let isChinese = language == .chinese
    if report.isBusy { return isChinese ? "另一程序正在处理该文件夹\n" : "another program works on it\n" }
    if report.items.isEmpty { return isChinese ? "没有送达的数据\n" : "nothing has come\n" }
    return report.items.map { "\($0.name): " + words($0.news)[language] + "\n" }.joined()
  }

  private func words(_ news: PollReport.News) -> Bilingual {
    switch news {
    case .taken(let receipt):
      Bilingual(
        "taken, \(receipt.taken) \(receipt.taken == 1 ? "row" : "rows"); "
          + "known before \(receipt.repeated), returned \(receipt.returned)",
        "已接收\(receipt.taken)行；此前已有\(receipt.repeated)行，退回\(receipt.returned)行"
      )
    case .repeated: Bilingual("came before, nothing changed", "此前已接收，未作变更")
    case .refused(let refusal):
      Bilingual(
        "refused: \(refusal.words.english) [\(refusal.id)]",
        "整批退回：\(refusal.words.chinese) [\(refusal.id)]"
      )
    case .waiting(let why, _): Bilingual("waits: \(why.english)", "等待：\(why.chinese)")
    case .postponed(let error):
      Bilingual("put off, the next pass tries again (\(error))", "暂缓，下次再试（\(error)）")
    case .stray: Bilingual("neither a table nor a manifest", "既非表格也非清单")
    }
  }
}
