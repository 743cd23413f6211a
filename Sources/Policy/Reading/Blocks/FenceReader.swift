import ExpressionLanguage

/// Reads a fenced expression.
struct FenceReader {
  /// The fence.
  private(set) var fence: Fence
  /// The index of the line after it.
  private(set) var next: Int
  /// Everything found.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the fence that opens at line `start`.
  init(_ page: Page, start: Int) {
    let source = page.source
    let opening = page.lines[start].text
    let mark = source.bytes[opening.start]
    let count = source.bytes[opening.start..<opening.end].prefix { $0 == mark }.count
    let info = source.trimmed(SourceRange(opening.start + count, opening.end))
    if mark != .backtick {
      diagnostics.append(.tildeFence(opening))
    } else if count > 3 {
      diagnostics.append(.longFence(SourceRange(opening.start, opening.start + count)))
    }
    if source.text(info) != "feel" {
      diagnostics.append(.otherFence(info.count > 0 ? info : opening, source.text(info)))
    }
    let end = FenceReader.end(page, start: start, mark: mark)
    let isClosed = end != nil
    let last = end ?? page.nextHeading(from: start + 1)
    next = isClosed ? last + 1 : last
    if !isClosed { diagnostics.append(.unclosedFence(opening)) }
    let content = FenceReader.content(page, from: start + 1, to: last)
    if isClosed, source.bytes[content.start..<content.end].allSatisfy({ $0 <= 0x20 }) {
      diagnostics.append(.emptyFence(opening))
    }
    let lastLine = page.lines[max(start, next - 1)].full.end
    fence = Fence(
      info: source.text(info),
      content: content,
      range: SourceRange(opening.start, lastLine)
    )
  }

  /// The index of the closing line, if there is one.
  private static func end(_ page: Page, start: Int, mark: UInt8) -> Int? {
    let last = mark == .backtick ? page.lastFenceEnd.backticks : page.lastFenceEnd.tildes
    guard last > start else { return nil }
    return ((start + 1)...last).first { page.closesFence($0, mark) }
  }

  /// The lines from `first` up to, but not including, `last`.
  private static func content(_ page: Page, from first: Int, to last: Int) -> SourceRange {
    guard first < page.lines.count else {
      let end = page.source.bytes.count
      return SourceRange(end, end)
    }
    guard first < last else {
      return SourceRange(page.lines[first].full.start, page.lines[first].full.start)
    }
    if page.lines[first..<last].contains(where: { $0.full.count > ReadingLimits.lineBytes }) {
      return SourceRange(page.lines[first].full.start, page.lines[first].full.start)
    }
    return SourceRange(page.lines[first].full.start, page.lines[last - 1].full.end)
  }
}
