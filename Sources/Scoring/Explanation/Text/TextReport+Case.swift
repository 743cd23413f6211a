import ExpressionLanguage
import Policy

extension TextReport {
  /// That the case began on an earlier day.
  mutating func caseBegun() {
    guard let begun = assessment.begun else { return }
    let day = date(begun)
    page.put(StyledText(say("for a case begun on \(day)", "\(day)开始的案件"), .quiet))
  }

  /// The amendments that a version comes from, and why it decides the case.
  mutating func versionNotes(_ policy: Assessment.AppliedPolicy) {
    for text in policy.texts.dropFirst() {
      let title = text.title[language]
      page.put(
        StyledText(say("as amended by \(title)", "经\(title)修改"), .quiet),
        indent: 4
      )
    }
    guard let decision = policy.decision, decision.reason != .unchanged else { return }
    page.put(StyledText(sentence(decision), .quiet), indent: 4)
  }

  private func sentence(_ decision: CaseDecision) -> String {
    let version: String
    switch decision.reason {
    case .unchanged, .begun:
      version = say("decided by the version in force when the case began", "适用案件开始时的版本")
    case .between:
      version = say(
        "decided by a version that came into force after the case began",
        "适用案件开始之后施行的版本"
      )
    case .decided:
      version = say("decided by the version in force on this day", "适用作出决定时的版本")
    }
    let better =
      decision.wasCompared
      ? say(", the better for the person of those compared", "，为各版本中对本人有利者") : ""
    return version + better + "\(say(": ", "："))" + ground(decision)
  }

  /// What the change says, and where.
  private func ground(_ decision: CaseDecision) -> String {
    guard let transition = decision.transition else {
      return say("no text says otherwise", "没有文件另作规定")
    }
    var parts = [transition.word.text[language]]
    if let until = transition.until {
      parts[0] += say(" until \(date(until))", "，至\(date(until))止")
    }
    if !transition.place.isEmpty { parts.append(transition.place[language]) }
    if let change = decision.change { parts.append(change[language]) }
    return parts.joined(separator: say(", ", "，"))
  }
}
