import ExpressionLanguage

// What the holder is told before a date that hurts.
extension NoticeText {
  /// Before the due date of the endorsement.
  static func endorsementDue(
    _ due: CivilDate,
    opens: CivilDate,
    refusal: EndorsementRefusal?,
    today: CivilDate,
    _ citation: Citation,
    by law: OfficeLaw
  ) -> NoticeText {
    let left = Int(due.day) - Int(today.day)
    return NoticeText(
      Bilingual(
        "Endorse your residence permit by \(due.words.english)",
        "请最迟于\(due.words.chinese)签注居住证"
      ),
      [
        today < opens
          ? Bilingual(
            "The endorsement can be made between \(opens.words.english) and \(due.words.english).",
            "请于\(opens.words.chinese)至\(due.words.chinese)之间办理签注。"
          )
          : Bilingual(
            "The endorsement can be made now; the last day is \(due.words.english)\(left.daysLeftEnglish).",
            "现在即可办理签注，最后一日为\(due.words.chinese)\(left.daysLeftChinese)。"
          ),
        refusal.map {
          Bilingual(
            "It was refused on \($0.on.words.english); if the conditions are met again, ask again.",
            "\($0.on.words.chinese)曾作出不予签注的决定；重新符合条件的，可以再次申请。"
          )
        } ?? Bilingual("", ""),
        Bilingual("It is free.", "签注免费。"),
        .ifMissed,
        .at(law.places),
        .restsOn([citation], of: law),
      ]
    )
  }

  /// After it.
  static func suspended(
    since due: CivilDate,
    restarts: Bool?,
    _ citation: Citation,
    by law: OfficeLaw
  ) -> NoticeText {
    let tenure: Bilingual =
      switch restarts {
      case true:
        Bilingual(
          "Years of residence then count anew from that day.",
          "居住年限自补办之日起重新计算。"
        )
      case false: Bilingual("Years of residence then go on.", "居住年限继续计算。")
      default: Bilingual("", "")
      }
    return NoticeText(
      Bilingual("Your residence permit is suspended", "居住证使用功能已中止"),
      [
        Bilingual(
          "The endorsement was due by \(due.words.english) and was not made; its services stand still.",
          "签注已于\(due.words.chinese)到期而未办理，使用功能中止，相应服务暂停。"
        ),
        Bilingual(
          "Make it up any day: the permit is good again at once, and it is free.",
          "可随时补办，补办后即行恢复，免费。"
        ),
        tenure,
        .at(law.places),
        .restsOn([citation], of: law),
      ]
    )
  }

  /// Before the end of any other term that waits for the person.
  static func clock(
    _ clock: CaseClock,
    due: DueDate,
    today: CivilDate,
    by law: OfficeLaw
  ) -> NoticeText {
    let left = Int(due.day.day) - Int(today.day)
    return NoticeText(
      Bilingual(
        "Still to do by \(due.day.words.english): \(clock.name.english)",
        "请最迟于\(due.day.words.chinese)办理：\(clock.name[.chinese])"
      ),
      [
        Bilingual(
          "We wait for you: \(clock.name.english). The last day is \(due.day.words.english)"
            + "\(left.daysLeftEnglish)\(due.isProvisional ? ", as counted so far" : "").",
          "等待您办理：\(clock.name[.chinese])。最后一日为\(due.day.words.chinese)"
            + "\(left.daysLeftChinese)\(due.isProvisional ? "（暂计）" : "")。"
        ),
        Bilingual(
          "What happens otherwise: \(clock.atEnd.english).",
          "逾期后果：\(clock.atEnd[.chinese])。"
        ),
        .restsOn([clock.citation], of: law),
      ]
    )
  }
}

extension Int {
  fileprivate var daysLeftEnglish: String {
    switch self {
    case ..<0: ""
    case 0: ", which is today"
    case 1: ", which is tomorrow"
    default: ", in \(self) days"
    }
  }

  fileprivate var daysLeftChinese: String {
    switch self {
    case ..<0: ""
    case 0: "（即今日）"
    case 1: "（即明日）"
    default: "（还有\(self)天）"
    }
  }
}
