import ExpressionLanguage

extension PolicyCompiler {
  /// Values of one type, such as an output column.
  struct Outputs {
    var values: [Value]
    var type: ValueType
  }

  /// The literals of value cells brought to one type; `nil` where an error has been reported.
  ///
  /// A bare number has the unit `bare`: points under `points`.
  func outputs(_ cells: [Cell], bare: Unit, _ scope: RuleScope) -> Outputs? {
    var entries: [CellReader.Entry] = []
    for cell in cells {
      var reader = CellReader(cell.range, of: source(scope.measure), known: scope.known)
      let literals = reader.literals()
      report.insert(reader.diagnostics, in: source(scope.measure))
      guard let literals else { return nil }
      guard literals.count == 1 else {
        fail(.oneValueOnly(at: cell.range), scope.measure)
        return nil
      }
      entries.append(literals[0])
    }
    return outputs(entries, bare: bare, scope.measure)
  }

  /// Literals brought to one type; `nil` where an error has been reported.
  func outputs(_ entries: [CellReader.Entry], bare: Unit, _ measure: Int) -> Outputs? {
    guard let first = entries.first(where: { $0.literal != .none }) else {
      if let entry = entries.first { fail(.nothingButNone(at: entry.range), measure) }
      return nil
    }
    let isOptional = entries.contains { $0.literal == .none }
    let typed: Outputs?
    switch first.literal {
    case .number: typed = numbers(entries, bare, measure)
    case .string: typed = choices(entries, measure)
    default: typed = plain(entries, like: first.literal, measure)
    }
    guard var typed else { return nil }
    typed.type.isOptional = isOptional
    return typed
  }

  private func numbers(
    _ entries: [CellReader.Entry],
    _ bare: Unit,
    _ measure: Int
  ) -> Outputs? {
    var read: [(number: DecimalLiteral, unit: Unit)?] = []
    var common: Unit?
    for entry in entries {
      switch entry.literal {
      case .none: read.append(nil)
      case .number(let number, let written):
        let unit = written.isNone ? bare : written
        let soFar = common ?? (bare.isNone ? unit : bare)
        guard soFar.isLike(unit) else {
          fail(.unlikeOutputs(soFar, unit, at: entry.range), measure)
          return nil
        }
        common = soFar == unit ? unit : unit.base
        read.append((number, unit))
      default:
        fail(.unlikeLiterals(at: entry.range), measure)
        return nil
      }
    }
    let unit = common ?? bare
    let scale = read.compactMap { $0?.number.scale }.max() ?? 0
    var values: [Value] = []
    for (entry, number) in zip(entries, read) {
      guard let number else {
        values.append(.absent)
        continue
      }
      let factor = number.unit.factor / unit.factor
      guard let units = number.number.units(atScale: scale),
        case (let product, false) = units.multipliedReportingOverflow(by: factor)
      else {
        fail(.mayOverflowCell(at: entry.range), measure)
        return nil
      }
      values.append(.number(product))
    }
    let known = Set(values.compactMap(\.order)).sorted()
    let type = NumberType(
      scale: scale,
      unit: unit,
      least: known.first ?? 0,
      greatest: known.last ?? 0,
      values: known.count <= 64 ? known : nil
    )
    return Outputs(values: values, type: ValueType(.number(type)))
  }

  private func choices(_ entries: [CellReader.Entry], _ measure: Int) -> Outputs? {
    var list: [ChoiceValue] = []
    var values: [Value] = []
    for entry in entries {
      if entry.literal == .none {
        values.append(.absent)
        continue
      }
      guard case .string(let label) = entry.literal else {
        fail(.unlikeLiterals(at: entry.range), measure)
        return nil
      }
      if let index = list.firstIndex(where: { $0.label == label }) {
        if list[index].chinese.isEmpty { list[index].chinese = entry.gloss }
        if !entry.gloss.isEmpty, list[index].chinese != entry.gloss {
          fail(.unlikeGloss(entry.gloss, list[index].chinese, at: entry.range), measure)
        }
        values.append(.choice(index))
      } else {
        values.append(.choice(list.count))
        list.append(ChoiceValue(label: label, chinese: entry.gloss))
      }
    }
    for value in list where value.chinese.isEmpty {
      if let known = dictionaryGloss(value.label, measure),
        let index = list.firstIndex(of: value)
      {
        list[index].chinese = known
      }
    }
    return Outputs(
      values: values,
      type: ValueType(.choice(ChoiceType(values: list, isOrdered: false)))
    )
  }

