import ExpressionLanguage

/// Brings the literals of a column's cells to the column's type.
///
/// Where cells have more decimals than the input, or months where it counts years, the column is
/// compared at the finer scale; the input is brought to it.
struct CellConverter {
  private(set) var type: ValueType
  private(set) var node: Node
  let source: SourceText
  private(set) var diagnostics = DiagnosticSet()

  init(_ type: ValueType, _ node: Node, _ source: SourceText) {
    self.type = type
    self.node = node
    self.source = source
  }

  /// Finds the scale and unit that all cells need.
  mutating func prepare(_ cells: [CellReader.Cell]) {
    guard let number = type.number else { return }
    var (scale, unit) = (number.scale, number.unit)
    for cell in cells {
      for entry in cell.tests.flatMap(\.entries) {
        guard case .number(let literal, let written) = entry.literal else { continue }
        scale = max(scale, literal.scale)
        if !written.isNone, written.isLike(unit), written != unit { unit = unit.base }
      }
    }
    guard let wide = number.converted(toScale: scale, unit: unit), wide != number else { return }
    node = Coercion.number(node, number, to: wide)
    type = ValueType(.number(wide), isOptional: type.isOptional)
  }

  /// A cell at the column's type; `nil` where an error was found.
  mutating func test(_ cell: CellReader.Cell) -> CellTest? {
    var tests: [CellTest.Test] = []
    for test in cell.tests {
      guard let converted = self.test(test) else { return nil }
      tests.append(converted)
    }
    return CellTest(tests: tests, isNegated: cell.isNegated)
  }

  private mutating func test(_ test: CellReader.Test) -> CellTest.Test? {
    switch test {
    case .equal(let entry): return value(entry).map { .equal($0) }
    case .compare(let comparison, let entry):
      guard let end = end(entry) else { return nil }
      switch comparison {
      case .less: return .range(nil, includesLow: false, end, includesHigh: false)
      case .lessOrEqual: return .range(nil, includesLow: false, end, includesHigh: true)
      case .greater: return .range(end, includesLow: false, nil, includesHigh: false)
      default: return .range(end, includesLow: true, nil, includesHigh: false)
      }
    case .range(let low, let includesLow, let high, let includesHigh):
      guard let first = end(low), let last = end(high) else { return nil }
      if let from = first.order, let to = last.order, from > to {
        diagnostics.insert(.backwards(at: low.range.extended(toCover: high.range)))
        return nil
      }
      return .range(first, includesLow: includesLow, last, includesHigh: includesHigh)
    }
  }

  /// A value that has an order, for a comparison or a range.
  private mutating func end(_ entry: CellReader.Entry) -> Value? {
    let isOrdered: Bool =
      switch type.base {
      case .number, .date, .instant: true
      case .choice(let choice): choice.isOrdered
      default: false
      }
    guard isOrdered else {
      diagnostics.insert(.noOrderInCell(at: entry.range))
      return nil
    }
    return value(entry)
  }

  private mutating func value(_ entry: CellReader.Entry) -> Value? {
    switch (entry.literal, type.base) {
    case (.none, _):
      if type.isOptional { return .absent }
      diagnostics.insert(.neverNoneInCell(at: entry.range))
      return nil
    case (.truth(let truth), .truth): return .truth(truth)
    case (.date(let date), .date): return .date(date)
    case (.instant(let instant), .instant): return .instant(instant)
    case (.date(let date), .instant):
      return CivilInstant(date, hour: 0, minute: 0).map { .instant($0) }
    case (.string(let text), .text): return .text(text)
    case (.string(let label), .choice(let choice)): return self.choice(label, choice, entry)
    case (.number(let literal, let unit), .number(let number)):
      return self.number(literal, unit, number, entry)
    default:
      diagnostics.insert(.unlikeCell(type, at: entry.range))
      return nil
    }
  }

  private mutating func choice(
    _ label: String,
    _ choice: ChoiceType,
    _ entry: CellReader.Entry
  ) -> Value? {
    guard let index = choice.index(of: label) else {
      diagnostics.insert(.noSuchValueInCell(label, among: choice, at: entry.range))
      return nil
    }
    let chinese = choice.values[index].chinese
    if !entry.gloss.isEmpty, !chinese.isEmpty, entry.gloss != chinese {
      diagnostics.insert(.unlikeGloss(entry.gloss, chinese, at: entry.range))
    }
    return .choice(index)
  }

  private mutating func number(
    _ literal: DecimalLiteral,
    _ written: Unit,
    _ number: NumberType,
    _ entry: CellReader.Entry
  ) -> Value? {
    let unit = written.isNone ? number.unit : written
    guard unit.isLike(number.unit) else {
      diagnostics.insert(.unlikeOutputs(number.unit, unit, at: entry.range))
      return nil
    }
    guard let units = literal.units(atScale: number.scale),
      case (let product, false) = units.multipliedReportingOverflow(
        by: unit.factor / number.unit.factor
      )
    else {
      diagnostics.insert(.mayOverflowCell(at: entry.range))
      return nil
    }
    return .number(product)
  }
}

extension CellReader.Test {
  /// The literals of the test.
  var entries: [CellReader.Entry] {
    switch self {
    case .equal(let entry), .compare(_, let entry): [entry]
    case .range(let low, _, let high, _): [low, high]
    }
  }
}

extension Diagnostic {
  static func backwards(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "backwards-range",
      at: range,
      Bilingual("the range runs backwards", "区间上下限颠倒"),
      fix: Bilingual("the lower end first", "下限在前")
    )
  }

  static func noOrderInCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-order",
      at: range,
      Bilingual("these values have no order", "这些取值没有先后高低"),
      reason: Bilingual(
        "Only numbers, dates and enumerations declared with < can be more or less.",
        "只有数、日期和用 < 声明次序的列表才能比较大小。"
      ),
      fix: Bilingual("\"a\", \"b\"", "\"a\", \"b\"")
    )
  }

  static func neverNoneInCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "never-none",
      at: range,
      Bilingual("this column is never none", "此列不会为无"),
      reason: Bilingual("Only an optional fact has none.", "只有可选的事实才有“无”。"),
      fix: Bilingual("- where it does not matter", "不论时写 -")
    )
  }

  static func unlikeCell(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unlike-values",
      at: range,
      Bilingual("this cannot be a value of the column", "这不是本列的取值"),
      reason: Bilingual("The column holds \(type.kind.english).", "本列是\(type.kind.chinese)。")
    )
  }

  static func noSuchValueInCell(
    _ label: String,
    among values: ChoiceType,
    at range: SourceRange
  ) -> Diagnostic {
    let labels = values.values.map(\.label)
    let near =
      values.values.first { $0.chinese == label }?.label
      ?? Spelling.nearest(to: label, among: labels)
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
}
