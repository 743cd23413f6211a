extension ValueType {
  /// The known value that `canonical` writes as `text`; `nil` where the type has no such value.
  ///
  /// The other way round from ``canonical(_:)``, and as strict: one value is written in one way.
  package func value(canonical text: String) -> Value? {
    switch base {
    case .truth:
      return text == "true" ? .truth(true) : text == "false" ? .truth(false) : nil
    case .number(let type):
      guard let literal = DecimalLiteral(text), literal.scale == type.scale,
        literal.description == text, (type.least...type.greatest).contains(literal.units)
      else { return nil }
      return .number(literal.units)
    case .date(let low, let high):
      guard let date = CivilDate(text), low <= date, date <= high else { return nil }
      return .date(date)
    case .instant:
      guard let instant = CivilInstant(text), instant.description == text else { return nil }
      return .instant(instant)
    case .text: return .text(text)
    case .choice(let choice): return choice.index(of: text).map(Value.choice)
    case .list, .invalid: return nil
    }
  }
}
