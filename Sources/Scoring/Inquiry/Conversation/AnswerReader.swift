package import ExpressionLanguage
package import Policy

/// Reads what a person answers, more kindly than a file is read, and never more loosely: what is
/// left of a line is typed by the same reader.
package struct AnswerReader: Sendable {
  /// What is asked for.
  package let fact: Fact
  /// Its place among the facts.
  package let key: MissingFact
  /// The grain of a spell's ends; `nil` for anything else.
  package let grain: Grain?
  /// Whether it is a spell's end.
  package let isEnd: Bool
  /// The legal date; examples lie before it.
  private let day: CivilDate

  /// A reader of what is asked for, which is a fact or an attribute and not all records of a kind.
  package init(_ key: MissingFact, _ model: FactModel, on day: CivilDate) {
    self.key = key
    self.day = day
    switch key {
    case .fact(let index):
      fact = model.facts[index]
      (grain, isEnd) = (nil, false)
    case .attribute(let kind, _, let attribute):
      fact = model.records[kind].attributes[attribute]
      grain = attribute < 2 ? model.records[kind].grain : nil
      isEnd = model.records[kind].grain != nil && attribute == 1
    case .records: preconditionFailure("records are asked for one by one")
    }
  }

  /// The answers that have a number before them, in order.
  package var choices: [(value: Value, label: Bilingual)] {
    var choices: [(value: Value, label: Bilingual)] = []
    switch fact.type.base {
    case .truth:
      choices = [
        (.truth(true), Bilingual("yes", "是")), (.truth(false), Bilingual("no", "否")),
      ]
    case .choice(let type):
      for (index, value) in type.values.enumerated() {
        choices.append((.choice(index), Bilingual(value.label, value.chinese)))
      }
    default: return []
    }
    if fact.type.isOptional {
      choices.append((.absent, Bilingual("there is none", "没有这一项")))
    }
    return choices
  }

  /// The value that a line says, or why it says none.
  package func read(_ line: String) -> Result<Value, Misunderstanding> { read(TypedLine(line)) }

  /// The value that a line says, or why it says none.
  func read(_ line: TypedLine) -> Result<Value, Misunderstanding> {
    if let value = numbered(line) ?? labelled(line) ?? spoken(line) { return .success(value) }
    let plain = fact.type.base == .text ? line.text : line.plain
    switch written(plain, line) {
    case .success(let text):
      var reader = ScalarReader(fact: fact, key: key, grain: grain, isEnd: isEnd)
      let value = reader.value(text, quoted: true, at: SourceRange(0, 0))
      if let value, value.isKnown, isWritable(value) { return .success(value) }
      return .failure(Misunderstanding(reader.diagnostics.sorted.first, fact, example))
    case .failure(let failure): return .failure(failure)
    }
  }

  /// Whether a line is one of the values by its very label.
  func isLabel(_ line: TypedLine) -> Bool { labelled(line) != nil }

  private func numbered(_ line: TypedLine) -> Value? {
    guard let number = Int(line.plain), choices.indices.contains(number - 1) else { return nil }
    return choices[number - 1].value
  }

  private func labelled(_ line: TypedLine) -> Value? {
    choices.first { choice in
      choice.label.english.lowercased() == line.plain.lowercased()
        || choice.label.chinese == line.plain || choice.label.chinese == line.text
    }?.value
  }

  /// What people say for yes, for no and for none.
  private func spoken(_ line: TypedLine) -> Value? {
    let word = line.plain.lowercased()
    if isEnd, ["none", "now", "still", "still going on", "无", "至今", "继续", "仍在继续"].contains(word) {
      return .absent
    }
    if fact.type.isOptional, fact.type.base != .truth, ["none", "无", "没有"].contains(word) {
      return .absent
    }
    guard let said = YesOrNo(word) else { return nil }
    if fact.type.base == .truth { return .truth(said == .yes) }
    // Whoever says no to a list with "none" in it means that.
    return said == .no ? choices.first { $0.label.english == "none" }?.value : nil
  }

  /// The line as the reader of files wants it.
  private func written(_ plain: String, _ line: TypedLine) -> Result<String, Misunderstanding> {
    guard case .date = fact.type.base else { return .success(plain) }
    var (groups, signs) = line.numbers
    guard signs.isSubset(of: ["-", "/", ".", " ", "年", "月", "日", "号"]) else {
      return .success(plain)
    }
    if groups.count == 1, groups[0].count == 8 || groups[0].count == 6 {
      let all = groups[0]
      groups = [String(all.prefix(4)), String(all.dropFirst(4).prefix(2))]
      if all.count == 8 { groups.append(String(all.suffix(2))) }
    }
    let wanted = grain == .months ? 2 : 3
    guard groups.count == wanted || groups.count == 3, groups[0].count == 4 else {
      return .success(plain)
    }
    let parts = groups.prefix(wanted).enumerated().map { index, part in
      index > 0 && part.count == 1 ? "0" + part : part
    }
    let text = parts.joined(separator: "-")
    let isReal = wanted == 2 ? CivilMonth(text) != nil : CivilDate(text) != nil
    return isReal ? .success(text) : .failure(.noSuchDay(text))
  }

  /// Whether a facts file may hold the value: no signs that nobody sees.
  private func isWritable(_ value: Value) -> Bool {
    guard case .text(let text) = value else { return true }
    return text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .format }
  }

  /// How an answer may look.
  package var example: Bilingual {
    switch fact.type.base {
    case .date where grain == .months: return Bilingual("2019-06", "2019年6月")
    case .date(let low, let high):
      let last = low < day ? min(high, day) : high
      let middle = CivilDate(day: (Int(low.day) + Int(last.day)) / 2) ?? low
      let (year, month, day) = middle.parts
      return Bilingual(middle.description, "\(year)年\(month)月\(day)日")
    case .number(let number):
      let units = number.least > 0 ? number.least : number.least / 2 + number.greatest / 2
      let text = { (language: Language) in fact.type.text(.number(units), language) }
      return Bilingual(text(.english), text(.chinese))
    case .instant: return Bilingual("2024-01-31 20:00", "2024-01-31 20:00")
    case .text: return Bilingual("a line of text", "一行文字")
    default:
      let last = choices.last?.label ?? Bilingual("", "")
      return Bilingual("1, or \(last.english)", "1，或者“\(last[.chinese])”")
    }
  }
}

/// Yes or no, as people say it.
enum YesOrNo: Sendable {
  case yes, no

  /// What a word in lower case says; `nil` where it says neither.
  init?(_ word: String) {
    switch word {
    case "y", "yes", "true", "1", "是", "是的", "对", "有": self = .yes
    case "n", "no", "false", "none", "2", "否", "不是", "不", "没有", "没", "无": self = .no
    default: return nil
    }
  }
}
