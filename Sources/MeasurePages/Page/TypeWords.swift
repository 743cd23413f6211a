import ExpressionLanguage
import Policy

/// What a fact can be, in words.
enum TypeWords {
  /// The values of a type, such as 是或否, 0–60 months or a list in its order.
  static func text(_ type: ValueType) -> Bilingual {
    let text = words(type.base)
    guard type.isOptional else { return text }
    return Bilingual("\(text.english), or none", "\(text.chinese)，或者无")
  }

  /// Whether and how the person can change a fact of a type.
  static func text(_ change: Changeability, _ type: ValueType) -> Bilingual {
    switch change {
    case .fixed: return Bilingual("no", "不能")
    case .free: return Bilingual("yes", "能")
    case .upward: return Bilingual("only upward", "只能提高")
    case .yearly: return Bilingual("no; it goes on with the year", "不能，随年度而变")
    case .to(let values):
      let values = values.map { Cells.value($0, type) }
      return Bilingual(
        "only to: " + values.map(\.english).joined(separator: ", "),
        "只能变为：" + values.map(\.chinese).joined(separator: "、")
      )
    }
  }

  private static func words(_ base: ValueType.Base) -> Bilingual {
    let type = ValueType(base)
    switch base {
    case .truth: return Bilingual("yes or no", "是或否")
    case .number(let number):
      let unit = Cells.unit(type)
      return Bilingual(
        "\(type.canonical(.number(number.least)))–\(type.canonical(.number(number.greatest)))"
          + unit.english,
        "\(type.canonical(.number(number.least)))–\(type.canonical(.number(number.greatest)))"
          + unit.chinese
      )
    case .date(let low, let high):
      let (from, to) = (low.words, high.words)
      return Bilingual(
        "a day from \(from.english) to \(to.english)",
        "\(from.chinese)至\(to.chinese)的日期"
      )
    case .instant: return Bilingual("a date and time", "日期和时刻")
    case .text: return Bilingual("text, never compared", "文字，不作比较")
    case .choice(let choice):
      let english = choice.values.map(\.label)
      let chinese = choice.values.map { $0.chinese.isEmpty ? $0.label : $0.chinese }
      return choice.isOrdered
        ? Bilingual(
          "from the least: " + english.joined(separator: " < "),
          "由低到高：" + chinese.joined(separator: " < ")
        )
        : Bilingual(english.joined(separator: ", "), chinese.joined(separator: "、"))
    case .list(let element):
      let text = words(element)
      return Bilingual("several of: \(text.english)", "若干项：\(text.chinese)")
    case .invalid: return type.kind
    }
  }
}
