import ExpressionLanguage
import Policy

extension TextReport {
  /// Who, and on which day.
  mutating func head() {
    let day = date(assessment.on)
    if let name = assessment.displayName, !name.isEmpty {
      let text = StyledText(name, .strong) + dot + StyledText(say("on \(day)", "按\(day)的规定"))
      page.put(text)
    } else {
      page.put(StyledText(say("By the law on \(day)", "按\(day)的规定"), .strong))
    }
    caseBegun()
  }

  /// By which measures, in which versions, and what the words on standing mean.
  ///
  /// It stands below the answers, which are what a person looks for first.
  mutating func basis(standings: Set<Standing>) {
    var standings = standings
    if !assessment.policies.isEmpty {
      heading("By these measures, each with the day of its version", "依据的规定和施行日期")
    }
    for policy in assessment.policies {
      let version = dot + StyledText(StyledText.together(date(policy.version)), .quiet)
      page.put(
        StyledText(policy.title[language]) + version + standing(policy.standing),
        lead: StyledText(measure(policy.id)),
        indent: 2
      )
      versionNotes(policy)
    }
    standings.formUnion(self.standings)
    let meanings = Standing.allCases.filter(standings.contains).compactMap(meaning)
    if meanings.isEmpty { return }
    page.blank()
    let width = meanings.map { DisplayWidth.of($0.word) }.max() ?? 0
    for (word, meaning) in meanings {
      let lead = StyledText(word, .quiet).padded(to: width + 2)
      page.put(StyledText(meaning, .quiet), lead: lead, indent: 2)
    }
  }

  private func meaning(_ standing: Standing) -> (word: String, meaning: String)? {
    let meaning: String
    switch standing {
    case .sample:
      meaning = say(
        "a stand-in of ours, because the official value is not public",
        "官方数值尚未公开，由我们拟定"
      )
    case .reported: meaning = say("a named source says so", "有署明的来源这样说")
    case .enacted: return nil
    }
    return (say(standing.word, standing.chinese), meaning)
  }
}
