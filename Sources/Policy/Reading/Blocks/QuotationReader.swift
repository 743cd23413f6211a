import ExpressionLanguage

/// Skips a quotation of the official text.
struct QuotationReader {
  /// All of its lines.
  private(set) var range: SourceRange
  /// The index of the line after it.
  private(set) var next: Int
  /// Everything found.
  private(set) var diagnostics: [Diagnostic] = []

  /// Skips the quotation that begins at line `start`.
  init(_ page: Page, start: Int) {
    var index = start
    range = page.lines[start].text
    while case .quotation = page.shape(at: index), page.lines[index].indent < 4 {
      let line = page.lines[index].text
      let inner = page.source.trimmed(SourceRange(line.start + 1, line.end))
      if inner.count > 0, page.source.bytes[inner.start] == UInt8(ascii: ">") {
        diagnostics.append(.nestedQuotation(SourceRange(line.start, inner.start + 1)))
      }
      range = range.extended(toCover: line)
      index += 1
    }
    next = index
    guard index < page.lines.count else { return }
    switch page.shape(at: index) {
    case .prose: diagnostics.append(.lazyQuotation(page.lines[index].text))
    default: break
    }
  }
}
