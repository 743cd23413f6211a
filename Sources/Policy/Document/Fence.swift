package import ExpressionLanguage

/// A fenced expression.
package struct Fence: Sendable {
  /// The word after the opening fence: `feel`.
  package var info: String
  /// The lines between the fences, without the last line ending.
  package var content: SourceRange
  /// All lines, the fences included.
  package var range: SourceRange

  /// Creates a fence from its parts.
  package init(info: String, content: SourceRange, range: SourceRange) {
    self.info = info
    self.content = content
    self.range = range
  }
}
