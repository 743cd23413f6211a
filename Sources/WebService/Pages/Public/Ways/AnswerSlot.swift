import ExpressionLanguage
import Policy
import Scoring

/// Where a value stands among a person's facts, and how it is written there.
struct AnswerSlot: Sendable {
  /// What stands for a value that is known to be none, which no value is written as.
  static let none = "~"
  /// What stands for a value that the visitor can't tell.
  static let unknown = "?"

  let fact: Fact
  let key: MissingFact
  /// The grain of a spell's ends; `nil` for anything else.
  let grain: Grain?
  /// Whether it is a spell's end.
  let isEnd: Bool

  /// The place of a fact or of an attribute.
  init(_ key: MissingFact, _ model: FactModel) {
    self.key = key
    switch key {
    case .fact(let index):
      fact = model.facts[index]
      (grain, isEnd) = (nil, false)
    case .attribute(let kind, _, let attribute):
      fact = model.records[kind].attributes[attribute]
      grain = attribute < 2 ? model.records[kind].grain : nil
      isEnd = model.records[kind].grain != nil && attribute == 1
    case .records: preconditionFailure("records are told one by one")
    }
  }

  /// Whether it is a day, or a month where the grain is months.
  var isDay: Bool { if case .date = fact.type.base { true } else { false } }

  /// The days that have come before anybody tells of them, besides the beginning of a spell.
  private static let past: Set<String> = [
    "birth-date", "member-birth-date", "graduation-day", "detention-day",
  ]

  /// Why a day can't be, not having come yet; `nil` where it can.
  func prematurity(_ value: Value, _ today: CivilDate) -> Bilingual? {
    guard case .date(let day) = value, day > today, !isEnd,
      grain != nil || Self.past.contains(NameKey.identifier(fact.name.english))
    else { return nil }
    let text = shown(value, .english)
    return Bilingual("\(text) has not come yet", "\(shown(value, .chinese))还没有到")
  }

  /// The value of what was written; `nil` where it is none of the type.
  func value(_ text: String) -> Value? {
    if text == Self.none { return isEnd || fact.type.isOptional ? .absent : nil }
    if text == Self.unknown { return .unknown(Missing(key)) }
    var reader = ScalarReader(fact: fact, key: key, grain: grain, isEnd: isEnd)
    guard let value = reader.value(text, quoted: true, at: SourceRange(0, 0)), value.isKnown else {
      return nil
    }
    return value
  }

  /// How a value is written.
  func text(_ value: Value) -> String {
    switch value {
    case .absent: Self.none
    case .unknown: Self.unknown
    case .date(let day) where grain == .months: day.month.description
    default: fact.type.canonical(value)
    }
  }

  /// How a value reads.
  func shown(_ value: Value, _ language: Language) -> String {
    switch value {
    case .absent where isEnd: language == .chinese ? "至今" : "still going on"
    case .date(let day) where grain == .months: day.monthWords[language]
    case .truth, .choice:
      (ChoiceWords.words(fact, text(value)) ?? ValueText.text(value, fact.type).capitalized)[
        language
      ]
    default: ValueText.text(value, fact.type)[language]
    }
  }
}
