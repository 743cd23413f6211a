package import ExpressionLanguage

/// Lines of prose without a blank line between them.
package struct Paragraph: Sendable {
  /// The lines, trimmed, without their line endings.
  package var lines: [SourceRange]
  /// The text, bold and code of the lines, in order.
  package var inlines: [Inline]
  /// From the first line to the end of the last.
  package var range: SourceRange

  /// Creates a paragraph from its parts.
  package init(lines: [SourceRange], inlines: [Inline], range: SourceRange) {
    self.lines = lines
    self.inlines = inlines
    self.range = range
  }
}

/// A stretch of a paragraph or of an item.
package enum Inline: Hashable, Sendable {
  /// Plain text; it never runs past the end of a line.
  case text(SourceRange)
  /// Bold words, without and with their asterisks.
  case bold(inner: SourceRange, outer: SourceRange)
  /// Code, without and with its backticks.
  case code(inner: SourceRange, outer: SourceRange)

  /// All bytes of the stretch.
  package var range: SourceRange {
    switch self {
    case .text(let range): range
    case .bold(_, let outer): outer
    case .code(_, let outer): outer
    }
  }
}
