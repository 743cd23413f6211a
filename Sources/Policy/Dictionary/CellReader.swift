import ExpressionLanguage

/// Reads what stands in one cell: literals with glosses, or the unary tests of a decision table.
///
/// The raw bytes are read, not the trimmed text, so that positions are the file's own.
struct CellReader {
  /// One literal with its unit and gloss.
  struct Entry {
    var literal: Literal
    var gloss: String
    var range: SourceRange
  }

  /// One unary test, its literals not yet brought to a column's type.
  enum Test {
    case equal(Entry)
    case compare(Comparison, Entry)
    case range(Entry, includesLow: Bool, Entry, includesHigh: Bool)
  }

  /// What a cell of an input column says.
  struct Cell {
    var tests: [Test]
    var isNegated: Bool
    var isOtherwise: Bool
    var range: SourceRange
  }

  let source: SourceText
  let known: KnownNames
  private var tokens: [Token] = []
  private var glosses: [Int: String] = [:]
  private var index = 0
  private(set) var diagnostics = DiagnosticSet()

  init(_ range: SourceRange, of source: SourceText, known: KnownNames) {
    self.source = source
    self.known = known
    tokenize(range)
  }

  /// Lexes the cell piece by piece, leaving the glosses out.
  private mutating func tokenize(_ range: SourceRange) {
    var rest = range
    while true {
      let (main, gloss) = Glossed.ranges(rest, source)
      let (lexed, found) = Lexer.tokens(in: main, of: source)
      diagnostics.formUnion(found)
      tokens += lexed.dropLast()
      guard let gloss else { break }
      var end = gloss.start
      while end < gloss.end, source.bytes[end] != UInt8(ascii: ",") { end += 1 }
      glosses[tokens.count - 1] = source.text(source.trimmed(SourceRange(gloss.start, end)))
      rest = SourceRange(end, gloss.end)
      if rest.count == 0 { break }
    }
    tokens.append(Token(kind: .end, range: SourceRange(range.end, range.end)))
  }

  private var token: Token { tokens[min(index, tokens.count - 1)] }

  private func isSign(_ sign: String) -> Bool { token.kind == .sign(sign) }

  private mutating func take(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    index += 1
    return true
  }

  private func isWord(_ word: String) -> Bool {
    if case .word(let text) = token.kind { text.lowercased() == word } else { false }
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if !diagnostics.hasErrors { diagnostics.insert(diagnostic) }
  }

  /// The literals of a value cell, separated by commas; `nil` where one cannot be read.
  mutating func literals() -> [Entry]? {
    var entries: [Entry] = []
    repeat {
      guard let entry = literal() else { return nil }
      entries.append(entry)
    } while take(",")
    guard token.kind == .end else {
      report(.unexpectedInCell(source.text(token.range), at: token.range))
      return nil
    }
    return diagnostics.hasErrors ? nil : entries
  }

  /// The tests of an input cell; `nil` where they cannot be read.
  mutating func cell(_ range: SourceRange) -> Cell? {
    if tokens.count == 1 {
      report(.emptyCell(at: range))
      return nil
    }
    if isSign("-"), tokens.count == 2 {
      return Cell(tests: [], isNegated: false, isOtherwise: false, range: range)
    }
    if isWord("otherwise"), tokens.count == 2 {
      return Cell(tests: [], isNegated: false, isOtherwise: true, range: range)
    }
    var isNegated = false
    if isWord("not") {
      index += 1
      isNegated = true
      guard take("(") else {
        report(.unexpectedInCell(source.text(token.range), at: token.range))
        return nil
      }
    }
    var tests: [Test] = []
    repeat {
      guard let test = test() else { return nil }
      tests.append(test)
    } while take(",")
    if isNegated, !take(")") || token.kind != .end {
      report(.unexpectedInCell(source.text(token.range), at: token.range))
      return nil
    }
    guard token.kind == .end else {
      report(.unexpectedInCell(source.text(token.range), at: token.range))
      return nil
    }
    if diagnostics.hasErrors { return nil }
    return Cell(tests: tests, isNegated: isNegated, isOtherwise: false, range: range)
  }

  private mutating func test() -> Test? {
    if case .sign(let sign) = token.kind, let comparison = CellReader.comparisons[sign] {
      index += 1
      return literal().map { .compare(comparison, $0) }
    }
    if isSign("[") || isSign("(") {
      let includesLow = isSign("[")
      index += 1
      guard let low = literal() else { return nil }
      guard take("..") else {
        report(.unexpectedInCell(source.text(token.range), at: token.range))
        return nil
      }
      guard let high = literal() else { return nil }
      guard isSign("]") || isSign(")") else {
        report(.unexpectedInCell(source.text(token.range), at: token.range))
        return nil
      }
      let includesHigh = isSign("]")
      index += 1
      return .range(low, includesLow: includesLow, high, includesHigh: includesHigh)
    }
    return literal().map { .equal($0) }
  }

  private static let comparisons: [String: Comparison] = [
    "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
  ]

