import ExpressionLanguage
import Scoring

/// How a value reads on a page: days in words, and a number of months by years.
///
/// Every page that shows what was said or computed asks here, so that no day stands as
/// 2026-11-23 in a sentence.
enum ValueText {
  static func text(_ value: Value, _ type: ValueType) -> Bilingual {
    switch value {
    case .date(let day): return day.words
    case .number(let months) where type.number.map(isMonths) ?? false: return period(months)
    default: return Bilingual(type.text(value, .english), type.text(value, .chinese))
    }
  }

  /// A number of months as people say it: 60 years and 10 months.
  static func period(_ months: Int64) -> Bilingual {
    let (years, rest) = months.magnitude.quotientAndRemainder(dividingBy: 12)
    guard months >= 12 else {
      return Bilingual(months == 1 ? "1 month" : "\(months) months", "\(months)个月")
    }
    let wholeYears = Bilingual(years == 1 ? "1 year" : "\(years) years", "\(years)年")
    if rest == 0 { return wholeYears }
    return Bilingual(
      wholeYears.english + (rest == 1 ? " and 1 month" : " and \(rest) months"),
      wholeYears.chinese + "\(rest)个月"
    )
  }

  /// The same for an age.
  static func age(_ value: Value, _ type: ValueType) -> Bilingual {
    let text = text(value, type)
    return Bilingual(text.english, text.chinese.replacing("年", with: "岁"))
  }

  /// What is an age, by stable name.
  static let ages: Set<String> = ["retirement-age", "age-today", "age-in-full-years"]

  private static func isMonths(_ number: NumberType) -> Bool {
    number.unit == .months && number.scale == 0
  }
}

extension UsedValue {
  /// The label and the value in a reader's words; `nil` for what tells a reader nothing.
  ///
  /// A case of the measure's own, such as which of its branches applies, is known by the condition
  /// that it stands below. Records are told one by one elsewhere.
  var told: Bilingual? {
    guard known.isKnown, let type = subject.type else { return nil }
    switch type.base {
    case .truth, .choice, .text, .list, .invalid: guard isFact else { return nil }
    case .number, .date, .instant: break
    }
    let label = FactNames.name(id, name)
    let value =
      ChoiceWords.words(id: id, type.canonical(known))
      ?? (ValueText.ages.contains(id)
        ? ValueText.age(known, type) : ValueText.text(known, type))
    return Bilingual(
      "\(label.english): \(value.english)",
      "\(label[.chinese])：\(value[.chinese])"
    )
  }
}
