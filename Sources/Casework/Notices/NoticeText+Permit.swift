import ExpressionLanguage

// What the holder is told of what happens to the permit.
extension NoticeText {
  static func issued(
    due: CivilDate,
    opens: CivilDate,
    _ citation: Citation,
    by law: OfficeLaw
  ) -> NoticeText {
    NoticeText(
      Bilingual("Your residence permit is issued", "居住证已签发"),
      [
        Bilingual(
          "Its certificate is issued and its services are open.",
          "居住证及电子凭证已签发，可以享受相应服务和便利。"
        ),
        .nextEndorsement(due, opens),
        .ifMissed,
        .at(law.places),
        .restsOn([citation], of: law),
      ]
    )
  }

  static func endorsed(
    due: CivilDate,
    opens: CivilDate,
    isTenureAnew: Bool,
    _ citation: Citation,
    by law: OfficeLaw
  ) -> NoticeText {
    NoticeText(
      Bilingual("Your residence permit is endorsed", "居住证已签注"),
      [
        isTenureAnew
          ? Bilingual(
            "The endorsement came late: the permit is good again, and years of residence count"
              + " anew from today.",
            "本次为逾期补办：居住证的使用功能已恢复，居住年限自今日起重新计算。"
          )
          : Bilingual("The permit is good.", "居住证有效。"),
        .nextEndorsement(due, opens),
        .ifMissed,
        .restsOn([citation], of: law),
      ]
    )
  }

  static func endorsementRefused(due: CivilDate, _ conditions: PermitFinding) -> NoticeText {
    let reasons = conditions.unmet.words
    return NoticeText(
      Bilingual("The endorsement of your residence permit is refused", "不予签注决定"),
      [
        Bilingual(
          "The conditions of the permit are no longer met: \(reasons.english).",
          "不再符合居住证的条件：\(reasons.chinese)。"
        ),
        Bilingual(
          "Until \(due.words.english) nothing changes; after that day its services stand still. If the conditions"
            + " are met again, ask for the endorsement again.",
          "\(due.words.chinese)及以前不受影响，此后使用功能中止；重新符合条件的，可以再次申请签注。"
        ),
        .remedies(conditions.remedies),
      ]
    )
  }

  static func cancelled(
    _ ground: CancellationGround,
    from: CivilDate,
    _ remedies: [Bilingual],
    _ citations: [Citation],
    by law: OfficeLaw
  ) -> NoticeText {
    NoticeText(
      Bilingual("Your residence permit is cancelled", "居住证已注销"),
      [
        Bilingual(
          "It is cancelled from \(from.words.english) on: \(ground.words.english).",
          "自\(from.words.chinese)起注销，事由：\(ground.words.chinese)。"
        ),
        Bilingual(
          "Whoever meets the conditions again may apply anew.",
          "重新符合条件的，可以再次申领。"
        ),
        .restsOn(citations, of: law),
        .remedies(remedies),
      ]
    )
  }

  static func confiscated(
    _ ground: ConfiscationGround,
    evidence: String,
    _ remedies: [Bilingual],
    _ citations: [Citation],
    by law: OfficeLaw
  ) -> NoticeText {
    NoticeText(
      Bilingual("Your residence permit is confiscated", "居住证收缴决定"),
      [
        Bilingual(
          "The reason: \(ground.words.english). The evidence: \(evidence).",
          "理由：\(ground.words.chinese)。证据：\(evidence)。"
        ),
        Bilingual("Its services end today.", "相应服务和便利自今日起终止。"),
        .restsOn(citations, of: law),
        .remedies(remedies),
      ]
    )
  }

  static func restored(due: CivilDate, isSuspended: Bool) -> NoticeText {
    NoticeText(
      Bilingual("Your residence permit is restored", "居住证已恢复"),
      [
        Bilingual(
          "It had ended in error; it is as it was, and years of residence count on.",
          "此前的注销或者收缴有误，现予恢复，居住年限照旧计算。"
        ),
        isSuspended
          ? Bilingual(
            "The endorsement was due on \(due.words.english): make it up, and its services open again.",
            "签注已于\(due.words.chinese)到期：补办签注后使用功能恢复。"
          )
          : Bilingual(
            "The next endorsement is due by \(due.words.english).",
            "下次签注期限为\(due.words.chinese)。"
          ),
      ]
    )
  }
}

extension Bilingual {
  fileprivate static func nextEndorsement(_ due: CivilDate, _ opens: CivilDate) -> Bilingual {
    Bilingual(
      "The next endorsement is made between \(opens.words.english) and \(due.words.english); it is free.",
      "下次签注请于\(opens.words.chinese)至\(due.words.chinese)之间办理，免费。"
    )
  }

  /// What happens after a missed due date.
  static var ifMissed: Bilingual {
    Bilingual(
      "After that day the permit is suspended until the endorsement is made up.",
      "逾期未签注的，使用功能中止，补办后恢复。"
    )
  }
}
