import ExpressionLanguage

/// Writes a file that was read without an error in the one canonical layout.
///
/// Only the layout changes: blanks at the ends of lines and around cells, halves and marks, blank
/// lines, the indentation of lists, line endings. The words of prose, quotations and comments stay
/// as they are, line by line.
struct LayoutWriter {
  private let document: Document
  private let source: SourceText
  private let page: Page
  private var lines: [String] = []
  private var index: Int
  private var nextSection = 0
  private var isAfterBlank = true
  private var isAfterComment = false

  /// The text of `document` in the canonical layout.
  ///
  /// - Precondition: Nothing wrong was found in the document.
  /// - Complexity: O(*n*) in the number of bytes.
  static func text(of document: Document) -> String {
    var writer = LayoutWriter(document)
    writer.writeFront()
    while writer.index < writer.page.lines.count { writer.writeElement() }
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private init(_ document: Document) {
    self.document = document
    let source = document.source
    self.source = source
    let lines = (1...source.lineStarts.count).map { SourceLine($0, in: source) }
    page = Page(lines, of: source, kind: document.kind)
    index = source.line(at: document.front.range.end)
  }

  // MARK: Front matter

  private mutating func writeFront() {
    lines.append("---")
    for entry in document.front.entries {
      write(entry, indent: "")
      for child in entry.children { write(child, indent: "  ") }
    }
    lines.append("---")
  }

  private mutating func write(_ entry: FrontEntry, indent: String) {
    let value = source.text(entry.valueRange)
    lines.append(indent + entry.key + ":" + (value.isEmpty ? "" : " " + value))
  }

  // MARK: The body

  private mutating func writeElement() {
    switch page.shape(at: index) {
    case .blank:
      isAfterBlank = true
      index += 1
    case .comment: writeComment()
    case .heading: writeHeading()
    case .quotation: writeLines(to: QuotationReader(page, start: index).next)
    case .fence: writeFence()
    case .row: writeTable()
    case .item: writeList()
    case .prose, .html, .thematicBreak: writeLines(to: endOfProse())
    }
  }

  /// Sets what follows apart by one blank line; a comment may also touch what it speaks of.
  private mutating func begin(isComment: Bool = false) {
    let touches = (isComment || isAfterComment) && !isAfterBlank
    if !touches { lines.append("") }
    isAfterBlank = false
    isAfterComment = isComment
  }

  private mutating func writeComment() {
    let end = CommentReader(page, start: index).next
    begin(isComment: true)
    for line in page.lines[index..<end] { lines.append(kept(line)) }
    index = end
  }

  /// A line as it is, but for blanks at its end.
  private func kept(_ line: SourceLine) -> String {
    line.isBlank ? "" : source.text(SourceRange(line.full.start, line.text.end))
  }

  private mutating func writeHeading() {
    begin()
    let section = document.sections[nextSection]
    let halves = HalfSplitter.split(section.heading.range, in: source).map { source.text($0) }
    let marks = section.marks.map { mark in
      mark.value.isEmpty ? " {\(mark.key)}" : " {\(mark.key): \(mark.value)}"
    }
    let hashes = String(repeating: "#", count: section.level)
    lines.append(hashes + " " + halves.joined(separator: " · ") + marks.joined())
    nextSection += 1
    index += 1
  }

  private func endOfProse() -> Int {
    var end = index + 1
    while end < page.lines.count, case .prose = page.shape(at: end) { end += 1 }
    return end
  }

  private mutating func writeLines(to end: Int) {
    begin()
    for line in page.lines[index..<end] { lines.append(source.text(line.text)) }
    index = end
  }

  private mutating func writeFence() {
    begin()
    let reader = FenceReader(page, start: index)
    var inside = page.lines[(index + 1)..<(reader.next - 1)]
    while inside.first?.isBlank == true { inside.removeFirst() }
    while inside.last?.isBlank == true { inside.removeLast() }
    lines.append("```" + reader.fence.info)
    for line in inside { lines.append(kept(line)) }
    lines.append("```")
    index = reader.next
  }

  // MARK: Tables

  private mutating func writeTable() {
    begin()
    let reader = TableReader(page, start: index)
    guard let table = reader.table else { return writeLines(to: index + 1) }
    lines.append(row(table.header))
    let delimiters = CellCutter(page.lines[index + 1].text, in: source)
    lines.append("|" + delimiters.cells.map { LayoutWriter.delimiter($0.text) + "|" }.joined())
    for cells in table.rows { lines.append(row(cells)) }
    index = reader.next
  }

  private func row(_ cells: [Cell]) -> String {
    "|" + cells.map { $0.range.count == 0 ? " |" : " \(source.text($0.range)) |" }.joined()
  }

  private static func delimiter(_ text: String) -> String {
    switch (text.hasPrefix(":"), text.hasSuffix(":")) {
    case (true, true): ":-:"
    case (true, false): ":--"
    case (false, true): "--:"
    case (false, false): "---"
    }
  }

  // MARK: Lists

  private mutating func writeList() {
    begin()
    let reader = ListReader(page, start: index, isUnbound: true)
    guard let list = reader.list else { return writeLines(to: index + 1) }
    write(list, indent: 0)
    index = reader.next
    // The reader looks past blank lines for another item.
    isAfterBlank = page.lines[index - 1].isBlank
  }

  private mutating func write(_ list: List, indent: Int) {
    for item in list.items {
      let marker = String(repeating: " ", count: indent) + "\(item.number)."
      let words = lines(of: item)
      lines.append(marker + (words.first.map { " " + $0 } ?? ""))
      let inner = marker.utf8.count + 1
      for line in words.dropFirst() { lines.append(String(repeating: " ", count: inner) + line) }
      if let sublist = item.sublist { write(sublist, indent: inner) }
    }
  }

  /// The lines of an item without its number, down to the list below it.
  private func lines(of item: Item) -> [String] {
    let first = source.line(at: item.range.start) - 1
    let last = source.line(at: item.sublist?.range.start ?? item.range.end) - 1
    let end = item.sublist == nil ? last + 1 : last
    return page.lines[first..<max(first + 1, end)].enumerated().compactMap { offset, line in
      var range = line.text
      if offset == 0, let marker = ItemMarker(at: range, in: source) {
        range.start = min(marker.contentStart, range.end)
      }
      return range.count == 0 ? nil : source.text(range)
    }
  }
}
