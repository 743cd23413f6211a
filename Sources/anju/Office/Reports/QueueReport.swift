import Casework
import ExpressionLanguage
import Registry

/// What waits, by deadline.
struct QueueReport {
  private let page: QueuePage
  private let today: CivilDate

  init(_ page: QueuePage, _ today: CivilDate) {
    self.page = page
    self.today = today
  }

  private struct Output: Encodable {
    struct Item: Encodable {
      var resident: String
      var task: String
      var application: Int?
      var state: String
      var office: String
      var district: String
      var due: String?
      var isProvisional: Bool
      var daysLeft: Int?
    }
    var on: String
    var items: [Item]
    var hasMore: Bool
  }

  func text(_ format: OutputFormat, _ language: Language) -> String {
    let output = Output(
      on: today.description,
      items: page.items.map { item in
        Output.Item(
          resident: item.resident.text,
          task: item.task,
          application: item.application,
          state: item.state,
          office: item.office,
          district: item.district,
          due: item.due?.description,
          isProvisional: item.isProvisional,
          daysLeft: item.due.map { Int($0.day - today.day) }
        )
      },
      hasMore: page.next != nil
    )
    if let json = OfficeJSON.text(format, output) { return json }
    let isChinese = language == .chinese
    if page.items.isEmpty { return isChinese ? "没有待办事项\n" : "nothing waits\n" }
    var lines = page.items.map { line($0, language) }
    if page.next != nil { lines.append(isChinese ? "…还有更多" : "… there are more") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ item: QueuePage.Item, _ language: Language) -> String {
    let isChinese = language == .chinese
    var due = item.due.map(\.description) ?? (isChinese ? "无期限    " : "no term  ")
    if item.isProvisional { due += isChinese ? "（暂定）" : " provisional" }
    var parts = [due]
    if let day = item.due {
      let left = Int(day.day - today.day)
      parts.append(
        left < 0
          ? (isChinese ? "已超期\(-left)天" : "\(-left) \(left == -1 ? "day" : "days") over")
          : (isChinese ? "剩\(left)天" : "\(left) \(left == 1 ? "day" : "days") left")
      )
    }
    let task = TaskLabels.label(ofTask: item.task)[language]
    parts += [item.resident.text, task]
    if let number = item.application {
      parts.append((isChinese ? "申请" : "application ") + "\(number)")
    }
    // Where the state is the task, it is said once.
    let state = TaskLabels.state(item.state)?[language] ?? item.state
    parts += [state == task ? "" : state, item.office, item.district].filter { !$0.isEmpty }
    return parts.joined(separator: "  ")
  }
}
