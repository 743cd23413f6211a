/// Reads the tokens of one expression into syntax, by recursive descent.
///
/// Comes after the lexer and before the checker. Reports the first thing it cannot read; what
/// follows in the same expression would only repeat it.
package struct ExpressionParser {
  /// The deepest nesting of brackets and `if`s.
  package static let deepest = 60

  let source: SourceText
  let known: KnownNames
  let tokens: [Token]
  var index = 0
  var depth = 0
  /// The attributes in reach inside a filter.
  var attributes: Set<String> = []
  var diagnostics = DiagnosticSet()

  /// Thrown where the expression cannot be read; the error has been reported.
  struct Unreadable: Error {}

  /// Creates a parser over tokens that end in `.end`.
  init(source: SourceText, tokens: [Token], known: KnownNames) {
    self.source = source
    self.tokens = tokens
    self.known = known
  }

  /// The expression in `range`, and what is wrong in it.
  ///
  /// - Complexity: O(*n*) in the number of tokens, for names of bounded length.
  package static func parse(
    _ range: SourceRange,
    of source: SourceText,
    known: KnownNames
  ) -> (syntax: Syntax, diagnostics: DiagnosticSet) {
    let (tokens, lexical) = Lexer.tokens(in: range, of: source)
    var parser = ExpressionParser(source: source, tokens: tokens, known: known)
    for diagnostic in lexical.sorted { parser.diagnostics.insert(diagnostic.inExpression) }
    do throws(Unreadable) {
      if tokens.count == 1 {
        throw parser.fail(.emptyExpression(at: range))
      }
      let syntax = try parser.expression()
      if parser.token.kind != .end { throw parser.fail(parser.unexpected()) }
      return (syntax, parser.diagnostics)
    } catch {
      return (.invalid(range), parser.diagnostics)
    }
  }

  var token: Token { tokens[min(index, tokens.count - 1)] }

  func peek(_ distance: Int) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  mutating func advance() { index += 1 }

  func isSign(_ sign: String) -> Bool { token.kind == .sign(sign) }

  func isWord(_ word: String) -> Bool {
    if case .word(let text) = token.kind { text.lowercased() == word } else { false }
  }

  mutating func take(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    advance()
    return true
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ sign: String) throws(Unreadable) {
    if !take(sign) { throw fail(unexpected(wanted: sign)) }
  }

  /// Reports `diagnostic`, unless the lexer has already said something about this expression.
  mutating func fail(_ diagnostic: Diagnostic) -> Unreadable {
    if !diagnostics.hasErrors { diagnostics.insert(diagnostic) }
    return Unreadable()
  }

  func range(from start: SourceRange) -> SourceRange {
    let last = index > 0 ? tokens[min(index, tokens.count) - 1].range : start
    return start.extended(toCover: last)
  }

  /// `expr = "if" expr "then" expr "else" expr | or ["otherwise" or]`.
  mutating func expression() throws(Unreadable) -> Syntax {
    depth += 1
    defer { depth -= 1 }
    if depth > ExpressionParser.deepest { throw fail(.tooDeep(at: token.range)) }
    let start = token.range
    if takeWord("if") {
      let condition = try expression()
      if !takeWord("then") { throw fail(unexpected(wanted: "then")) }
      let then = try expression()
      if !takeWord("else") { throw fail(unexpected(wanted: "else")) }
      let alternative = try expression()
      return .conditional(condition, then, alternative, range(from: start))
    }
    let left = try disjunction()
    if takeWord("otherwise") {
      let right = try disjunction()
      return .otherwise(left, right, range(from: start))
    }
    return left
  }

  private mutating func disjunction() throws(Unreadable) -> Syntax {
    let start = token.range
    var left = try conjunction()
    while takeWord("or") {
      let right = try conjunction()
      left = .binary(.or, left, right, range(from: start))
    }
    return left
  }

  private mutating func conjunction() throws(Unreadable) -> Syntax {
    let start = token.range
    var left = try comparison()
    while takeWord("and") {
      let right = try comparison()
      left = .binary(.and, left, right, range(from: start))
    }
    return left
  }

  private mutating func comparison() throws(Unreadable) -> Syntax {
    let start = token.range
    let left = try sum()
    if let comparison = comparisonSign() {
      advance()
      let right = try sum()
      return .binary(comparison, left, right, range(from: start))
    }
    if takeWord("in") {
      let set = try set()
      return .within(left, set, range(from: start))
    }
    return left
  }

  func comparisonSign() -> BinaryOperator? {
    guard case .sign(let sign) = token.kind, ["=", "!=", "<", "<=", ">", ">="].contains(sign)
    else { return nil }
    return BinaryOperator(rawValue: sign)
  }

  mutating func sum() throws(Unreadable) -> Syntax {
    let start = token.range
    var left = try product()
    while case .sign(let sign) = token.kind, sign == "+" || sign == "-",
      let operation = BinaryOperator(rawValue: sign)
    {
      advance()
      let right = try product()
      left = .binary(operation, left, right, range(from: start))
    }
    return left
  }

  private mutating func product() throws(Unreadable) -> Syntax {
    let start = token.range
    var left = try signed()
    while case .sign(let sign) = token.kind, sign == "*" || sign == "/",
      let operation = BinaryOperator(rawValue: sign)
    {
      advance()
      let right = try signed()
      left = .binary(operation, left, right, range(from: start))
    }
    return left
  }

  private mutating func signed() throws(Unreadable) -> Syntax {
    let start = token.range
    if take("-") {
      let operand = try primary()
      return .negate(operand, range(from: start))
    }
    return try primary()
  }
}
