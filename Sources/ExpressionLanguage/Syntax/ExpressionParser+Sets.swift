extension ExpressionParser {
  /// What follows `in`: a list's name, a range, or tests in parentheses.
  mutating func set() throws(Unreadable) -> SyntaxSet {
    if case .word = token.kind {
      let start = token.range
      let syntax = try primary()
      guard case .name(let name, let range) = syntax else {
        throw fail(.notAList(at: range(from: start)))
      }
      return .list(name, range)
    }
    if isSign("[") { return .tests([try rangeTest()]) }
    if isSign("("), isRange() { return .tests([try rangeTest()]) }
    if !take("(") { throw fail(token.kind == .end ? unexpected() : .notAList(at: token.range)) }
    var tests: [SyntaxTest] = []
    repeat { tests.append(try test()) } while take(",")
    try expect(")")
    return .tests(tests)
  }

  /// Whether the bracket at hand opens a range: `..` stands before it closes.
  private func isRange() -> Bool {
    var open = 0
    for token in tokens[index...] {
      switch token.kind {
      case .sign("("), .sign("["): open += 1
      case .sign(")"), .sign("]"):
        open -= 1
        if open <= 0 { return false }
      case .sign("..") where open == 1: return true
      case .sign(",") where open == 1: return false
      default: break
      }
    }
    return false
  }

  private mutating func test() throws(Unreadable) -> SyntaxTest {
    if let comparison = comparisonSign() {
      advance()
      return .compare(comparison, try sum())
    }
    if isSign("[") || isSign("(") && isRange() { return try rangeTest() }
    return .equal(try sum())
  }

  private mutating func rangeTest() throws(Unreadable) -> SyntaxTest {
    let start = token.range
    let includesLow = isSign("[")
    advance()
    let low = try sum()
    try expect("..")
    let high = try sum()
    guard isSign("]") || isSign(")") else { throw fail(unexpected(wanted: "]")) }
    let includesHigh = isSign("]")
    advance()
    return .range(
      low,
      includesLow: includesLow,
      high,
      includesHigh: includesHigh,
      range(from: start)
    )
  }

  /// Labels whose argument is a phrase from a closed list, not an expression.
  static let phraseLabels: Set<String> = ["full", "month end", "counting"]

  /// The arguments after the opening bracket, up to and with the closing one.
  mutating func arguments(of function: String) throws(Unreadable) -> [SyntaxArgument] {
    var arguments: [SyntaxArgument] = []
    if take(")") { return arguments }
    repeat {
      let start = token.range
      let label = label()
      let value: Syntax
      let isMode = function == "round" && (arguments.count == 2 || isRounding())
      if ExpressionParser.phraseLabels.contains(label) || isMode && isWords() {
        value = try phrase()
      } else {
        value = try expression()
      }
      arguments.append(SyntaxArgument(label: label, range: range(from: start), value: value))
    } while take(",")
    try expect(")")
    return arguments
  }

  private mutating func label() -> String {
    var words: [String] = []
    while case .word(let word) = peek(words.count).kind, words.count < 3 {
      words.append(word.lowercased())
    }
    guard !words.isEmpty, peek(words.count).kind == .sign(":") else { return "" }
    index += words.count + 1
    return words.joined(separator: " ")
  }

  /// Whether words stand here up to the next comma or bracket.
  private func isWords() -> Bool {
    var distance = 0
    while case .word = peek(distance).kind { distance += 1 }
    return distance > 0 && [.sign(","), .sign(")")].contains(peek(distance).kind)
  }

  private func isRounding() -> Bool {
    guard case .word(let first) = token.kind else { return false }
    var phrase = first.lowercased()
    if case .word(let second) = peek(1).kind { phrase += " " + second.lowercased() }
    return Rounding(rawValue: phrase) != nil && !known.names.contains(phrase)
  }

  private mutating func phrase() throws(Unreadable) -> Syntax {
    let start = token.range
    var words: [String] = []
    while case .word(let word) = token.kind {
      words.append(word.lowercased())
      advance()
    }
    if words.isEmpty { throw fail(unexpected()) }
    return .phrase(words.joined(separator: " "), range(from: start))
  }
}
