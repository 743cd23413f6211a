package import ExpressionLanguage
package import Policy

/// A comparison as text for people: what differs, whom it concerns, what depends on it, who of the
/// people at hand gets something else.
package struct ComparisonText {
  /// The most people who are named.
  private static let mostPeople = 20

  private let language: Language
  private var page: TextPage

  /// The text of a comparison, with a line end at its end.
  package static func text(
    _ law: LawComparison,
    _ people: PeopleComparison,
    _ language: Language,
    colour: Bool
  ) -> String {
    var text = ComparisonText(language: language, page: TextPage(width: 80, colour: colour))
    text.write(law, people)
    return text.page.text
  }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  private mutating func heading(_ english: String, _ chinese: String) {
    page.blank()
    page.put(StyledText(say(english, chinese), .strong))
  }

  private mutating func write(_ law: LawComparison, _ people: PeopleComparison) {
    // Measures that are the same in both are told only where all are.
    let changed = law.versions.filter { $0.old != $0.new }
    for (old, new) in changed.isEmpty ? law.versions : changed {
      let days = [old, new].map { $0?.from.description ?? say("not in force", "无有效版本") }
      let title = (new ?? old)?.title[language] ?? ""
      let isSame = old?.hash == new?.hash
      page.put(
        StyledText(title)
          + StyledText(
            isSame ? " · \(days[0])" : " · \(days[0]) → \(days[1])",
            .quiet
          )
      )
    }
    if law.isEqual {
      heading("Nothing differs.", "没有差异。")
      return
    }
    writeChanges(law)
    if law.decidesAlike {
      heading(
        "Nothing changes for anybody: all rules, channels and facts are proved the same.",
        "对任何人都没有影响：已证明所有规则、渠道和信息项均相同。"
      )
      return
    }
    writeConcerned(law.people)
    writeTouched(law.touched)
    write(people)
  }

  // MARK: What differs

  private mutating func writeChanges(_ law: LawComparison) {
    heading("What differs", "差异")
    var last = ""
    for change in law.changes {
      let title = ChangeWords.heading(change, language)
      if title != last {
        page.put(StyledText(title), indent: 2)
        last = title
      }
      let mark = change.old == nil ? "+ " : change.new == nil ? "− " : "~ "
      page.put(
        StyledText(ChangeWords.sentence(change, language)),
        lead: StyledText(mark),
        indent: 4
      )
    }
  }

  // MARK: Whom it concerns

  private mutating func writeConcerned(_ concerned: [ConcernedPeople]) {
    if concerned.isEmpty { return }
    heading("Whom it concerns", "涉及的人")
    var isOnlyPossible = false
    for entry in concerned {
      let place = entry.place.precise(language)
      let isNamed = entry.place.section[language] == entry.rule[language]
      page.put(
        StyledText(isNamed ? place : "\(entry.rule[language]) · \(place)"),
        indent: 2
      )
      if entry.classes.isEmpty {
        page.put(StyledText(say("nobody gets anything else", "对任何人结果都不变")), indent: 4)
      }
      for one in entry.classes {
        let who = one.who.map { $0[language] }.joined(separator: say(", ", "，"))
        let text = who.isEmpty ? say("everyone", "所有人") : who
        page.put(
          StyledText("\(text)\(say(": ", "："))\(one.old[language]) → \(one.new[language])"),
          indent: 4
        )
      }
      isOnlyPossible = isOnlyPossible || entry.isOnlyPossible
    }
    if isOnlyPossible {
      page.put(
        StyledText(
          say(
            "Where a rule computes what is asked, there may be nobody of a description.",
            "由规则计算得出的项目，描述中的人未必存在。"
          ),
          .quiet
        ),
        indent: 2
      )
    }
  }

  private mutating func writeTouched(_ touched: TouchedLaw) {
    let lines: [(String, [Bilingual])] = [
      (say("totals", "总分"), touched.totals), (say("channels", "渠道"), touched.channels),
      (say("services", "服务"), touched.services), (say("rules", "规则"), touched.rules),
    ]
    if lines.allSatisfy(\.1.isEmpty) { return }
    heading("What depends on it", "受影响的内容")
    let width = lines.map { DisplayWidth.of($0.0) }.max() ?? 0
    for (word, names) in lines where !names.isEmpty {
      page.put(
        StyledText(names.map { $0[language] }.joined(separator: say(", ", "、"))),
        lead: StyledText(word, .quiet).padded(to: width + 2),
        indent: 2
      )
    }
  }

  // MARK: Who gets something else

  private mutating func write(_ people: PeopleComparison) {
    if people.compared + people.notCompared == 0 { return }
    let count = people.differing.count
    heading(
      "\(count) of \(people.compared) people get another outcome",
      "\(people.compared)人中有\(count)人结果不同"
    )
    if people.notCompared > 0 {
      page.put(
        StyledText(
          say(
            "\(people.notCompared) more could not be put to both versions",
            "另有\(people.notCompared)人不能同时适用两个版本"
          ),
          .quiet
        ),
        indent: 2
      )
    }
    for person in people.differing.prefix(ComparisonText.mostPeople) {
      page.put(StyledText(person.name), indent: 2)
      for one in person.differences {
        page.put(
          StyledText(
            "\(one.what[language])\(say(": ", "："))\(one.old[language]) → \(one.new[language])"
          ),
          indent: 4
        )
      }
    }
    let rest = count - min(count, ComparisonText.mostPeople)
    if rest > 0 { page.put(StyledText(say("and \(rest) more", "另有\(rest)人")), indent: 2) }
  }
}
