import ExpressionLanguage

/// Reads one heading line: its level, its halves, their citations and labels, and its marks.
struct HeadingReader {
  private let source: SourceText
  private let kind: DocumentKind
  /// The number of `#`, 1 to 4.
  private(set) var level = 1
  /// The words.
  private(set) var heading: Heading
  /// The marks.
  private(set) var marks: [Mark] = []
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  /// Reads the heading on `line`, which begins with `#`.
  init(_ line: SourceRange, kind: DocumentKind, in source: SourceText) {
    self.source = source
    self.kind = kind
    heading = Heading(range: line)
    let hashes = source.bytes[line.start..<line.end].prefix { $0 == .hash }.count
    let afterHashes = line.start + hashes
    level = min(hashes, 4)
    if hashes > 4 { diagnostics.insert(.headingTooDeep(SourceRange(line.start, afterHashes))) }
    if afterHashes < line.end, !source.bytes[afterHashes].isBlank {
      diagnostics.insert(
        .headingWithoutSpace(
          line,
          String(repeating: "#", count: level),
          source.text(source.trimmed(SourceRange(afterHashes, line.end)))
        )
      )
    }
    let content = source.trimmed(SourceRange(afterHashes, line.end))
    let brace = firstBrace(in: content)
    readMarks(SourceRange(brace, content.end), afterSpace: isSpace(before: brace, in: content))
    heading = read(words: source.trimmed(SourceRange(content.start, brace)), of: line)
  }

  private func isSpace(before offset: Int, in range: SourceRange) -> Bool {
    offset > range.start && source.bytes[offset - 1].isBlank
  }

  /// Where the marks begin: the first brace outside quotes, or the end.
  private func firstBrace(in range: SourceRange) -> Int {
    let heedsQuotes = source.hasPairedQuotes(range)
    var isQuoted = false
    for offset in range.start..<range.end {
      let byte = source.bytes[offset]
      if byte == .quote, heedsQuotes { isQuoted.toggle() }
      if byte == .openBrace, !isQuoted { return offset }
    }
    return range.end
  }

  private mutating func readMarks(_ range: SourceRange, afterSpace: Bool) {
    guard range.count > 0 else { return }
    var reader = MarkReader(source, place: .heading(kind))
    reader.read(range, afterSpace: afterSpace)
    marks = reader.marks
    diagnostics.formUnion(reader.diagnostics)
  }

  private mutating func read(words: SourceRange, of line: SourceRange) -> Heading {
    guard words.count > 0 else {
      diagnostics.insert(.emptyHeading(line))
      return Heading(range: words)
    }
    checkCharacters(of: words)
    var heading = Heading(range: words)
    let halves = HalfSplitter.split(words, in: source)
    if halves.count > 2 { diagnostics.insert(.tooManyHalves(halves[2])) }
    for range in halves.prefix(2) {
      guard range.count > 0 else {
        diagnostics.insert(.emptyHalf(words))
        continue
      }
      add(range, to: &heading)
    }
    if halves.count == 1 { checkSeparator(of: words) }
    checkCitations(of: heading)
    return heading
  }

  private mutating func add(_ range: SourceRange, to heading: inout Heading) {
    let isChinese = source.hasHan(range)
    let reader = CitationReader(range, isChinese: isChinese, in: source)
    for diagnostic in reader.diagnostics { diagnostics.insert(diagnostic) }
    let labelRange = SourceRange(reader.labelStart, range.end)
    let half = HeadingHalf(
      text: source.text(range),
      range: range,
      citation: reader.citation,
      label: source.text(labelRange),
      labelRange: labelRange
    )
    if isChinese ? heading.chinese != nil : heading.english != nil {
      diagnostics.insert(.halvesOfOneLanguage(range, isChinese: isChinese))
    } else if isChinese {
      heading.chinese = half
    } else {
      heading.english = half
    }
  }

  private mutating func checkCharacters(of words: SourceRange) {
    let bytes = source.bytes[words.start..<words.end]
    if let brace = bytes.firstIndex(of: .closeBrace) {
      diagnostics.insert(.strayBrace(SourceRange(brace, brace + 1)))
    }
    if let bold = source.firstDoubleAsterisk(in: words) { diagnostics.insert(.boldInHeading(bold)) }
    if bytes.last == .hash { diagnostics.insert(.closingHashes(words)) }
    if let comment = source.firstComment(in: words) {
      diagnostics.insert(.commentInLine(comment))
    }
    if let tag = source.firstTag(in: words) { diagnostics.insert(.html(tag)) }
    for (offset, scalar) in source.scalars(in: words) where scalar == "｛" || scalar == "｝" {
      diagnostics.insert(.fullWidthBrace(SourceRange(offset, offset + 3)))
      break
    }
  }

  /// A dot without spaces between Chinese and English is a separator that came out wrong.
  private mutating func checkSeparator(of words: SourceRange) {
    let scalars = source.scalars(in: words)
    guard scalars.contains(where: { $0.1.isHan }) else { return }
    // A few dots are enough to see what was meant; names of people have some.
    for (offset, scalar) in scalars.filter({ HalfSplitter.dots.contains($0.1) }).prefix(8) {
      let left = SourceRange(words.start, offset)
      let right = SourceRange(offset + scalar.utf8.count, words.end)
      let hasLatin = source.hasLetter(left) || source.hasLetter(right)
      guard hasLatin, source.hasHan(left) != source.hasHan(right) else { continue }
      diagnostics.insert(
        .wrongSeparator(
          SourceRange(offset, right.start),
          left: source.text(source.trimmed(left)),
          right: source.text(source.trimmed(right))
        )
      )
      return
    }
  }

  private mutating func checkCitations(of heading: Heading) {
    guard let english = heading.english?.citation, let half = heading.chinese,
      let chinese = half.citation
    else { return }
    let isSection = english.kind == .section && chinese.kind == .article
    guard
      english.kind != chinese.kind && !isSection || english.number != chinese.number
        || english.inserted != chinese.inserted
    else {
      return
    }
    let range = SourceRange(half.range.start, half.range.start + chinese.text.utf8.count)
    diagnostics.insert(.citationsDisagree(range, english: english.text, chinese: chinese.text))
  }
}
