import ExpressionLanguage

/// Reads the words, the test and the marks of one item.
struct ItemReader {
  /// The item.
  private(set) var item: Item
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  private let source: SourceText
  private let lines: [SourceRange]

  /// Reads the item whose lines were collected in `draft`.
  ///
  /// - Parameters:
  ///   - draft: The lines, with the list below them.
  ///   - isUnbound: Whether the item stands where nothing binds, and needs no test.
  ///   - source: The text.
  init(_ draft: ItemDraft, isUnbound: Bool, in source: SourceText) {
    self.source = source
    lines = draft.lines
    item = Item(number: draft.number, range: SourceRange(draft.marker.start, draft.end))
    item.sublist = draft.sublist
    let inlines = InlineReader(draft.lines, in: source)
    diagnostics.formUnion(inlines.diagnostics)
    let lead = LeadWordsReader(inlines.inlines, allowsOtherBold: isUnbound, in: source)
    diagnostics.formUnion(lead.diagnostics)
    item.operators = lead.words
    split(inlines.inlines, consumed: lead.consumed)
    let pieces = WordPieces(item.words, lines: lines, in: source)
    (item.english, item.chinese) = (pieces.english, pieces.chinese)
    if draft.lines.isEmpty, draft.sublist == nil {
      diagnostics.insert(.emptyItem(draft.marker, number: item.number))
    } else if !isUnbound {
      check(draft)
    }
  }

  /// Parts the words from the test and from the marks after it.
  private mutating func split(_ inlines: [Inline], consumed: Set<Int>) {
    let test = inlines.indices.first { index in
      if case .code = inlines[index] { return !consumed.contains(index) }
      return false
    }
    guard let test, case .code(let inner, let outer) = inlines[test] else {
      cutMarks(from: inlines)
      return
    }
    item.words = Array(inlines[..<test])
    item.test = inner
    if source.trimmed(inner).count == 0 { diagnostics.insert(.emptyTest(outer)) }
    var end = lines.last?.end ?? outer.end
    let second = inlines[(test + 1)...].first { inline in
      if case .code = inline { return true }
      return false
    }
    if let second {
      diagnostics.insert(.twoTests(second.range, number: item.number))
      end = second.range.start
    }
    if let brace = firstBrace(in: item.words) { diagnostics.insert(.markBeforeTest(brace)) }
    readMarks(from: outer.end, to: end)
  }

  /// Reads the marks between two places, which may lie on different lines.
  private mutating func readMarks(from start: Int, to end: Int) {
    var reader = MarkReader(source, place: .item)
    for line in lines where line.end > start && line.start < end {
      let range = SourceRange(max(start, line.start), min(end, line.end))
      guard range.count > 0 else { continue }
      reader.read(range, afterSpace: range.start == line.start)
    }
    item.marks = reader.marks
    diagnostics.formUnion(reader.diagnostics)
  }

  /// Takes marks off the end of an item without a test, where they have no place.
  private mutating func cutMarks(from inlines: [Inline]) {
    item.words = inlines
    guard let brace = firstBrace(in: inlines) else { return }
    diagnostics.insert(.markBeforeTest(brace))
    guard let index = inlines.firstIndex(where: { $0.range.end > brace.start }) else { return }
    item.words = Array(inlines[..<index])
    let kept = SourceRange(inlines[index].range.start, brace.start)
    if source.trimmed(kept).count > 0 { item.words.append(.text(kept)) }
    readMarks(from: brace.start, to: lines.last?.end ?? brace.end)
  }

  private func firstBrace(in inlines: [Inline]) -> SourceRange? {
    for case .text(let range) in inlines {
      if let brace = source.bytes[range.start..<range.end].firstIndex(of: .openBrace) {
        return SourceRange(brace, brace + 1)
      }
    }
    return nil
  }

  private mutating func check(_ draft: ItemDraft) {
    let place = draft.lines.first ?? draft.marker
    let hasList = item.sublist != nil
    if item.test != nil, hasList {
      diagnostics.insert(.testAndList(place, number: item.number))
    } else if item.test == nil, !hasList {
      diagnostics.insert(.itemWithoutTest(place, number: item.number))
    }
    if let range = item.operators.listRange, !hasList {
      diagnostics.insert(.listWordWithoutList(range, source.text(range), below: nil))
    }
    if hasList, item.operators.list == nil {
      diagnostics.insert(.listWithoutWord(place, near: ListWord.plain(in: lines, source)))
    }
  }
}
