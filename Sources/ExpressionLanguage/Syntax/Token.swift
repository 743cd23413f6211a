/// One word, number, text or sign of an expression.
package struct Token: Hashable, Sendable {
  /// What a token is.
  package enum Kind: Hashable, Sendable {
    /// A word of a name, as written; `and` and `if` are words too.
    case word(String)
    /// A number; a percentage is a number with two more decimals.
    case number(DecimalLiteral)
    /// A day.
    case date(CivilDate)
    /// A month, which only tables of spells hold.
    case month(CivilMonth)
    /// A minute.
    case instant(CivilInstant)
    /// The text between straight quotes.
    case string(String)
    /// A sign such as `<=` or `(`.
    case sign(String)
    /// The end of the expression.
    case end
  }

  /// What the token is.
  package var kind: Kind
  /// Where it stands in the file.
  package var range: SourceRange

  /// Creates a token.
  package init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
