import ExpressionLanguage

/// Reads the type column of a dictionary.
struct TypeReader {
  let source: SourceText
  let known: KnownNames
  /// The named types declared so far.
  let types: [String: ValueType]
  private(set) var diagnostics = DiagnosticSet()

  init(source: SourceText, known: KnownNames, types: [String: ValueType]) {
    self.source = source
    self.known = known
    self.types = types
  }

  /// The type in a cell, with the unit of its row.
  mutating func type(_ cell: Cell, unit: Unit) -> ValueType {
    let text = cell.text
    let isOptional = text.hasPrefix("optional ")
    let bare = isOptional ? String(text.dropFirst(9)).trimmingSpaces : text
    guard var type = read(bare, cell, unit) else { return .invalid }
    type.isOptional = type.isOptional || isOptional
    if !unit.isNone, type.number == nil, !type.isInvalid {
      diagnostics.insert(.unitOfNoNumber(at: cell.range))
    }
    return type
  }

  private mutating func read(_ text: String, _ cell: Cell, _ unit: Unit) -> ValueType? {
    switch text {
    case "yes/no": return .truth
    case "instant": return ValueType(.instant)
    case "text": return ValueType(.text)
    default: break
    }
    if text.hasPrefix("\"") { return enumeration(cell) }
    for word in ["whole number", "number", "date"] where text.hasPrefix(word + " [") {
      return bounded(word, text, cell, unit)
    }
    if ["whole number", "number", "date"].contains(text) {
      diagnostics.insert(.noBounds(text, at: cell.range))
      return nil
    }
    if let named = types[NameKey.of(text)] {
      guard var number = named.number, !unit.isNone, unit != number.unit else { return named }
      if !number.unit.isNone {
        diagnostics.insert(.unitOfNamedType(text, number.unit, at: cell.range))
      }
      number.unit = unit
      return ValueType(.number(number), isOptional: named.isOptional)
    }
    diagnostics.insert(.unknownType(text, types.keys.sorted(), at: cell.range))
    return nil
  }

  private mutating func bounded(
    _ word: String,
    _ text: String,
    _ cell: Cell,
    _ unit: Unit
  ) -> ValueType? {
    let inner = text.dropFirst(word.count + 2)
    let ends = inner.hasSuffix("]") ? Glossed.split(String(inner.dropLast()), at: "..") : []
    guard ends.count == 2 else {
      diagnostics.insert(.noBounds(word, at: cell.range))
      return nil
    }
    let (low, high) = (ends[0].trimmingSpaces, ends[1].trimmingSpaces)
    if word == "date" {
      guard let first = CivilDate(low), let last = CivilDate(high), first <= last else {
        diagnostics.insert(.badBounds(at: cell.range))
        return nil
      }
      return ValueType(.date(first, last))
    }
    guard let least = DecimalLiteral(low), let greatest = DecimalLiteral(high) else {
      diagnostics.insert(.badBounds(at: cell.range))
      return nil
    }
    let scale = max(least.scale, greatest.scale)
    guard let first = least.units(atScale: scale), let last = greatest.units(atScale: scale),
      first <= last, word == "number" || scale == 0
    else {
      diagnostics.insert(.badBounds(at: cell.range))
      return nil
    }
    return ValueType(
      .number(NumberType(scale: scale, unit: unit, least: first, greatest: last))
    )
  }

  /// `"a" · 甲, "b" · 乙` without order, or with `<` between, the least first.
  private mutating func enumeration(_ cell: Cell) -> ValueType? {
    let text = cell.text.hasPrefix("optional ") ? String(cell.text.dropFirst(9)) : cell.text
    let byComma = Glossed.split(text, at: ",")
    let byOrder = Glossed.split(text, at: "<")
    if byComma.count > 1, byOrder.count > 1 {
      diagnostics.insert(.mixedOrder(at: cell.range))
      return nil
    }
    let isOrdered = byOrder.count > 1
    var values: [ChoiceValue] = []
    for part in isOrdered ? byOrder : byComma {
      let halves = Glossed.parts(part)
      guard let first = halves.first, first.hasPrefix("\""), first.hasSuffix("\""),
        first.count > 2, halves.count <= 2
      else {
        diagnostics.insert(.badValue(part.trimmingSpaces, at: cell.range))
        return nil
      }
      let label = String(first.dropFirst().dropLast())
      if values.contains(where: { $0.label == label }) {
        diagnostics.insert(.doubledValue(label, at: cell.range))
        return nil
      }
      values.append(ChoiceValue(label: label, chinese: halves.count == 2 ? halves[1] : ""))
    }
    return ValueType(.choice(ChoiceType(values: values, isOrdered: isOrdered)))
  }
}

