import ExpressionLanguage

/// The lines of a file that block readers walk over.
struct Page {
  /// The text.
  var source: SourceText
  /// Its lines.
  var lines: [SourceLine]
  /// What kind of file it is.
  var kind: DocumentKind

  /// The shape of the line at `index`; blank past the end.
  func shape(at index: Int) -> LineShape {
    index < lines.count ? LineShape(of: lines[index], in: source) : .blank
  }

  /// The index of the first line at or after `index` that is not blank.
  func nextText(from index: Int) -> Int {
    var index = index
    while index < lines.count, lines[index].isBlank { index += 1 }
    return index
  }

  /// The index of the first heading at or after `index`, where reading can begin again.
  func nextHeading(from index: Int) -> Int {
    var index = index
    while index < lines.count {
      if lines[index].indent == 0, case .heading = shape(at: index) { return index }
      index += 1
    }
    return index
  }
}
