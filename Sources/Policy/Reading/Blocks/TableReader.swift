import ExpressionLanguage

/// Reads a table, cell by cell from the raw bytes.
struct TableReader {
  /// The table; `nil` where it has too many columns to be read.
  private(set) var table: Table?
  /// The index of the line after it.
  private(set) var next: Int
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  private let page: Page
  private let source: SourceText

  /// Reads the table whose header is line `start`.
  init(_ page: Page, start: Int) {
    self.page = page
    source = page.source
    next = start + 1
    let line = page.lines[start].text
    let header = CellCutter(line, in: source)
    guard header.count <= ReadingLimits.columns else {
      diagnostics.insert(.tooManyColumns(line, header.count))
      while next < page.lines.count, !page.lines[next].isBlank { next += 1 }
      return
    }
    checkEnds(header, line)
    checkBold(line)
    table = Table(header: header.cells, rows: [], range: line, headerRange: line)
    readDelimiterRow(header)
    while diagnostics.dropped == 0, readRow(header.count) {}
  }

  // MARK: The delimiter row

  private mutating func readDelimiterRow(_ header: CellCutter) {
    guard next < page.lines.count, !page.lines[next].isBlank else {
      diagnostics.insert(.noDelimiterRow(page.lines[next - 1].text, header.count))
      return
    }
    let line = page.lines[next]
    let isDelimiter = line.isDelimiterRow(in: source) || line.isUnderline(in: source)
    guard isDelimiter else {
      diagnostics.insert(.noDelimiterRow(line.text, header.count))
      return
    }
    let cells = CellCutter(line.text, in: source)
    let isSound = cells.cells.allSatisfy { TableReader.isDelimiter($0.text) }
    if !isSound || !cells.hasOpening || !cells.hasClosing {
      diagnostics.insert(.malformedDelimiterRow(line.text, header.count))
    } else if cells.count != header.count {
      diagnostics.insert(.delimiterRowLength(line.text, cells.count, header.count))
    }
    checkIndent(line)
    extend(toCover: line.text)
    next += 1
  }

  private mutating func checkIndent(_ line: SourceLine) {
    guard line.indent > 0, !line.isTabbed else { return }
    diagnostics.insert(.indentedLine(line.full, line.indent))
  }

  private static func isDelimiter(_ text: String) -> Bool {
    var dashes = text.utf8[...]
    if dashes.first == .colon { dashes = dashes.dropFirst() }
    if dashes.last == .colon { dashes = dashes.dropLast() }
    return !dashes.isEmpty && dashes.allSatisfy { $0 == .hyphen }
  }

  private mutating func extend(toCover range: SourceRange) {
    guard let whole = table?.range else { return }
    table?.range = whole.extended(toCover: range)
  }

  // MARK: Rows

  /// Reads the line at `next` if it is a row; whether there may be more.
  private mutating func readRow(_ width: Int) -> Bool {
    guard next < page.lines.count, !page.lines[next].isBlank else { return false }
    let line = page.lines[next]
    switch page.shape(at: next) {
    case .row:
      checkIndent(line)
    case .comment:
      let comment = CommentReader(page, start: next)
      guard case .row = page.shape(at: comment.next) else { return false }
      diagnostics.insert(.commentSplitsTable(line.text))
      if let diagnostic = comment.diagnostic { diagnostics.insert(diagnostic) }
      next = comment.next
      return true
    case .prose where CellCutter.hasPipe(line.text, in: source):
      diagnostics.insert(.rowWithoutPipe(line.text))
    case .item where CellCutter.hasPipe(line.text, in: source):
      diagnostics.insert(.rowWithoutPipe(line.text))
    case .prose:
      diagnostics.insert(.becameRow(line.text))
      guard next + 1 < page.lines.count, case .row = page.shape(at: next + 1) else { return false }
      next += 1
      return true
    default:
      diagnostics.insert(.noBlankBelowTable(line.text))
      return false
    }
    add(CellCutter(line.text, in: source), line.text, width)
    checkBold(line.text)
    next += 1
    return true
  }

  /// Adds a row with as many cells as the header, reporting the difference.
  private mutating func add(_ row: CellCutter, _ line: SourceRange, _ width: Int) {
    if row.hasOpening { checkEnds(row, line) }
    var cells = row.cells
    if row.count > width {
      let end = cells.last.map { $0.range.end } ?? line.end
      let first = cells[width].range.start
      diagnostics.insert(.tooManyCells(SourceRange(first, end), row.count, width))
      cells = Array(cells.prefix(width))
    } else if row.count < width {
      let end = row.hasClosing ? line.end - 1 : line.end
      diagnostics.insert(.tooFewCells(SourceRange(end, line.end), row.count, width))
      let empty = Cell(text: "", range: SourceRange(end, end))
      cells += Array(repeating: empty, count: width - row.count)
    }
    table?.rows.append(cells)
    extend(toCover: line)
  }

  private mutating func checkEnds(_ row: CellCutter, _ line: SourceRange) {
    if !row.hasOpening {
      diagnostics.insert(.rowWithoutPipe(line))
    } else if !row.hasClosing {
      diagnostics.insert(.rowWithoutClosingPipe(SourceRange(line.end, line.end)))
    }
  }

  private mutating func checkBold(_ line: SourceRange) {
    if let bold = source.firstDoubleAsterisk(in: line) { diagnostics.insert(.boldInTable(bold)) }
    if let comment = source.firstComment(in: line) { diagnostics.insert(.commentInLine(comment)) }
    if let tag = source.firstTag(in: line) { diagnostics.insert(.html(tag)) }
  }
}
