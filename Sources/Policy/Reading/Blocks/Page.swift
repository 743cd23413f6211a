import ExpressionLanguage

/// The lines of a file that block readers walk over.
struct Page {
  /// The text.
  var source: SourceText
  /// Its lines.
  var lines: [SourceLine]
  /// What kind of file it is.
  var kind: DocumentKind
  /// The last line on which a comment can end; -1 where there is none.
  private(set) var lastCommentEnd = -1
  /// The last line that can close a fence of backticks, and one of tildes; -1 where there is none.
  private(set) var lastFenceEnd = (backticks: -1, tildes: -1)

  /// Creates a page of `lines`.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  init(_ lines: [SourceLine], of source: SourceText, kind: DocumentKind) {
    self.source = source
    self.lines = lines
    self.kind = kind
    for index in lines.indices.reversed() {
      if lastCommentEnd < 0, source.first("-->", in: lines[index].text) != nil {
        lastCommentEnd = index
      }
      if lastFenceEnd.backticks < 0, closesFence(index, .backtick) {
        lastFenceEnd.backticks = index
      }
      if lastFenceEnd.tildes < 0, closesFence(index, .tilde) { lastFenceEnd.tildes = index }
    }
  }

  /// Whether the line at `index` closes a fence made of `mark`.
  func closesFence(_ index: Int, _ mark: UInt8) -> Bool {
    let bytes = source.bytes[lines[index].text.start..<lines[index].text.end]
    return lines[index].indent < 4 && bytes.count >= 3 && bytes.allSatisfy { $0 == mark }
  }

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