  /// The Chinese label that the dictionary gives to a value, if all its types agree.
  private func dictionaryGloss(_ label: String, _ measure: Int) -> String? {
    for fact in model.facts {
      if let value = fact.type.choice?.values.first(where: { $0.label == label }) {
        return value.chinese
      }
    }
    return nil
  }

  private func plain(
    _ entries: [CellReader.Entry],
    like sample: Literal,
    _ measure: Int
  ) -> Outputs? {
    var values: [Value] = []
    var low = CivilDate.latest
    var high = CivilDate.earliest
    for entry in entries {
      switch (entry.literal, sample) {
      case (.none, _): values.append(.absent)
      case (.truth(let truth), .truth): values.append(.truth(truth))
      case (.date(let date), .date):
        (low, high) = (min(low, date), max(high, date))
        values.append(.date(date))
      case (.instant(let instant), .instant): values.append(.instant(instant))
      default:
        fail(.unlikeLiterals(at: entry.range), measure)
        return nil
      }
    }
    let base: ValueType.Base =
      switch sample {
      case .truth: .truth
      case .date: .date(low, high)
      default: .instant
      }
    return Outputs(values: values, type: ValueType(base))
  }
}

extension Diagnostic {
  static func nothingButNone(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nothing-but-none",
      at: range,
      Bilingual("nothing but none in this column", "此列全为 none"),
      reason: Bilingual("What kind of value it is cannot be told.", "看不出取值是什么类型。"),
      fix: Bilingual("a value in one of the rows", "至少一行写出取值")
    )
  }

  static func oneValueOnly(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "one-value-only",
      at: range,
      Bilingual("one value in this cell", "此格只能有一个值"),
      fix: Bilingual("a row for each", "每个值一行")
    )
  }

  static func unlikeOutputs(_ first: Unit, _ second: Unit, at range: SourceRange) -> Diagnostic {
    let (one, other) = (Diagnostic.name(first), Diagnostic.name(second))
    return Diagnostic(
      "unlike-units",
      at: range,
      Bilingual(
        "\(other.english) where \(one.english) are wanted",
        "单位不符：\(other.chinese)与\(one.chinese)"
      ),
      reason: Bilingual("A column has one unit.", "一列只有一种单位。"),
      fix: Bilingual(
        "the same unit in every row",
        "各行用同一种单位"
      )
    )
  }

  static func unlikeLiterals(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unlike-values",
      at: range,
      Bilingual("values of two kinds in one column", "同一列中有两种取值"),
      fix: Bilingual(
        "all numbers, all quoted values, all dates or all yes and no",
        "全部为数、全部为引号内取值、全部为日期，或全部为是否"
      )
    )
  }

  static func mayOverflowCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-number",
      at: range,
      Bilingual("this number cannot be read", "数字无法读取"),
      reason: Bilingual(
        "With the decimals of the whole column it would pass 18 digits.",
        "按整列的小数位数，数值会超过18位。"
      ),
      fix: Bilingual("fewer digits", "减少位数")
    )
  }

  static func unlikeGloss(
    _ gloss: String,
    _ label: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "gloss-differs",
      .warning,
      at: range,
      Bilingual("the gloss differs from the label", "注释与标签不一致"),
      reason: Bilingual(
        "Elsewhere it is called \(label), here \(gloss).",
        "别处称“\(label)”，此处称“\(gloss)”。"
      ),
      fix: Bilingual(label, label)
    )
  }
}
