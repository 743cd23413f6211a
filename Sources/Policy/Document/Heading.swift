package import ExpressionLanguage

/// The words of a heading in one or two languages, without its marks.
package struct Heading: Sendable {
  /// The words of both halves, without `#` and without marks.
  package var range: SourceRange
  /// The half without a Han character.
  package var english: HeadingHalf?
  /// The half with a Han character.
  package var chinese: HeadingHalf?

  /// Creates a heading from its halves.
  package init(range: SourceRange, english: HeadingHalf? = nil, chinese: HeadingHalf? = nil) {
    self.range = range
    self.english = english
    self.chinese = chinese
  }

  /// The English label, or the English citation where there is no label, such as `Round 2022`.
  package var name: String? { english?.name }

  /// The Chinese label, or the Chinese citation where there is no label, such as `2022年度`.
  package var chineseName: String? { chinese?.name }

  /// The citation of either half, the English first.
  package var citation: Citation? { english?.citation ?? chinese?.citation }
}

/// One language's half of a heading: a citation, a label, or both.
package struct HeadingHalf: Sendable {
  /// The whole half as written, trimmed.
  package var text: String
  /// Where the half stands.
  package var range: SourceRange
  /// The citation at its head, such as `Article 3` or `第三条`.
  package var citation: Citation?
  /// The rest; empty where the half is a citation only.
  package var label: String
  /// Where the label stands; empty, at the end of the half, where there is none.
  package var labelRange: SourceRange

  /// Creates a half from its parts.
  package init(
    text: String,
    range: SourceRange,
    citation: Citation?,
    label: String,
    labelRange: SourceRange
  ) {
    self.text = text
    self.range = range
    self.citation = citation
    self.label = label
    self.labelRange = labelRange
  }

  /// The label, or the citation where there is no label.
  package var name: String { label.isEmpty ? citation?.text ?? "" : label }
}
