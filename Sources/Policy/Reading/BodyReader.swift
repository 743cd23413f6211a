import ExpressionLanguage

/// Reads everything below the front matter: headings, and under each its prose and its rule.
struct BodyReader {
  /// The sections, in order.
  private(set) var sections: [Section] = []
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  private let page: Page
  private let source: SourceText
  private var index: Int
  private var open: OpenSection?
  private var isOutside = false

  /// Reads the lines of `page` from the line at `start`.
  init(_ page: Page, start: Int) {
    self.page = page
    source = page.source
    index = start
    while index < page.lines.count, diagnostics.dropped == 0 { readElement() }
    closeSection()
  }

  private mutating func readElement() {
    let line = page.lines[index]
    let shape = page.shape(at: index)
    switch shape {
    case .blank:
      index += 1
      return
    case .comment:
      skipComment()
      return
    default: break
    }
    if line.indent > 0, !line.isTabbed {
      diagnostics.insert(.indentedLine(line.full, line.indent))
    }
    switch shape {
    case .blank, .comment: break
    case .heading: openSection(line)
    case .quotation: readQuotation()
    case .fence: readFence()
    case .row: readTable()
    case .item(let marker): readList(marker)
    case .html:
      diagnostics.insert(.html(line.text))
      index += 1
    case .thematicBreak:
      diagnostics.insert(.thematicBreak(line.text))
      index += 1
    case .prose: readProse()
    }
  }

  // MARK: Sections

  private mutating func openSection(_ line: SourceLine) {
    closeSection()
    guard sections.count < ReadingLimits.sections else {
      diagnostics.insert(.tooManySections(line.text))
      index = page.lines.count
      return
    }
    let reader = HeadingReader(line.text, kind: page.kind, in: source)
    diagnostics.formUnion(reader.diagnostics)
    let above = sections.last?.level ?? 0
    // An amendment may begin with the one sub-section that it changes.
    if reader.level > above + 1, page.kind != .amendment || above > 0 {
      let hashes = SourceRange(line.text.start, line.text.start + reader.level)
      diagnostics.insert(.levelSkipped(hashes, from: above, to: reader.level))
    }
    open = OpenSection(
      level: reader.level,
      heading: reader.heading,
      marks: reader.marks,
      range: line.text
    )
    index += 1
  }

  private mutating func closeSection() {
    guard let open else { return }
    let builder = SectionBuilder(open, kind: page.kind, in: source)
    diagnostics.formUnion(builder.diagnostics)
    sections.append(builder.section)
    self.open = nil
  }

  private mutating func add(_ element: OpenSection.Element, at range: SourceRange) {
    guard open != nil else {
      if !isOutside { diagnostics.insert(.textBeforeHeading(firstLine(of: range))) }
      isOutside = true
      return
    }
    open?.elements.append(element)
    open?.range.end = range.end
  }

  private func firstLine(of range: SourceRange) -> SourceRange {
    let line = source.lineRange(source.line(at: range.start))
    return SourceRange(range.start, min(range.end, max(range.start, line.end)))
  }

  /// Whether what stands under the open heading is for people only.
  private var isUnbound: Bool {
    open?.marks.contains { Mark.unbinding.contains($0.key) } ?? false
  }

  // MARK: Blocks

  private mutating func skipComment() {
    let reader = CommentReader(page, start: index)
    if let diagnostic = reader.diagnostic { diagnostics.insert(diagnostic) }
    index = reader.next
  }

  private mutating func readQuotation() {
    let reader = QuotationReader(page, start: index)
    for diagnostic in reader.diagnostics { diagnostics.insert(diagnostic) }
    add(.quotation(reader.range), at: reader.range)
    index = max(index + 1, reader.next)
  }

  private mutating func readFence() {
    let reader = FenceReader(page, start: index)
    for diagnostic in reader.diagnostics { diagnostics.insert(diagnostic) }
    add(.block(.fence(reader.fence)), at: reader.fence.range)
    index = max(index + 1, reader.next)
  }

