import ExpressionLanguage

/// A string as it was read: what it says, or `nil` where that is refused.
struct JSONText {
  var content: String?
  var range: SourceRange
}
