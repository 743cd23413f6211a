import ExpressionLanguage

/// Skips a comment for authors.
struct CommentReader {
  /// The index of the line after the comment.
  private(set) var next: Int
  /// What is wrong with it.
  private(set) var diagnostic: Diagnostic?

  /// Skips the comment that begins at line `start`.
  init(_ page: Page, start: Int) {
    var index = start
    next = start + 1
    while index <= page.lastCommentEnd {
      var range = page.lines[index].text
      if index == start { range.start = min(range.start + 2, range.end) }
      if let end = page.source.first("-->", in: range) {
        next = index + 1
        let rest = page.source.trimmed(SourceRange(end.end, range.end))
        if rest.count > 0 { diagnostic = .textAfterComment(rest) }
        return
      }
      index += 1
    }
    diagnostic = .unclosedComment(page.lines[start].text)
    next = page.nextHeading(from: start + 1)
  }
}
