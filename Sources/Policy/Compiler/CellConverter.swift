import ExpressionLanguage

/// Brings the literals of a column's cells to the column's own scale and unit.
///
/// Where cells have more decimals than the input, or months where it counts years, ends of ranges
/// move to the nearest value that the input can have; who passes stays the same.
struct CellConverter {
  let type: ValueType
  let source: SourceText
  private(set) var diagnostics = DiagnosticSet()

  init(_ type: ValueType, _ source: SourceText) {
    self.type = type
    self.source = source
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
    case .equal(let entry): return value(entry, .exact).map { .equal($0) }
    case .compare(let comparison, let entry):
      switch comparison {
      case .less, .lessOrEqual:
        return end(entry, isLow: false, comparison == .lessOrEqual)
          .map { .range(nil, includesLow: false, $0.value, includesHigh: $0.isIn) }
      default:
        return end(entry, isLow: true, comparison == .greaterOrEqual)
          .map { .range($0.value, includesLow: $0.isIn, nil, includesHigh: false) }
      }
    case .range(let low, let includesLow, let high, let includesHigh):
      guard let first = end(low, isLow: true, includesLow),
        let last = end(high, isLow: false, includesHigh)
      else { return nil }
      if isBackwards(low, high) {
        diagnostics.insert(.backwardsRange(at: low.range.extended(toCover: high.range)))
        return nil
      }
      return .range(
        first.value,
        includesLow: first.isIn,
        last.value,
        includesHigh: last.isIn
      )
    }
  }

  /// Whether the first end of a range, as written, lies after its last.
  private mutating func isBackwards(_ low: CellReader.Entry, _ high: CellReader.Entry) -> Bool {
    guard let first = value(low, .down)?.order, let last = value(high, .up)?.order else {
      return false
    }
    return first > last
  }

  /// An end of a range, with whether it is in the range itself.
  private mutating func end(
    _ entry: CellReader.Entry,
    isLow: Bool,
    _ isIn: Bool
  ) -> (value: Value, isIn: Bool)? {
    guard isOrdered else {
      diagnostics.insert(.noOrderInCell(at: entry.range))
      return nil
    }
    guard let value = value(entry, isLow ? .up : .down) else { return nil }
    // An end that moved is a value inside the range.
    return (value, isIn || isBetween(entry))
  }

  /// How a number between two values of the input is read.
  private enum Nearest {
    case exact, up, down
  }

  private var isOrdered: Bool {
    switch type.base {
    case .number, .date, .instant: true
    case .choice(let choice): choice.isOrdered
    default: false
    }
  }

  private mutating func value(_ entry: CellReader.Entry, _ nearest: Nearest) -> Value? {
    switch (entry.literal, type.base) {
    case (.none, _):
      if type.isOptional, nearest == .exact { return .absent }
      diagnostics.insert(
        type.isOptional ? .noOrderInCell(at: entry.range) : .neverNoneInCell(at: entry.range)
      )
      return nil
    case (.truth(let truth), .truth): return .truth(truth)
    case (.date(let date), .date): return .date(date)
    case (.instant(let instant), .instant): return .instant(instant)
    case (.date(let date), .instant):
      return CivilInstant(date, hour: 0, minute: 0).map { .instant($0) }
    case (.string(let text), .text): return .text(text)
    case (.string(let label), .choice(let choice)): return self.choice(label, choice, entry)
    case (.number(let literal, let unit), .number(let number)):
      return self.number(literal, unit, number, entry, nearest)
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

  /// A literal as a fraction whose whole numbers are the values of the input; `nil` where its unit
  /// is another.
  private func fraction(
    _ literal: DecimalLiteral,
    _ written: Unit,
    _ number: NumberType
  ) -> (top: Int128, bottom: Int128)? {
    let unit = written.isNone ? number.unit : written
    guard unit.isLike(number.unit), let up = PowerOfTen.of(number.scale),
      let down = PowerOfTen.of(literal.scale)
    else { return nil }
    let (top, over) = Int128(literal.units).multipliedReportingOverflow(by: Int128(up))
    let (whole, over2) = top.multipliedReportingOverflow(by: Int128(unit.factor))
    return over || over2 ? nil : (whole, Int128(down) * Int128(number.unit.factor))
  }

  /// Whether an entry lies between two values of the input.
  private func isBetween(_ entry: CellReader.Entry) -> Bool {
    guard case .number(let literal, let unit) = entry.literal, let number = type.number,
      let fraction = fraction(literal, unit, number)
    else { return false }
    return fraction.top % fraction.bottom != 0
  }

  private mutating func number(
    _ literal: DecimalLiteral,
    _ written: Unit,
    _ number: NumberType,
    _ entry: CellReader.Entry,
    _ nearest: Nearest
  ) -> Value? {
    let unit = written.isNone ? number.unit : written
    guard unit.isLike(number.unit) else {
      diagnostics.insert(.unlikeOutputs(number.unit, unit, at: entry.range))
      return nil
    }
    guard let (top, bottom) = fraction(literal, written, number),
      let value = (nearest == .up ? Rounding.ceiling : .floor).quotient(top, bottom)
    else {
      diagnostics.insert(.mayOverflowCell(at: entry.range))
      return nil
    }
    if nearest == .exact, top % bottom != 0 {
      diagnostics.insert(.finerThanColumn(source.text(entry.range), at: entry.range))
      return nil
    }
    return .number(value)
  }
}

extension Diagnostic {
  static func finerThanColumn(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "finer-than-column",
      at: range,
      Bilingual("nobody has \(text)", "没有人是\(text)"),
      reason: Bilingual(
        "The column counts in larger steps, so that the row would apply to nobody.",
        "本列的单位或小数位数较粗，这一行不会适用于任何人。"
      ),
      fix: Bilingual("a value that the column can have, or a range", "写本列可能的取值，或写区间")
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
      reason: Bilingual("The column holds \(type.kind.english).", "本列是\(type.kind.chinese)。"),
      fix: Bilingual("a value of that kind, or -", "写此类取值，或 -")
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
