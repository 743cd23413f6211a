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
