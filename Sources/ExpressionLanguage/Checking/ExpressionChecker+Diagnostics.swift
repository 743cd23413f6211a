extension Diagnostic {
  static func unrelatedLists(
    _ own: ChoiceType,
    _ other: ChoiceType,
    at range: SourceRange
  ) -> Diagnostic {
    let (first, second) = (
      own.values.map(\.label).joined(separator: ", "),
      other.values.map(\.label).joined(separator: ", ")
    )
    return Diagnostic(
      "unrelated-lists",
      at: range,
      Bilingual("these two can never be equal", "两者永远不会相等"),
      reason: Bilingual(
        "One is one of \(first); the other one of \(second).",
        "一方取值为\(first)，另一方为\(second)。"
      ),
      fix: Bilingual("a value that both can have", "改为双方都有的取值")
    )
  }

  static func bareRecords(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bare-records",
      at: range,
      Bilingual("\(name) are records, not a value", "“\(name)”是记录，不是一个值"),
      reason: Bilingual(
        "Records are reached through a measure such as count, any, months or covers.",
        "记录要通过 count、any、months、covers 等度量使用。"
      ),
      fix: Bilingual("count(\(name))", "count(\(name))")
    )
  }

  static func divisionOutsideRound(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "division-outside-round",
      at: range,
      Bilingual("division outside round", "除法没有写明取整"),
      reason: Bilingual(
        "A quotient has no end of decimals; the law must say how many count and how they round.",
        "商的小数可能无穷；办法必须写明保留几位、如何取舍。"
      ),
      fix: Bilingual("round(x / y, 2, half up)", "round(x / y, 2, half up)")
    )
  }

  static func strayPhrase(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unexpected",
      at: range,
      Bilingual("\(text) does not belong here", "此处不应有“\(text)”")
    )
  }

  static func unresolved(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown-name",
      at: range,
      Bilingual("nothing is called \(text)", "没有名为“\(text)”的事实或规则")
    )
  }

  static func notATruth(_ type: ValueType, _ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-condition",
      at: range,
      Bilingual("this is not yes or no", "此处应为是或否"),
      reason: Bilingual(
        "A condition is met or not; \(text) is \(type.kind.english).",
        "条件只有符合与不符合；“\(text)”是\(type.kind.chinese)。"
      ),
      fix: Bilingual("compare it with something", "写成比较式")
    )
  }

  static func notANumber(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-number",
      at: range,
      Bilingual("a number is wanted here", "此处应为数"),
      reason: Bilingual("This is \(type.kind.english).", "这里是\(type.kind.chinese)。"),
      fix: Bilingual("a fact or rule that is a number", "改为数")
    )
  }

  static func notADate(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-date",
      at: range,
      Bilingual("a date is wanted here", "此处应为日期"),
      reason: Bilingual("This is \(type.kind.english).", "这里是\(type.kind.chinese)。"),
      fix: Bilingual("a date such as legal date or 2024-01-31", "改为日期，例如 legal date 或 2024-01-31")
    )
  }

  static func mayBeNone(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "may-be-none",
      at: range,
      Bilingual("\(text) may be none", "“\(text)”可能为无"),
      reason: Bilingual(
        "The law must say what holds where there is none.",
        "办法必须写明没有时如何处理。"
      ),
      fix: Bilingual("(\(text) otherwise …)", "(\(text) otherwise …)")
    )
  }

  static func neverNone(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "never-none",
      at: range,
      Bilingual("\(text) is never none", "“\(text)”不会为无"),
      reason: Bilingual(
        "Only an optional type has none; an unknown fact stays unknown, whatever stands here.",
        "只有可选类型才有“无”；未提供的事实始终是未知。"
      ),
      fix: Bilingual("leave the none or the otherwise out", "删去 none 或 otherwise")
    )
  }

  static func unlikeTypes(
    _ wanted: ValueType,
    _ found: ValueType,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unlike-types",
      at: range,
      Bilingual("these two cannot meet", "两者不能相比或相加"),
      reason: Bilingual(
        "One is \(wanted.kind.english), the other \(found.kind.english).",
        "一方是\(wanted.kind.chinese)，另一方是\(found.kind.chinese)。"
      ),
      fix: Bilingual("two of one kind", "改为同类的两者")
    )
  }

  static func noSuchValue(
    _ label: String,
    among values: ChoiceType,
    at range: SourceRange
  ) -> Diagnostic {
    let labels = values.values.map(\.label)
    let fromChinese = values.values.first { $0.chinese == label }?.label
    let near = fromChinese ?? Spelling.nearest(to: label, among: labels)
    return Diagnostic(
      "no-such-value",
      at: range,
      Bilingual("there is no value \"\(label)\"", "没有“\(label)”这个取值"),
      reason: Bilingual(
        "The values are: \(labels.map { "\"\($0)\"" }.joined(separator: ", ")).",
        "取值为：\(labels.map { "\"\($0)\"" }.joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual("\"\($0)\"", "\"\($0)\"") }
    )
  }

  static func noOrder(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-order",
      at: range,
      Bilingual("these values have no order", "这些取值没有先后高低"),
      reason: Bilingual(
        "Only numbers, dates and enumerations declared with < can be more or less.",
        "只有数、日期和用 < 声明次序的列表才能比较大小。"
      ),
      fix: Bilingual(
        "in (\"a\", \"b\"), or declare the order in the dictionary",
        "in (\"a\", \"b\")，或在数据字典中声明次序"
      )
    )
  }

  static func mayOverflow(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "may-overflow",
      at: range,
      Bilingual("this number may become too large", "数值可能溢出"),
      reason: Bilingual(
        "With the bounds of its facts it can pass 18 digits.",
        "按各事实的取值范围，结果可能超过18位。"
      ),
      fix: Bilingual(
        "narrow the bounds in the dictionary, or use fewer decimals",
        "在数据字典中收窄取值范围，或减少小数位"
      )
    )
  }

  static func mayDivideByZero(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "division-by-zero",
      at: range,
      Bilingual("\(text) may be zero", "“\(text)”可能为零"),
      reason: Bilingual("Nothing can be divided by it then.", "此时无法作除数。"),
      fix: Bilingual(
        "max(\(text), 1), or a bound in the dictionary",
        "max(\(text), 1)，或在数据字典中限定范围"
      )
    )
  }

  /// A range whose first end lies after its last.
  package static func backwardsRange(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "backwards-range",
      at: range,
      Bilingual("the range runs backwards", "区间上下限颠倒"),
      reason: Bilingual("Nothing lies in it.", "没有取值落在其中。"),
      fix: Bilingual("the lower end first", "下限在前")
    )
  }

  /// `none` where a value is wanted.
  static func bareNone(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bare-none",
      at: range,
      Bilingual("none is no value by itself", "none 本身不是取值"),
      reason: Bilingual(
        "It says that an optional fact is not there, and is compared with such a fact.",
        "none 表示可选的事实没有，只用来与这样的事实比较。"
      ),
      fix: Bilingual("fact = none, or fact otherwise value", "事实 = none，或 事实 otherwise 取值")
    )
  }

  /// A bare number against a quantity, or two quantities that cannot meet.
  static func unlikeUnits(_ lhs: Typed, _ rhs: Typed, _ checker: SourceText) -> Diagnostic {
    let (left, right) = (lhs.type.number?.unit ?? .none, rhs.type.number?.unit ?? .none)
    if right.isNone != left.isNone {
      let (bare, quantity, unit) = right.isNone ? (rhs, lhs, left) : (lhs, rhs, right)
      if case .constant = bare.node {
        let text = checker.text(bare.range)
        let name = checker.text(quantity.range)
        return Diagnostic(
          "number-without-unit",
          at: bare.range,
          Bilingual("\(text) of what?", "缺少单位"),
          reason: Bilingual(
            "\(name) is a number of \(unit.name(.english)).",
            "“\(name)”的单位是\(unit.name(.chinese))。"
          ),
          fix: Bilingual(
            "\(text) \(unit.name(.english, singular: text == "1"))",
            "\(text) \(unit.name(.english, singular: text == "1"))"
          )
        )
      }
    }
    let (first, second) = (
      left.isNone ? Bilingual("a bare number", "无单位") : name(left),
      right.isNone ? Bilingual("a bare number", "无单位") : name(right)
    )
    return Diagnostic(
      "unlike-units",
      at: rhs.range,
      Bilingual(
        "\(second.english) where \(first.english) are wanted",
        "单位不符：\(second.chinese)与\(first.chinese)"
      ),
      reason: Bilingual(
        "Only numbers of one unit can be added or compared.",
        "只有单位相同的数才能相加或比较。"
      ),
      fix: left.isLike(.months) || right.isLike(.months)
        ? Bilingual(
          "convert it, as in months * 3 points / 1 year",
          "先换算，例如 months * 3 points / 1 year"
        ) : Bilingual("two numbers of one unit", "改为单位相同的两数")
    )
  }

  /// A unit's name in both languages.
  package static func name(_ unit: Unit) -> Bilingual {
    unit.isNone
      ? Bilingual("a bare number", "无单位")
      : Bilingual(
        unit.name(.english),
        unit.isLike(.months) && !unit.isYears ? "月" : unit.name(.chinese)
      )
  }
}
