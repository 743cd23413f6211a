import ExpressionLanguage

/// One token of a YAML text, as far as the checks before the library need it.
struct YAMLToken {
  enum Kind {
    case plain, quoted, block
    case closingBracket
    case indicator
  }

  var kind: Kind
  var range: SourceRange
  var start: YAMLMark
  var endLine: Int
  /// Whether only spaces stand before it on its line.
  var beginsLine: Bool

  var isScalar: Bool { kind == .plain || kind == .quoted || kind == .block }
}