  private mutating func readTable() {
    if index > 0, !page.lines[index - 1].isBlank {
      diagnostics.insert(.tableGlued(page.lines[index].text))
    }
    let reader = TableReader(page, start: index)
    diagnostics.formUnion(reader.diagnostics)
    if let table = reader.table { add(.block(.table(table)), at: table.range) }
    index = max(index + 1, reader.next)
  }

  private mutating func readList(_ marker: ItemMarker) {
    let isProse = marker.form == .bullet && !hasCode(from: index)
    let reader = ListReader(page, start: index, isUnbound: isUnbound || isProse)
    diagnostics.formUnion(reader.diagnostics)
    if let list = reader.list, !isProse { add(.block(.list(list)), at: list.range) }
    index = max(index + 1, reader.next)
  }

  /// Whether a backtick stands in the lines from `start` to the next blank one.
  private func hasCode(from start: Int) -> Bool {
    page.lines[start...].prefix { !$0.isBlank }.contains { line in
      source.bytes[line.text.start..<line.text.end].contains(.backtick)
    }
  }

  // MARK: Prose

  private mutating func readProse() {
    if isTableWithoutPipes(at: index) {
      readTable()
      return
    }
    var lines = [source.trimmed(page.lines[index].text)]
    index += 1
    while index < page.lines.count, continuesProse() {
      let line = page.lines[index]
      if line.indent > 0, !line.isTabbed {
        diagnostics.insert(.indentedLine(line.full, line.indent))
      }
      lines.append(source.trimmed(line.text))
      index += 1
    }
    lines.removeAll { $0.count == 0 }
    guard let first = lines.first, let last = lines.last else { return }
    let reader = InlineReader(lines, in: source)
    diagnostics.formUnion(reader.diagnostics)
    checkMarks(in: reader.inlines)
    let range = SourceRange(first.start, last.end)
    add(.paragraph(Paragraph(lines: lines, inlines: reader.inlines, range: range)), at: range)
  }

  /// Whether the line at `index` goes on with the paragraph above it, reporting what cuts it short.
  private mutating func continuesProse() -> Bool {
    let line = page.lines[index]
    if line.isBlank { return false }
    if line.isUnderline(in: source) {
      diagnostics.insert(.setextHeading(line.text))
      index += 1
      return false
    }
    switch page.shape(at: index) {
    case .prose:
      guard isTableWithoutPipes(at: index) else { return true }
      diagnostics.insert(.tableGlued(line.text))
      return false
    case .row:
      diagnostics.insert(.tableGlued(line.text))
      return false
    case .item(let marker):
      if marker.form == .point, marker.number != 1 {
        diagnostics.insert(.listGlued(line.text, source.text(marker.range)))
      }
      return false
    default: return false
    }
  }

  /// Whether the line at `index` is the header of a table for Markdown, though no pipe begins it.
  private func isTableWithoutPipes(at index: Int) -> Bool {
    guard index + 1 < page.lines.count, page.lines[index + 1].indent < 4 else { return false }
    return page.lines[index + 1].isDelimiterRow(in: source)
  }

  /// Reports marks that stand in prose, where nobody reads them.
  private mutating func checkMarks(in inlines: [Inline]) {
    for case .text(let range) in inlines {
      let bytes = source.bytes[range.start..<range.end]
      guard let brace = bytes.firstIndex(of: .openBrace) else { continue }
      let rest = source.trimmed(SourceRange(brace + 1, range.end))
      let end = bytes[rest.start...].firstIndex { $0 == .colon || $0 == .closeBrace }
      let key = source.text(source.trimmed(SourceRange(rest.start, end ?? range.end)))
      guard MarkKey.everywhere.contains(where: { $0.name == key }) else { continue }
      diagnostics.insert(.markInProse(SourceRange(brace, (end ?? brace) + 1), key))
    }
  }
}
