import ExpressionLanguage

/// Makes a section of what was collected under a heading: finds its lead and reads its bold words.
struct SectionBuilder {
  /// The section.
  private(set) var section: Section
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  private let source: SourceText
  private let kind: DocumentKind

  /// Makes a section of `open`.
  init(_ open: OpenSection, kind: DocumentKind, in source: SourceText) {
    self.source = source
    self.kind = kind
    section = Section(
      level: open.level,
      heading: open.heading,
      marks: open.marks,
      range: open.range
    )
    var lead: Int?
    var previous: Int?
    for element in open.elements {
      switch element {
      case .paragraph(let paragraph):
        section.paragraphs.append(paragraph)
        previous = section.paragraphs.count - 1
        continue
      case .block(let block):
        if section.blocks.isEmpty { lead = previous }
        section.blocks.append(block)
      case .quotation(let range): section.quotations.append(range)
      }
      previous = nil
    }
    if section.blocks.isEmpty, !section.paragraphs.isEmpty { lead = 0 }
    readLead(lead)
    checkBlocks()
    checkOperator()
  }

  // MARK: Bold words

  private mutating func readLead(_ lead: Int?) {
    for (index, paragraph) in section.paragraphs.enumerated() {
      guard index == lead else {
        checkHomeless(paragraph)
        continue
      }
      section.lead = paragraph
      let reader = LeadWordsReader(
        paragraph.inlines,
        allowsOtherBold: section.isUnbound,
        in: source
      )
      diagnostics.formUnion(reader.diagnostics)
      section.operators = reader.words
      guard !section.isUnbound else { continue }
      for (index, inline) in paragraph.inlines.enumerated() {
        if case .code(_, let outer) = inline, !reader.consumed.contains(index) {
          diagnostics.insert(.unreadCode(outer))
        }
      }
    }
  }

  /// Reports phrases of the closed list that are bold where they bind nothing.
  private mutating func checkHomeless(_ paragraph: Paragraph) {
    for case .bold(let inner, let outer) in paragraph.inlines {
      let core = source.withoutPunctuation(inner)
      guard BoldPhrase(inner, in: source) != nil || BoldPhrase(core, in: source) != nil else {
        continue
      }
      diagnostics.insert(
        .homelessBold(outer, source.text(inner), hasBlock: !section.blocks.isEmpty)
      )
    }
  }

  // MARK: Blocks

  private mutating func checkBlocks() {
    let allowsTables = !kind.isLaw || section.mark("informative") != nil
    for block in section.blocks.dropFirst() {
      if allowsTables, case .table = block { continue }
      if section.isUnbound, kind.isLaw { continue }
      guard let first = section.blocks.first else { return }
      diagnostics.insert(
        .twoRules(
          firstLine(of: block),
          heading: source.text(section.heading.range),
          line: source.writtenLine(at: first.range.start)
        )
      )
    }
  }

  private func firstLine(of block: Block) -> SourceRange {
    let line = source.lineRange(source.line(at: block.range.start))
    return SourceRange(block.range.start, max(block.range.start, line.end))
  }

  private mutating func checkOperator() {
    guard !section.isUnbound else { return }
    guard case .list(let list) = section.block else {
      if let range = section.operators.listRange {
        diagnostics.insert(
          .listWordWithoutList(range, source.text(range), below: section.block)
        )
      }
      return
    }
    guard section.operators.list == nil else { return }
    let place = section.lead?.lines.last ?? firstLine(of: .list(list))
    diagnostics.insert(
      .listWithoutWord(place, near: ListWord.plain(in: section.lead?.lines ?? [], source))
    )
  }
}
