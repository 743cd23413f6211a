import ExpressionLanguage

/// A section while what stands under it is collected.
struct OpenSection {
  /// One thing under a heading.
  enum Element {
    case paragraph(Paragraph)
    case block(Block)
    case quotation(SourceRange)
  }

  /// The heading's level.
  var level: Int
  /// The heading.
  var heading: Heading
  /// Its marks.
  var marks: [Mark]
  /// From the heading to the end of what was read last.
  var range: SourceRange
  /// What stands below, in order.
  var elements: [Element] = []
}