  private mutating func literal() -> Entry? {
    let start = token.range
    let isNegative = take("-")
    let value: Literal
    switch token.kind {
    case .number(var number):
      index += 1
      if isNegative { number.units = -number.units }
      value = .number(number, unit())
    case .string(let text): (value, index) = (.string(text.withoutEscapedPipes), index + 1)
    case .date(let date): (value, index) = (.date(date), index + 1)
    case .instant(let instant): (value, index) = (.instant(instant), index + 1)
    case .month:
      report(.monthInCell(source.text(token.range), at: token.range))
      return nil
    case .word(let word) where ["true", "false", "none"].contains(word.lowercased()):
      index += 1
      value = word.lowercased() == "none" ? .none : .truth(word.lowercased() == "true")
    default:
      report(notALiteral())
      return nil
    }
    let range = start.extended(toCover: tokens[index - 1].range)
    if isNegative {
      guard case .number = value else {
        report(.unexpectedInCell("-", at: start))
        return nil
      }
    }
    return Entry(literal: value, gloss: glosses[index - 1] ?? "", range: range)
  }

  private mutating func unit() -> Unit {
    guard case .word(let first) = token.kind else { return .none }
    if index + 1 < tokens.count, case .word(let second) = tokens[index + 1].kind,
      let unit = known.unit(first + " " + second)
    {
      index += 2
      return unit
    }
    if let unit = known.unit(first) {
      index += 1
      return unit
    }
    report(.unknownUnit(first, known: known, at: token.range))
    return .none
  }

  private func notALiteral() -> Diagnostic {
    guard case .word = token.kind else {
      if token.kind == .end { return .unfinishedCell(at: token.range) }
      return .unexpectedInCell(source.text(token.range), at: token.range)
    }
    var end = index
    while end < tokens.count, case .word = tokens[end].kind { end += 1 }
    let range = token.range.extended(toCover: tokens[end - 1].range)
    let text = source.text(range)
    switch known.hints[NameKey.of(text)] {
    case .value(let owner, let place): return .valueWithoutQuotes(text, owner, place, at: range)
    case .chineseValue(let label): return .chineseInCell(label, at: range)
    default:
      let truths = ["yes": "true", "no": "false", "是": "true", "否": "false"]
      if let truth = truths[text.lowercased()] { return .yesInCell(text, truth, at: range) }
      return .nameInCell(text, at: range)
    }
  }
}

extension String {
  /// The text of a cell, in which a pipe is written after a backslash.
  fileprivate var withoutEscapedPipes: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "|", result.last == "\\" { result.removeLast() }
      result.append(scalar)
    }
    return String(result)
  }
}

extension Diagnostic {
  static func monthInCell(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "month-in-cell",
      at: range,
      Bilingual("a month where a day is wanted", "此处应写日期而非月份"),
      reason: Bilingual(
        "Whether its first or its last day is meant would be chance.",
        "看不出指的是当月第一日还是最后一日。"
      ),
      fix: Bilingual("\(text)-01, or the last day", "\(text)-01，或当月最后一日")
    )
  }

  static func yesInCell(_ text: String, _ truth: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yes-in-cell",
      at: range,
      Bilingual("\(text) is no value", "“\(text)”不是取值"),
      reason: Bilingual("Yes and no are written true and false.", "是和否写作 true 和 false。"),
      fix: Bilingual(truth, truth)
    )
  }

  static func unexpectedInCell(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unexpected-in-cell",
      at: range,
      Bilingual("\(text) does not belong in this cell", "单元格中不应有“\(text)”"),
      reason: Bilingual(
        "A cell holds values, comparisons with values, ranges such as [18..45], or -.",
        "单元格写取值、与取值的比较、区间（如 [18..45]）或 -。"
      ),
      fix: Bilingual("take it out, or compute in a rule of its own", "删去，或另立规则计算")
    )
  }

  static func unfinishedCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unfinished-cell",
      at: SourceRange(max(0, range.start - 1), range.start),
      Bilingual("the cell stops too early", "单元格不完整"),
      fix: Bilingual("complete it", "补全")
    )
  }

  static func emptyCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-cell",
      at: range,
      Bilingual("an empty cell", "空单元格"),
      reason: Bilingual(
        "It is unclear whether anything or nothing is meant.",
        "看不出是“不论”还是“没有”。"
      ),
      fix: Bilingual("- where it does not matter", "不论时写 -")
    )
  }

  static func valueWithoutQuotes(
    _ text: String,
    _ owner: String,
    _ place: Bilingual,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "value-without-quotes",
      at: range,
      Bilingual("a value without quotes", "取值缺引号"),
      reason: Bilingual(
        "No fact or rule is called \(text); it is a value of \(owner) (\(place.english)).",
        "没有名为\(text)的事实或规则；它是“\(owner)”的取值（\(place.chinese)）。"
      ),
      fix: Bilingual("\"\(text)\"", "\"\(text)\"")
    )
  }

  static func chineseInCell(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "chinese-in-test",
      at: range,
      Bilingual("a Chinese label in a test", "条件中用了中文标签"),
      reason: Bilingual(
        "Tests are written with English values; the label follows as a gloss.",
        "条件用英文取值书写，中文标签作为注释跟在后面。"
      ),
      fix: Bilingual("\"\(label)\" · …", "\"\(label)\" · …")
    )
  }

  static func nameInCell(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "name-in-cell",
      at: range,
      Bilingual("a name in a cell", "单元格中写了名称"),
      reason: Bilingual(
        "Cells hold values only, so that the table can be proved complete; \(text) is none.",
        "单元格只写取值，表格才能验证是否完整；“\(text)”不是取值。"
      ),
      fix: Bilingual(
        "quote it if it is a value; compute anything else in a rule of its own",
        "若是取值请加引号；需要计算的另立一条规则"
      )
    )
  }
}
