import ExpressionLanguage

/// Reads the column `can change` of a dictionary.
///
/// `no` · 否, `yes` · 是, `up` · 只增, `each year` · 逐年, or `to "active" · 有效, …` · 改为: in either
/// language or both. After `to` may stand ` through CHANNEL`. What cannot be read is reported and
/// taken for `no`.
struct ChangeReader {
  /// The type of the fact.
  let type: ValueType
  /// Whether the fact is an attribute of records.
  let inRecords: Bool
  private(set) var diagnostics = DiagnosticSet()
  /// The channel after `through`.
  private(set) var through: String?

  init(type: ValueType, inRecords: Bool) {
    self.type = type
    self.inRecords = inRecords
  }

  /// What the cell says.
  mutating func changeability(_ cell: Cell) -> Changeability {
    for opening in ["to ", "改为"] where cell.text.hasPrefix(opening) {
      let halves = Glossed.split(String(cell.text.dropFirst(opening.count)), at: " through ")
      if halves.count > 1 { through = Glossed.halves(halves[1]).english }
      return values(halves[0], cell.range)
    }
    let found = Set(Glossed.parts(cell.text).map { ChangeReader.words[$0] })
    guard found.count == 1, let change = found.first ?? nil else {
      diagnostics.insert(.notAChange(cell.text, at: cell.range))
      return .fixed
    }
    if type.isInvalid { return .fixed }
    switch change {
    case .upward where !hasOrder:
      diagnostics.insert(.changeWithoutOrder(at: cell.range))
      return .fixed
    case .yearly where !isYear || inRecords:
      diagnostics.insert(.changeWithoutYear(at: cell.range))
      return .fixed
    default: return change
    }
  }

  private static let words: [String: Changeability] = [
    "no": .fixed, "否": .fixed, "yes": .free, "是": .free, "up": .upward, "只增": .upward,
    "each year": .yearly, "逐年": .yearly,
  ]

  private var hasOrder: Bool {
    switch type.base {
    case .number, .date: true
    case .choice(let choice): choice.isOrdered
    default: false
    }
  }

  private var isYear: Bool {
    guard let number = type.number else { return false }
    return number.scale == 0 && number.unit.isNone && !type.isOptional
  }

  private mutating func values(_ text: String, _ range: SourceRange) -> Changeability {
    var values: [Value] = []
    for part in Glossed.split(text, at: ",") {
      let word = Glossed.parts(part).first { !$0.isEmpty } ?? ""
      guard let value = value(word) else {
        if !type.isInvalid { diagnostics.insert(.changeToNoValue(word, known, at: range)) }
        return .fixed
      }
      if !values.contains(value) { values.append(value) }
    }
    return .to(values)
  }

  private func value(_ word: String) -> Value? {
    switch type.base {
    case .truth: ["yes": .truth(true), "no": .truth(false)][word]
    case .choice(let choice):
      word.count > 2 && word.hasPrefix("\"") && word.hasSuffix("\"")
        ? choice.index(of: String(word.dropFirst().dropLast())).map { .choice($0) } : nil
    default: nil
    }
  }

  /// The values that may stand after `to`.
  private var known: [String] {
    switch type.base {
    case .truth: ["yes", "no"]
    case .choice(let choice): choice.values.map { "\"\($0.label)\"" }
    default: []
    }
  }
}

extension Diagnostic {
  static func notAChange(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-change",
      at: range,
      Bilingual("can it change, and how?", "能否改变，怎样改变？"),
      reason: Bilingual(
        "It says no; yes (to anything); up (only grows); each year (a year that goes on with the "
          + "legal date); or to \"value\" (only these can be reached).",
        "写 no（不能）、yes（任意改变）、up（只增）、each year（逐年，随规定日期的年份增加），"
          + "或者 to \"取值\"（只能改为所列取值）。"
      ),
      fix: Spelling.nearest(to: text, among: ["no", "yes", "up", "each year"])
        .map { Bilingual($0, $0) } ?? Bilingual("no, where in doubt", "拿不准时写 no")
    )
  }

  static func changeWithoutOrder(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "change-without-order",
      at: range,
      Bilingual("up, of what has no order", "没有次序，无从只增"),
      reason: Bilingual(
        "Only numbers, dates and lists with < between their values have a higher and a lower.",
        "只有数、日期和取值之间用 < 分隔的列表才有高低。"
      ),
      fix: Bilingual("yes, or to \"value\"", "yes 或 to \"取值\"")
    )
  }

  static func changeWithoutYear(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "change-without-year",
      at: range,
      Bilingual("each year, of what is no year", "不是年份，无从逐年"),
      reason: Bilingual(
        "Only a fact that is a whole number without a unit, and never none, can be a year; an "
          + "attribute of records is none.",
        "只有不带单位、不可为无的整数事实才可以是年份；记录的属性不是。"
      ),
      fix: Bilingual("no, or yes", "no 或 yes")
    )
  }

  static func changeToNoValue(
    _ text: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    let near = Spelling.nearest(to: text, among: known)
    return Diagnostic(
      "change-to-no-value",
      at: range,
      Bilingual("\(text) is no value that it can have", "“\(text)”不是可以有的取值"),
      reason: known.isEmpty
        ? Bilingual(
          "Only yes/no and lists of quoted values name the values that can be reached.",
          "只有 yes/no 和引号内取值的列表才能写明可以改为的取值。"
        )
        : Bilingual("The values are: \(list).", "可以有的取值：\(known.joined(separator: "、"))。"),
      fix: near.map { Bilingual("to \($0)", "to \($0)") }
        ?? Bilingual("yes, or up", "yes 或 up")
    )
  }
}
