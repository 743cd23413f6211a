package import ExpressionLanguage

/// Finds the quantities that a test names.
package enum TestQuantities {
  /// The numbers with a unit in an expression, in order; a sign before them does not count.
  ///
  /// - Parameters:
  ///   - range: Where the expression stands, without backticks.
  ///   - source: The text.
  ///   - units: Units beyond the built-in ones, by their words in small letters.
  /// - Returns: Each quantity with its place.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func inTest(
    _ range: SourceRange,
    of source: SourceText,
    units: [String: Unit]
  ) -> [SpokenQuantity] {
    heard(range, of: source, units: units).quantities
  }

  /// The quantities, and in passing the numbers that are compared, added or taken away without a
  /// unit, as in `round year - 5`, and the quantities in names, as in `seven years insured`.
  static func heard(
    _ range: SourceRange,
    of source: SourceText,
    units: [String: Unit]
  ) -> Heard {
    let tokens = Lexer.tokens(in: range, of: source).tokens
    var heard = Heard()
    for (index, token) in tokens.enumerated() {
      guard case .number(let number) = token.kind else { continue }
      if let unit = unit(after: index, in: tokens, units) {
        heard.add(number, unit.unit, token.range.extended(toCover: unit.range), of: source)
      } else if index > 0, case .sign(let sign) = tokens[index - 1].kind,
        !["*", "/", ",", ":"].contains(sign)
      {
        heard.mentions.append(Heard.Mention(number: number, unit: nil))
      }
    }
    let names = EnglishHearing.heard(range, of: source, units: units)
    heard.mentions += names.quantities.map { Heard.Mention(number: $0.number, unit: $0.unit) }
    return heard
  }

  private static func unit(
    after index: Int,
    in tokens: [Token],
    _ units: [String: Unit]
  ) -> (unit: Unit, range: SourceRange)? {
    guard index + 1 < tokens.count, case .word(let first) = tokens[index + 1].kind else {
      return nil
    }
    if index + 2 < tokens.count, case .word(let second) = tokens[index + 2].kind {
      let both = "\(first) \(second)".lowercased()
      if let unit = Unit.named(both) ?? units[both] { return (unit, tokens[index + 2].range) }
    }
    return (Unit.named(first) ?? units[first.lowercased()]).map { ($0, tokens[index + 1].range) }
  }
}
