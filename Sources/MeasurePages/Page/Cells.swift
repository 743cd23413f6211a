import ExpressionLanguage
import Policy

/// What the cells of decision tables say, in words.
enum Cells {
  /// The test of one input cell, such as `36–45`, 硕士 or *not …*.
  static func text(_ test: CellTest, _ type: ValueType) -> Bilingual {
    if test.isAny { return Bilingual("any", "不限") }
    let parts = test.tests.map { text($0, type) }
    let english = parts.map(\.english).joined(separator: ", ")
    let chinese = parts.map(\.chinese).joined(separator: "、")
    guard test.isNegated else { return Bilingual(english, chinese) }
    return Bilingual("not \(english)", "除\(chinese)外")
  }

  private static func text(_ test: CellTest.Test, _ type: ValueType) -> Bilingual {
    switch test {
    case .equal(let value): return self.value(value, type)
    case .range(let low, let includesLow, let high, let includesHigh):
      switch (low.map { self.value($0, type) }, high.map { self.value($0, type) }) {
      case (let low?, let high?) where includesLow && includesHigh:
        return Bilingual("\(low.english)–\(high.english)", "\(low.chinese)–\(high.chinese)")
      case (let low?, let high?):
        let (from, to) = (lower(low, includesLow, type), upper(high, includesHigh, type))
        return Bilingual("\(from.english), \(to.english)", "\(from.chinese)且\(to.chinese)")
      case (let low?, nil): return lower(low, includesLow, type)
      case (nil, let high?): return upper(high, includesHigh, type)
      case (nil, nil): return Bilingual("any", "不限")
      }
    }
  }

  private static func lower(_ value: Bilingual, _ isIn: Bool, _ type: ValueType) -> Bilingual {
    if type.number != nil { return joined(isIn ? "≥ " : "> ", value) }
    let isDay = type.choice == nil
    return isIn
      ? Bilingual(
        "\(value.english) or \(isDay ? "later" : "above")",
        "\(value.chinese)及以\(isDay ? "后" : "上")"
      )
      : Bilingual(
        "\(isDay ? "after" : "above") \(value.english)",
        "\(isDay ? "晚" : "高")于\(value.chinese)"
      )
  }

  private static func upper(_ value: Bilingual, _ isIn: Bool, _ type: ValueType) -> Bilingual {
    if type.number != nil { return joined(isIn ? "≤ " : "< ", value) }
    let isDay = type.choice == nil
    return isIn
      ? Bilingual(
        "\(value.english) or \(isDay ? "earlier" : "below")",
        "\(value.chinese)及以\(isDay ? "前" : "下")"
      )
      : Bilingual(
        "\(isDay ? "before" : "below") \(value.english)",
        "\(isDay ? "早" : "低")于\(value.chinese)"
      )
  }

  private static func joined(_ sign: String, _ value: Bilingual) -> Bilingual {
    Bilingual(sign + value.english, sign + value.chinese)
  }

  /// A value under a header that names its unit; days as people read them.
  static func value(_ value: Value, _ type: ValueType) -> Bilingual {
    switch value {
    case .number:
      let text = type.canonical(value)
      return Bilingual(text, text)
    case .date(let day): return day.words
    default: return Bilingual(type.text(value, .english), type.text(value, .chinese))
    }
  }

  /// A value on its own, with its unit; a minute by its day and time.
  static func whole(_ value: Value, _ type: ValueType) -> Bilingual {
    switch value {
    case .date(let day): return day.words
    case .instant(let instant):
      let parts = instant.description.split(separator: " ").map(String.init)
      guard parts.count == 2, let day = CivilDate(parts[0]) else { break }
      let text = day.words
      return Bilingual("\(text.english), \(parts[1])", "\(text.chinese)\(parts[1])")
    default: break
    }
    return Bilingual(type.text(value, .english), type.text(value, .chinese))
  }

  /// A limit that is a number, with its unit and no more decimals than it needs; `nil` where it is
  /// computed.
  static func limit(_ limit: RuleLimit, _ type: ValueType) -> Bilingual? {
    guard case .constant(.number(let units)) = limit.node, let number = type.number else {
      return nil
    }
    let text = DecimalLiteral(units: units, scale: number.scale).shortest
    return Bilingual(
      "\(text) \(number.unit.name(.english, singular: text == "1"))",
      "\(text)\(number.unit.name(.chinese))"
    )
  }

  /// The unit of a type in brackets, for a header; nothing where it has none.
  static func unit(_ type: ValueType) -> Bilingual {
    guard let unit = type.number?.unit, !unit.isNone else { return Bilingual("", "") }
    return Bilingual(" (\(unit.name(.english)))", "（\(unit.name(.chinese))）")
  }
}

extension HitPolicy {
  /// How the rows make one result, as a lawyer says it.
  var words: Bilingual {
    switch self {
    case .unique: Bilingual("exactly one row applies", "恰有一行适用")
    case .first:
      Bilingual("the first row that applies, from the top", "自上而下，以首个适用的行为准")
    case .collect: Bilingual("every row that applies is listed", "列出所有适用的行")
    case .sum:
      Bilingual(
        "rows that apply are added; where none applies: 0",
        "适用的各行相加，均不适用的为0"
      )
    case .greatest:
      Bilingual(
        "the highest of the rows that apply; where none applies: 0",
        "取适用各行的最高值，均不适用的为0"
      )
    case .least:
      Bilingual(
        "the lowest of the rows that apply; where none applies: 0",
        "取适用各行的最低值，均不适用的为0"
      )
    }
  }
}
