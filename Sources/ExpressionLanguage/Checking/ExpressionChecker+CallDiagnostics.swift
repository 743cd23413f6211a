extension Diagnostic {
  static func needsRecord(_ name: String, of records: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "needs-record",
      at: range,
      Bilingual("\(name) is decided for each of \(records)", "“\(name)”是逐条记录判定的"),
      reason: Bilingual(
        "Outside a record it has as many values as there are records.",
        "离开单条记录，它有多少条记录就有多少个值。"
      ),
      fix: Bilingual(
        "any(\(records)[\(name)]), count, sum or largest",
        "any(\(records)[\(name)])、count、sum 或 largest"
      )
    )
  }

  static func ofAnotherRecord(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "of-another-record",
      at: range,
      Bilingual("\(name) belongs to another record", "“\(name)”属于另一条记录"),
      reason: Bilingual(
        "In a filter only the attributes of the records filtered are at hand.",
        "筛选条件中只能使用被筛选记录的各项。"
      ),
      fix: Bilingual(
        "a rule with {given: …} that is given \(name)",
        "另立带 {given: …} 的规则，把“\(name)”传入"
      )
    )
  }

  static func needsArguments(
    _ name: String,
    _ wanted: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let call = "\(name)(\(wanted.joined(separator: ", ")))"
    return Diagnostic(
      "needs-arguments",
      at: range,
      Bilingual("\(name) must be given something", "“\(name)”需要给定参数"),
      fix: Bilingual(call, call)
    )
  }

  static func wrongArguments(
    _ name: String,
    _ wanted: [String],
    found: Int,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "wrong-arguments",
      at: range,
      Bilingual(
        "\(name) takes \(wanted.count), not \(found)",
        "“\(name)”要\(wanted.count)个参数，不是\(found)个"
      ),
      reason: wanted.isEmpty
        ? Bilingual("It is a rule without parameters.", "这是没有参数的规则。")
        : Bilingual(
          "It is given \(wanted.joined(separator: ", ")).",
          "依次给定：\(wanted.joined(separator: "、"))。"
        ),
      fix: Bilingual(
        wanted.isEmpty ? name : "\(name)(\(wanted.joined(separator: ", ")))",
        wanted.isEmpty ? name : "\(name)(\(wanted.joined(separator: ", ")))"
      )
    )
  }

  static func needlessLabel(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "needless-label",
      at: range,
      Bilingual("a rule is given values by place", "规则的参数按位置给定"),
      fix: Bilingual("leave \(label): out", "删去 \(label):")
    )
  }

  static func argumentOutside(
    _ text: String,
    _ parameter: (name: String, type: ValueType),
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "argument-outside",
      at: range,
      Bilingual(
        "\(text) can lie outside \(parameter.name)",
        "“\(text)”可能超出“\(parameter.name)”的范围"
      ),
      reason: Bilingual(
        "The rule was proved only for the values that its parameter declares.",
        "规则只对参数所声明的取值作过验证。"
      ),
      fix: Bilingual("widen the type, or narrow what is given", "放宽类型，或收窄所给的值")
    )
  }

  static func notCallable(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-callable",
      at: range,
      Bilingual("\(text) takes nothing in brackets", "“\(text)”后不能加括号"),
      reason: Bilingual(
        "It is neither a function nor a rule with parameters.",
        "它既不是函数，也不是带参数的规则。"
      ),
      fix: Bilingual("leave the brackets out", "删去括号")
    )
  }

  static func unknownLabel(
    _ label: String,
    of function: String,
    _ labels: Set<String>,
    at range: SourceRange
  ) -> Diagnostic {
    let known = labels.sorted()
    return Diagnostic(
      "unknown-argument",
      at: range,
      Bilingual("\(function) knows no \(label):", "\(function) 没有 \(label): 这一项"),
      reason: known.isEmpty
        ? Bilingual("It takes no named arguments.", "它没有带名称的参数。")
        : Bilingual(
          "It takes \(known.map { $0 + ":" }.joined(separator: ", ")).",
          "可用的有 \(known.map { $0 + ":" }.joined(separator: "、"))。"
        ),
      fix: Spelling.nearest(to: label, among: known).map { Bilingual("\($0):", "\($0):") }
        ?? Bilingual("leave it out", "删去")
    )
  }

  static func doubledLabel(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-argument",
      at: range,
      Bilingual("\(label): stands twice", "\(label): 写了两次"),
      fix: Bilingual("keep one of them", "只留一个")
    )
  }

  static func missingLabel(_ label: String, of function: String, at range: SourceRange)
    -> Diagnostic
  {
    let example: String
    let reason: Bilingual
    switch label {
    case "full":
      example = "full: day after, or full: birthday"
      reason = Bilingual(
        "The law must say when a year of age is full.",
        "办法必须写明何日起算满一周岁。"
      )
    case "month end":
      example = "month end: down, or month end: up"
      reason = Bilingual(
        "The law must say what 31 August and six months make.",
        "办法必须写明8月31日加6个月是哪一日。"
      )
    default:
      example = "\(label): legal date"
      reason = Bilingual("The law must say which day counts.", "办法必须写明以哪一日为准。")
    }
    return Diagnostic(
      "missing-argument",
      at: range,
      Bilingual("\(function) without \(label):", "\(function) 缺少 \(label):"),
      reason: reason,
      fix: Bilingual(example, example)
    )
  }

  static func wrongCount(
    _ function: String,
    _ shape: CallShape,
    found: Int,
    at range: SourceRange
  ) -> Diagnostic {
    let wanted = shape.fewest == shape.most ? "\(shape.fewest)" : "\(shape.fewest)–\(shape.most)"
    return Diagnostic(
      "wrong-arguments",
      at: range,
      Bilingual(
        "\(function) takes \(wanted), not \(found)",
        "\(function) 要\(wanted)个参数，不是\(found)个"
      ),
      fix: function == "round"
        ? Bilingual("round(x / y, 2, half up)", "round(x / y, 2, half up)") : nil
    )
  }

  static func unknownPhrase(
    _ text: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: text, among: known)
    return Diagnostic(
      "unknown-choice",
      at: range,
      Bilingual("\(text) is not one of the choices", "“\(text)”不在可选之列"),
      reason: Bilingual(
        "The law chooses one of: \(known.joined(separator: ", ")).",
        "办法须从中选定一项：\(known.joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual($0, $0) } ?? Bilingual("one of these", "改为其中一项")
    )
  }
}
