/// The type of a fact, a rule or an expression.
package struct ValueType: Hashable, Sendable {
  /// What a known value is.
  package indirect enum Base: Hashable, Sendable {
    /// Yes or no.
    case truth
    /// A number.
    case number(NumberType)
    /// A day between two days.
    case date(CivilDate, CivilDate)
    /// A minute.
    case instant
    /// Free text.
    case text
    /// One value of a list.
    case choice(ChoiceType)
    /// Several values of one type.
    case list(Base)
    /// Not typed because of an error that has been reported.
    case invalid
  }

  /// What a known value is.
  package var base: Base
  /// Whether the value may be absent.
  package var isOptional: Bool

  /// Creates a type.
  package init(_ base: Base, isOptional: Bool = false) {
    self.base = base
    self.isOptional = isOptional
  }

  /// Yes or no.
  package static let truth = ValueType(.truth)
  /// The day on which law is applied: no law here is older than 1900 or looks past 2999.
  package static let legalDate = ValueType(
    .date(
      CivilDate(year: 1900, month: 1, day: 1) ?? .earliest,
      CivilDate(year: 2999, month: 12, day: 31) ?? .latest
    )
  )
  /// Any day.
  package static let date = ValueType(.date(.earliest, .latest))
  /// Not typed because of an error that has been reported.
  package static let invalid = ValueType(.invalid)

  /// Whether an error in its parts has been reported already.
  package var isInvalid: Bool { base == .invalid }

  /// The number type, if it is one.
  package var number: NumberType? {
    if case .number(let type) = base { type } else { nil }
  }

  /// The enumeration, if it is one.
  package var choice: ChoiceType? {
    if case .choice(let type) = base { type } else { nil }
  }

  /// What such a value is called, without an article.
  package var kind: Bilingual {
    switch base {
    case .truth: Bilingual("yes or no", "是或否")
    case .number(let type):
      type.unit.isNone
        ? Bilingual("a bare number", "不带单位的数")
        : Bilingual(
          "a number of \(type.unit.name(.english))",
          "以“\(type.unit.name(.chinese))”为单位的数"
        )
    case .date: Bilingual("a date", "日期")
    case .instant: Bilingual("a date and time", "时刻")
    case .text: Bilingual("text", "文字")
    case .choice: Bilingual("a value from a list", "列表中的取值")
    case .list: Bilingual("a list", "清单")
    case .invalid: Bilingual("something unreadable", "无法读取的内容")
    }
  }
}
