import ExpressionLanguage

/// Cells and values in the words of people.
enum CellWords {
  /// What a cell asks of a value of `type`, such as `36 to 45 years`; `–` for a cell that asks
  /// nothing.
  static func text(_ cell: CellTest, _ type: ValueType) -> Bilingual {
    if cell.isAny { return Bilingual("–", "–") }
    let tests = cell.tests.map { text($0, type) }
    let either = Bilingual(
      tests.map(\.english).joined(separator: " or "),
      tests.map(\.chinese).joined(separator: "或")
    )
    if !cell.isNegated { return either }
    return Bilingual("not \(either.english)", "非\(either.chinese)")
  }

  private static func text(_ test: CellTest.Test, _ type: ValueType) -> Bilingual {
    switch test {
    case .equal(let value): return both(value, type)
    case .range(let low, let includesLow, let high, let includesHigh):
      return range(
        low.map { ($0, includesLow) },
        high.map { ($0, includesHigh) },
        type
      )
    }
  }

  /// A value in both languages.
  static func both(_ value: Value, _ type: ValueType) -> Bilingual {
    Bilingual(type.text(value, .english), type.text(value, .chinese))
  }

  /// A stretch of values, such as `36 to 45 years`, `over 50 years`, `up to 35 years`.
  static func range(
    _ low: (value: Value, isIncluded: Bool)?,
    _ high: (value: Value, isIncluded: Bool)?,
    _ type: ValueType
  ) -> Bilingual {
    if let low, let high {
      if low.value == high.value { return both(low.value, type) }
      let (from, to) = (both(low.value, type), both(high.value, type))
      if low.isIncluded, high.isIncluded {
        return Bilingual("\(from.english) to \(to.english)", "\(from.chinese)至\(to.chinese)")
      }
    }
    var parts: [Bilingual] = []
    if let low {
      let from = both(low.value, type)
      parts.append(
        low.isIncluded
          ? Bilingual("\(from.english) or more", "\(from.chinese)及以上")
          : Bilingual("more than \(from.english)", "\(from.chinese)以上（不含）")
      )
    }
    if let high {
      let to = both(high.value, type)
      parts.append(
        high.isIncluded
          ? Bilingual("up to \(to.english)", "不超过\(to.chinese)")
          : Bilingual("less than \(to.english)", "不足\(to.chinese)")
      )
    }
    return Bilingual(
      parts.map(\.english).joined(separator: " and "),
      parts.map(\.chinese).joined(separator: "且")
    )
  }
}
