package import ExpressionLanguage
package import Policy

/// Reads one written value as a dictionary types it.
package struct ScalarReader {
  let fact: Fact
  let key: MissingFact
  /// The grain of a spell's ends; `nil` for anything else.
  let grain: Grain?
  /// Whether the value is a spell's end, which may be `none`.
  let isEnd: Bool
  /// What has been found wrong.
  package private(set) var diagnostics = DiagnosticSet()

  /// Creates a reader of values of one fact.
  package init(fact: Fact, key: MissingFact, grain: Grain? = nil, isEnd: Bool = false) {
    self.fact = fact
    self.key = key
    self.grain = grain
    self.isEnd = isEnd
  }

  /// The value that `text` says; `nil` where an error has been reported.
  ///
  /// Unquoted `none` is absence where the type is optional, and otherwise a value of that name.
  package mutating func value(
    _ text: String,
    quoted: Bool,
    at range: SourceRange
  ) -> Value? {
    let text = text.trimmingSpaces
    // YAML cannot write a bare question mark, so a quoted one says the same, but for free text.
    let mayBeText = quoted && fact.type.base == .text
    if !mayBeText, text == "?" || text == "？" { return .unknown(Missing(key)) }
    if !quoted, fact.type.isOptional, text == "none" || text == "无" { return .absent }
    switch fact.type.base {
    case .truth: return truth(text, range)
    case .choice(let choice): return self.choice(text, choice, range)
    case .number(let number): return self.number(text, number, range)
    case .date(let low, let high): return date(text, low, high, range)
    case .instant:
      if let instant = CivilInstant(text) { return .instant(instant) }
      diagnostics.insert(
        .unreadable(text, fact.name, Bilingual("2024-01-31 20:00", "2024-01-31 20:00"), at: range)
      )
      return nil
    case .text:
      if text.isShowable { return .text(text) }
      diagnostics.insert(.unshowable(fact.name, at: range))
      return nil
    case .list, .invalid:
      diagnostics.insert(.listGiven(fact.name, at: range))
      return nil
    }
  }

  private mutating func truth(_ text: String, _ range: SourceRange) -> Value? {
    switch text.lowercased() {
    case "true", "yes", "是": return .truth(true)
    case "false", "no", "否": return .truth(false)
    default:
      diagnostics.insert(
        .unreadable(text, fact.name, Bilingual("yes, or no", "是，或者否"), at: range)
      )
      return nil
    }
  }

  private mutating func choice(
    _ text: String,
    _ choice: ChoiceType,
    _ range: SourceRange
  ) -> Value? {
    let index = choice.index(of: text) ?? choice.values.firstIndex { $0.chinese == text }
    if let index { return .choice(index) }
    let labels = choice.values.flatMap { [$0.label, $0.chinese] }.filter { !$0.isEmpty }
    diagnostics.insert(
      .noSuchChoice(text, fact.name, choice, Spelling.nearest(to: text, among: labels), at: range)
    )
    return nil
  }

  private mutating func number(
    _ text: String,
    _ type: NumberType,
    _ range: SourceRange
  ) -> Value? {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    var digits = parts.first ?? ""
    var unitText = parts.count > 1 ? parts[1] : ""
    if unitText.isEmpty, let split = digits.firstIndex(where: { Glossed.hasHan(String($0)) }) {
      unitText = String(digits[split...])
      digits = String(digits[..<split])
    }
    if unitText == "%" {
      digits += unitText
      unitText = ""
    }
    let bare = digits.drop { $0 == "-" }
    let isPadded = bare.count > 1 && bare.hasPrefix("0") && !bare.hasPrefix("0.") && bare != "0%"
    guard let literal = DecimalLiteral(digits), !isPadded else {
      let example = type.canonicalExample
      diagnostics.insert(.unreadable(text, fact.name, Bilingual(example, example), at: range))
      return nil
    }
    var factor: Int64 = 1
    if !unitText.isEmpty {
      let unit = Unit.named(unitText)
      let isOwn = unitText.lowercased() == type.unit.name(.english).lowercased()
      guard isOwn || unit?.isLike(type.unit) == true else {
        diagnostics.insert(.unlikeFactUnit(unitText, fact.name, type.unit, at: range))
        return nil
      }
      let own = type.unit.factor
      let given = unit?.factor ?? own
      guard given >= own else {
        diagnostics.insert(.unlikeFactUnit(unitText, fact.name, type.unit, at: range))
        return nil
      }
      factor = given / own
    }
    let exact = literal.reduced(to: type.scale)
    guard exact.scale <= type.scale else {
      diagnostics.insert(.tooFine(text, fact.name, type.scale, at: range))
      return nil
    }
    guard let units = exact.units(atScale: type.scale),
      case (let value, false) = units.multipliedReportingOverflow(by: factor),
      type.least <= value, value <= type.greatest
    else {
      let low = DecimalLiteral(units: type.least, scale: type.scale).description
      let high = DecimalLiteral(units: type.greatest, scale: type.scale).description
      diagnostics.insert(.outside(text, fact.name, low, high, at: range))
      return nil
    }
    return .number(value)
  }

  private mutating func date(
    _ text: String,
    _ low: CivilDate,
    _ high: CivilDate,
    _ range: SourceRange
  ) -> Value? {
    if grain == .months {
      guard let month = CivilMonth(text), let day = isEnd ? month.lastDay : month.firstDay else {
        diagnostics.insert(
          .unreadable(text, fact.name, Bilingual("2019-06", "2019-06"), at: range)
        )
        return nil
      }
      guard low <= day, day <= high else {
        diagnostics.insert(
          .outside(text, fact.name, low.month.description, high.month.description, at: range)
        )
        return nil
      }
      return .date(day)
    }
    guard let date = CivilDate(text) else {
      diagnostics.insert(
        .unreadable(text, fact.name, Bilingual("1986-11-11", "1986-11-11"), at: range)
      )
      return nil
    }
    guard low <= date, date <= high else {
      diagnostics.insert(
        .outside(text, fact.name, low.description, high.description, at: range)
      )
      return nil
    }
    return .date(date)
  }
}

extension NumberType {
  /// A value in range, with the unit, to show how to write one.
  fileprivate var canonicalExample: String {
    let number = DecimalLiteral(units: greatest, scale: scale).description
    return unit.isNone ? number : "\(number) \(unit.name(.english))"
  }
}

extension DecimalLiteral {
  /// The number with no more decimals than it needs, and never fewer than `scale`.
  fileprivate func reduced(to scale: Int) -> DecimalLiteral {
    var reduced = self
    while reduced.scale > scale, reduced.units % 10 == 0 {
      reduced = DecimalLiteral(units: reduced.units / 10, scale: reduced.scale - 1)
    }
    return reduced
  }
}