extension Diagnostic {
  static func unitOfNamedType(_ type: String, _ unit: Unit, at range: SourceRange) -> Diagnostic {
    let name = Diagnostic.name(unit)
    return Diagnostic(
      "unit-of-named-type",
      at: range,
      Bilingual("\(type) has a unit already", "“\(type)”已有单位"),
      reason: Bilingual(
        "The type counts \(name.english); the same number would count something else here.",
        "该类型以“\(name.chinese)”为单位；同一个数在这里会变成别的量。"
      ),
      fix: Bilingual("leave the unit out, or take another type", "删去单位，或换一个类型")
    )
  }

  static func unitOfNoNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unit-of-no-number",
      at: range,
      Bilingual("a unit beside something that is no number", "非数值不带单位"),
      fix: Bilingual("leave the unit out", "删去单位")
    )
  }

  static func noBounds(_ word: String, at range: SourceRange) -> Diagnostic {
    let example = word == "date" ? "date [1930-01-01..2030-12-31]" : "\(word) [0..100]"
    return Diagnostic(
      "no-bounds",
      at: range,
      Bilingual("from where to where?", "缺少取值范围"),
      reason: Bilingual(
        "Tables are proved over what a fact can be, so it must be bounded.",
        "表格要按事实的取值范围验证，所以必须写明上下限。"
      ),
      fix: Bilingual(example, example)
    )
  }

  static func badBounds(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-bounds",
      at: range,
      Bilingual("these bounds cannot be read", "取值范围写法不对"),
      reason: Bilingual(
        "The lower bound stands first; whole numbers have no decimals.",
        "下限在前；整数不带小数。"
      ),
      fix: Bilingual("[0..100], or [1930-01-01..2030-12-31]", "[0..100]，或 [1930-01-01..2030-12-31]")
    )
  }

  static func unknownType(_ text: String, _ types: [String], at range: SourceRange) -> Diagnostic {
    let known =
      types + ["yes/no", "whole number [0..100]", "number [0.00..1.00]", "date", "instant", "text"]
    let near = Spelling.nearest(to: text, among: known)
    return Diagnostic(
      "unknown-type",
      at: range,
      Bilingual("there is no type \(text)", "没有“\(text)”这种类型"),
      reason: Bilingual(
        "A type is yes/no, a bounded number or date, instant, text, a list of quoted values, "
          + "or declared above under type.",
        "类型为 yes/no、有上下限的数或日期、instant、text、引号内取值的列表，或在上文 type 下声明。"
      ),
      fix: near.map { Bilingual($0, $0) }
        ?? Bilingual("such as whole number [0..100]", "例如 whole number [0..100]")
    )
  }

  static func mixedOrder(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "mixed-order",
      at: range,
      Bilingual("ordered or not?", "有无次序？"),
      reason: Bilingual(
        "Values stand with commas (no order) or with < (least first), not with both.",
        "取值之间用逗号（无次序）或 <（从低到高），不能混用。"
      ),
      fix: Bilingual("one of the two throughout", "统一用其中一种")
    )
  }

  static func badValue(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-value",
      at: range,
      Bilingual("\(text) is not a quoted value", "“\(text)”不是引号内的取值"),
      fix: Bilingual("\"value\" · 中文", "\"value\" · 中文")
    )
  }

  static func doubledValue(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-value",
      at: range,
      Bilingual("\"\(label)\" stands twice", "“\(label)”重复"),
      fix: Bilingual("keep one of them", "只留一个")
    )
  }
}
