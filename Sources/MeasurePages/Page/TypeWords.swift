import ExpressionLanguage

/// What a fact can be, in words.
enum TypeWords {
  /// The values of a type, such as 是或否, 0–60 months or a list in its order.
  static func text(_ type: ValueType) -> Bilingual {
    let text = words(type.base)
    guard type.isOptional else { return text }
    return Bilingual("\(text.english), or none", "\(text.chinese)，或者无")
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
      let (from, to) = (Words.text(low), Words.text(high))
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
