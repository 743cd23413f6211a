import ExpressionLanguage
import Policy
import Scoring

// What a person is told of a fact that they disputed.
extension NoticeText {
  static func disputeAnswered(
    _ fact: Bilingual,
    isUpheld: Bool,
    isReplaced: Bool,
    reason: String,
    _ remedies: [Bilingual],
    by law: OfficeLaw
  ) -> NoticeText {
    let outcome: Bilingual =
      switch (isUpheld, isReplaced) {
      case (true, true):
        Bilingual("You are right: the fact has been put right.", "异议成立，该项数据已更正。")
      case (true, false):
        Bilingual("You are right: the fact has been taken back.", "异议成立，该项数据已撤回。")
      case (false, _):
        Bilingual("The fact stays as it is.", "异议不成立，该项数据不变。")
      }
    var sentences = [
      Bilingual(
        "You disputed what is on file as \(fact.english).",
        "您对“\(fact[.chinese])”一项核验数据提出的异议，现已答复。"
      ),
      outcome,
      Bilingual("The reason: \(reason).", "理由：\(reason)。"),
    ]
    if !isUpheld {
      if !remedies.isEmpty { sentences.append(.remedies(remedies)) }
      sentences += [
        Bilingual(
          "Whoever is refused a correction of their own data may also go to the people's court.",
          "对不予更正个人信息不服的，也可以依法向人民法院提起诉讼。"
        ),
        .restsOn([CaseLaw.refusingCorrection], of: law),
      ]
    }
    return NoticeText(Bilingual("Answer to your objection", "数据异议答复书"), sentences)
  }
}

extension OfficeLaw {
  /// What people call a fact or kind of records; the stored name where no dictionary has it now.
  func words(ofFact key: String) -> Bilingual {
    let model = assessor.set.model
    let names = model.facts.map(\.name) + model.records.map(\.name)
    return names.first { NameKey.of($0.english) == key } ?? Bilingual(key, key)
  }
}
