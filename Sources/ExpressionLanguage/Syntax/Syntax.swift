/// An expression as written: parsed, names found, not typed yet.
package indirect enum Syntax: Sendable {
  /// A literal.
  case literal(Literal, SourceRange)
  /// A name of one or more words, in lower case.
  case name(String, SourceRange)
  /// A call: `age(birth date, on: legal date, full: day after)`.
  case call(String, nameRange: SourceRange, arguments: [SyntaxArgument], SourceRange)
  /// `RECORDS[filter].attribute`, each part but the first optional.
  case records(
    String,
    nameRange: SourceRange,
    filter: Syntax?,
    attribute: Attribute?,
    SourceRange
  )
  /// `not(x)`.
  case not(Syntax, SourceRange)
  /// `-x`.
  case negate(Syntax, SourceRange)
  /// `x + y`, `x <= y`, `x and y` …
  case binary(BinaryOperator, Syntax, Syntax, SourceRange)
  /// `x in …`.
  case within(Syntax, SyntaxSet, SourceRange)
  /// `if c then x else y`.
  case conditional(Syntax, Syntax, Syntax, SourceRange)
  /// `x otherwise y`.
  case otherwise(Syntax, Syntax, SourceRange)
  /// A word that an argument chooses from a closed list, such as `half up`.
  case phrase(String, SourceRange)
  /// What could not be read; an error has been reported.
  case invalid(SourceRange)

  /// The attribute after a dot, with its place.
  package struct Attribute: Sendable {
    /// The attribute's name in lower case.
    package var name: String
    /// Its place.
    package var range: SourceRange
  }

  /// Where the expression stands.
  package var range: SourceRange {
    switch self {
    case .literal(_, let range), .name(_, let range), .call(_, _, _, let range),
      .records(_, _, _, _, let range), .not(_, let range), .negate(_, let range),
      .binary(_, _, _, let range), .within(_, _, let range), .conditional(_, _, _, let range),
      .otherwise(_, _, let range), .phrase(_, let range), .invalid(let range):
      range
    }
  }
}

/// A value written out.
package enum Literal: Hashable, Sendable {
  /// A number with its unit.
  case number(DecimalLiteral, Unit)
  /// A day.
  case date(CivilDate)
  /// A minute.
  case instant(CivilInstant)
  /// A quoted value.
  case string(String)
  /// `true` or `false`.
  case truth(Bool)
  /// `none`.
  case none
}

/// The signs and words that stand between two expressions.
package enum BinaryOperator: String, Sendable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// What follows `in`.
package indirect enum SyntaxSet: Sendable {
  /// The name of a list rule.
  case list(String, SourceRange)
  /// Tests in parentheses, or one range.
  case tests([SyntaxTest])
}

/// One test of a set.
package enum SyntaxTest: Sendable {
  /// Equal to an expression.
  case equal(Syntax)
  /// `< x`, `>= x` …
  case compare(BinaryOperator, Syntax)
  /// `[x..y]` and the three other kinds of range.
  case range(Syntax, includesLow: Bool, Syntax, includesHigh: Bool, SourceRange)
}

/// One argument of a call.
package struct SyntaxArgument: Sendable {
  /// The word before the colon, in lower case; empty where there is none.
  package var label: String
  /// Where the argument stands, label included.
  package var range: SourceRange
  /// The argument.
  package var value: Syntax
}
