import ExpressionLanguage

/// A rule that a heading or a defined term declares, not read yet.
struct RuleDraft {
  /// Where its text is.
  enum Origin {
    /// The block under the heading.
    case section
    /// An item of a **means** list, by position.
    case term(Int)
  }

  var measure: Int
  var section: Int
  var origin: Origin
  var name: Bilingual
  var key: String
  var range: SourceRange
  /// The records for each of which it is decided.
  var records: Int?
  /// What it is given, with types.
  var parameters: [(name: String, type: ValueType)] = []
  /// The rule that it is an exception to, by draft.
  var exceptionTo: Int?
  /// The exceptions that come after it, by name.
  var before: [(name: String, range: SourceRange)] = []
}
