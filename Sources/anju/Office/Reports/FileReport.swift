import Casework
import ExpressionLanguage
import Registry

/// A resident's whole file, on a page.
struct FileReport {
  let view: FileView
  let labels: FactLabels
  let language: Language

  init(_ view: FileView, _ labels: FactLabels, _ language: Language) {
    self.view = view
    self.labels = labels
    self.language = language
  }

  var isChinese: Bool { language == .chinese }

  func text(_ format: OutputFormat) -> String {
    if let json = OfficeJSON.text(format, FileDocument(view, labels)) { return json }
    let parts = [head, permit, applications, clocks, services, facts, history]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  /// One half of a text of two.
  func say(_ english: String, _ chinese: String) -> String { isChinese ? chinese : english }

  private var head: [String] {
    let person = view.file.person
    var lines: [String] = []
    if let identity = person.identity {
      lines.append(
        "\(identity.name) · \(view.file.id.text) · \(view.day)"
      )
      lines.append(
        "  \(identity.number.masked) · \(identity.number.birthDate) · "
          + (identity.number.isMale ? say("man", "男") : say("woman", "女"))
      )
    }
    if person.isProtected { lines.append("  " + say("protected", "受保护")) }
    for residence in person.residences where residence.last.map({ $0 >= view.day }) ?? true {
      lines.append(
        "  " + say("lives at ", "住址：") + residence.residence.address
          + say(" since \(residence.residence.from)", "，自\(residence.residence.from)起")
      )
    }
    if let employer = person.employer {
      lines.append("  " + say("employer ", "用人单位：") + employer.name)
    }
    for (relative, relation) in person.relatives.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(relation.label[language]) \(relative.text)")
    }
    for guardian in person.guardians.keys.sorted() {
      lines.append("  " + say("may be represented by ", "可由下列人员代办：") + guardian.text)
    }
    return lines
  }

  private var permit: [String] {
    guard let permit = view.file.permits.last else {
      return [say("No permit", "未持有居住证")]
    }
    var lines = [
      say("Permit ", "居住证") + permit.state(on: view.day).label[language]
        + say(", issued \(permit.issued)", "，\(permit.issued)发放")
    ]
    if let due = permit.endorsementDue, permit.state.isLive {
      lines.append("  " + say("endorsement due \(due)", "签注截止\(due)"))
      lines.append("  " + say("tenure from \(permit.tenureFrom)", "居住年限自\(permit.tenureFrom)起"))
    }
    for card in permit.cards {
      lines.append(
        "  " + say("card ", "证件 ") + "\(card.serial) · \(card.made) · \(card.state.label[language])"
      )
    }
    return lines
  }

  private var applications: [String] {
    guard !view.file.applications.all.isEmpty else { return [] }
    var lines = [say("Applications", "申请")]
    for application in view.file.applications.all {
      lines.append(
        "  \(application.number)  \(application.submitted)  \(application.basis.label[language])  "
          + application.state.label[language]
      )
      guard let decision = application.decision, !decision.isApproval else { continue }
      for reason in decision.reasons {
        lines.append("       ✗ \(reason.words[language]) · \(reason.citation.article[language])")
      }
      for remedy in decision.remedies {
        lines.append("       " + say("review: ", "救济：") + remedy[language])
      }
    }
    return lines
  }

  /// A last day at the head of a line: as all days of a terminal, so that they stand in columns.
  private func column(_ due: DueDate) -> String {
    due.day.description + (due.isProvisional ? say(" (provisional)", "（暂定）") : "")
  }

  private var clocks: [String] {
    guard !view.clocks.isEmpty else { return [] }
    return [say("Terms that run", "正在计算的期限")]
      + view.clocks.flatMap { clock -> [String] in
        let day = clock.used == 1 ? "day" : "days"
        let unit = clock.isWorkingDays ? say("working \(day)", "个工作日") : say(day, "天")
        var line = "  \(clock.due.map(column) ?? say("stands still", "暂停"))  "
        line += "\(clock.name[language]) · "
        line += say("\(clock.used) \(unit) used", "已用\(clock.used)\(unit)")
        if let left = clock.left {
          line +=
            left < 0
            ? say(", \(-left) over", "，超期\(-left)\(unit)")
            : say(", \(left) left", "，剩\(left)\(unit)")
        }
        line += " · " + clock.citation.article[language]
        let why = clock.paused ?? clock.atEnd
        return [line, "      " + why[language]]
      }
  }

  private var services: [String] {
    guard !view.entitlements.isEmpty else { return [] }
    return [say("Services and conveniences", "服务和便利")]
      + EntitlementReport(view.entitlements).lines(language).map { "  " + $0 }
  }

  private var facts: [String] {
    let known = view.file.facts.known(on: view.day)
    guard !known.isEmpty else { return [] }
    return [say("Facts", "核验数据")]
      + known.map { item in
        let statement = item.statement
        let (fact, source) = (labels.fact(statement.fact), labels.source(statement.source))
        return "  \(item.number)  \(fact[language])"
          + say(": ", "：") + labels.content(statement)[language] + " · \(source[language])"
          + say(", as of \(statement.asOf)", "，截至\(statement.asOf)")
          + (item.dispute == nil ? "" : say(" · disputed", " · 有异议"))
      }
  }

  private var history: [String] {
    [say("History", "办理过程")]
      + view.entries.map { entry in
        "  \(entry.entry.on)  \(entry.entry.by.role.label[language])  "
          + entry.entry.event.words(labels)[language]
      }
  }
}
