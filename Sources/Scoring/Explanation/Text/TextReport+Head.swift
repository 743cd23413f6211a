import ExpressionLanguage
import Policy

extension TextReport {
  /// Who, on which day, by which measures, and what the words on standing mean.
  mutating func head(standings: Set<Standing>) {
    let day = say(
      "on \(date(assessment.on))",
      "按\(date(assessment.on))有效的规定"
    )
    if let name = assessment.displayName, !name.isEmpty {
      page.put(StyledText(name, .strong) + dot + StyledText(day))
    } else {
      page.put(StyledText(say("By the law \(day)", day), .strong))
    }
    measures()
    let notes = Standing.allCases.filter(standings.contains).compactMap(meaning)
    if !notes.isEmpty {
      page.blank()
      page.put(StyledText(notes.joined(separator: semicolon) + say(".", "。"), .quiet))
    }
  }

  private mutating func measures() {
    if assessment.policies.isEmpty { return }
    page.blank()
    for policy in assessment.policies {
      let version = say(
        "version of \(date(policy.version))",
        "\(date(policy.version))起施行的版本"
      )
      page.put(
        StyledText(policy.title[language]) + dot + StyledText(version, .quiet),
        lead: StyledText(measure(policy.id), .quiet)
      )
    }
  }

  private func meaning(_ standing: Standing) -> String? {
    switch standing {
    case .sample:
      say(
        "sample: a stand-in of ours, because the official value is not public",
        "样例：官方数值尚未公开，由我们拟定"
      )
    case .reported:
      say("reported: a named source says so", "据报道：有署明的来源这样说")
    case .enacted: nil
    }
  }
}
