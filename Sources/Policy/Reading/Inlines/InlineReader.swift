import ExpressionLanguage

/// Reads the text, bold and code of a paragraph or of an item.
struct InlineReader {
  /// The stretches, in order.
  private(set) var inlines: [Inline] = []
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  private let source: SourceText
  private let lines: [SourceRange]
  private var codes: [(inner: SourceRange, outer: SourceRange)] = []
  private var runs: [(run: DelimiterRun, line: Int)] = []

  /// Reads `lines`, which have no blanks at their ends.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  init(_ lines: [SourceRange], in source: SourceText) {
    self.source = source
    self.lines = lines
    scan()
    let bold = findBold()
    assemble(bold)
  }

  // MARK: Scanning

  /// Finds code, then runs of asterisks and underscores outside code.
  private mutating func scan() {
    let ticks = BacktickRuns(lines, in: source)
    var skipTo = 0
    for (number, line) in lines.enumerated() {
      var offset = max(line.start, skipTo)
      while offset < line.end {
        switch source.bytes[offset] {
        case .backslash: offset += isEscape(at: offset, line) ? 2 : 1
        case .backtick:
          skipTo = readCode(at: offset, line, ticks)
          offset = skipTo
        case .asterisk, .underscore: offset = readRun(at: offset, line, number)
        case UInt8(ascii: "<"): offset = readTag(at: offset, line)
        default: offset += 1
        }
      }
    }
  }

  private func isEscape(at offset: Int, _ line: SourceRange) -> Bool {
    guard offset + 1 < line.end else { return false }
    let next = Unicode.Scalar(source.bytes[offset + 1])
    return next.isASCII && next.isMarkdownPunctuation
  }

  private mutating func readRun(at start: Int, _ line: SourceRange, _ number: Int) -> Int {
    var end = start
    while end < line.end, source.bytes[end] == source.bytes[start] { end += 1 }
    runs.append((DelimiterRun(SourceRange(start, end), line: line, in: source), number))
    return end
  }

  /// Reads code whose backtick stands at `start`; the offset after it.
  private mutating func readCode(at start: Int, _ line: SourceRange, _ ticks: BacktickRuns) -> Int {
    var end = start
    while end < line.end, source.bytes[end] == .backtick { end += 1 }
    guard end - start == 1 else {
      diagnostics.insert(.backtickRun(SourceRange(start, end)))
      return end
    }
    guard let close = ticks.single(after: end) else {
      diagnostics.insert(.unclosedCode(SourceRange(start, end)))
      return end
    }
    let outer = SourceRange(start, close + 1)
    codes.append((SourceRange(end, close), outer))
    return outer.end
  }

  private mutating func readTag(at start: Int, _ line: SourceRange) -> Int {
    let rest = source.bytes[start..<line.end]
    if rest.starts(with: "<!--".utf8) {
      diagnostics.insert(.commentInLine(SourceRange(start, line.end)))
      return line.end
    }
    if let tag = source.tag(at: start, before: line.end) { diagnostics.insert(.html(tag)) }
    return start + 1
  }

  // MARK: Bold

  /// The outermost bold stretches, those included that were meant but did not become bold.
  private mutating func findBold() -> [BoldPair] {
    guard !runs.isEmpty else { return [] }
    let matcher = EmphasisMatcher(runs.map(\.run))
    for pair in matcher.pairs where source.bytes[pair.opening.start] == .underscore {
      diagnostics.insert(.boldByUnderscores(pair.outer, source.text(pair.inner)))
    }
    for run in matcher.runs where run.character == .asterisk && run.count > 2 {
      diagnostics.insert(.tooManyAsterisks(run.range))
    }
    let check = BoldCheck(matcher, lines: runs.map(\.line), ranges: lines, in: source)
    for diagnostic in check.diagnostics { diagnostics.insert(diagnostic) }
    var outermost: [BoldPair] = []
    for pair in check.pairs.sorted(by: { $0.outer.start < $1.outer.start })
    where pair.outer.start >= outermost.last?.outer.end ?? 0 {
      outermost.append(pair)
    }
    return outermost
  }

  // MARK: Assembling

  /// Puts code and bold in order, with the text between them.
  private mutating func assemble(_ bold: [BoldPair]) {
    var pieces = bold.map { Inline.bold(inner: $0.inner, outer: $0.outer) }
    pieces += codes.map { Inline.code(inner: $0.inner, outer: $0.outer) }
    pieces.sort { $0.range.start < $1.range.start }
    var line = 0
    var offset = lines.first?.start ?? 0
    for piece in pieces where piece.range.start >= offset {
      addText(from: &offset, to: piece.range.start, line: &line)
      inlines.append(piece)
      offset = piece.range.end
    }
    addText(from: &offset, to: lines.last?.end ?? 0, line: &line)
  }

  /// Adds the text up to `end`, one stretch a line.
  private mutating func addText(from offset: inout Int, to end: Int, line: inout Int) {
    while line < lines.count {
      let start = max(offset, lines[line].start)
      let stop = min(end, lines[line].end)
      if start < stop { inlines.append(.text(SourceRange(start, stop))) }
      guard lines[line].end <= end, line + 1 < lines.count else { break }
      line += 1
    }
    offset = max(offset, end)
  }
}

extension SourceText {
  /// The head of the HTML tag that begins at `offset`, if one does.
  func tag(at offset: Int, before end: Int) -> SourceRange? {
    let name = bytes[(offset + 1)..<end].drop { $0 == UInt8(ascii: "/") }
    guard let first = name.first, first.isLetter else { return nil }
    let after = name.drop { $0.isLetter || $0.isDigit || $0 == .hyphen }
    guard let next = after.first, next.isBlank || "/>".utf8.contains(next) else { return nil }
    return SourceRange(offset, after.startIndex)
  }

  /// The head of the first HTML tag in `range`.
  func firstTag(in range: SourceRange) -> SourceRange? {
    for offset in range.start..<range.end where bytes[offset] == UInt8(ascii: "<") {
      if let tag = tag(at: offset, before: range.end) { return tag }
    }
    return nil
  }
}

/// Where backticks stand alone in a paragraph.
struct BacktickRuns {
  private var singles: [Int] = []

  /// Finds the runs of one backtick in `lines`.
  init(_ lines: [SourceRange], in source: SourceText) {
    for line in lines {
      var offset = line.start
      while offset < line.end {
        var end = offset
        while end < line.end, source.bytes[end] == .backtick { end += 1 }
        if end - offset == 1 { singles.append(offset) }
        offset = max(end, offset + 1)
      }
    }
  }

  /// The first backtick that stands alone at or after `offset`.
  ///
  /// - Complexity: O(log *n*).
  func single(after offset: Int) -> Int? {
    var low = 0
    var high = singles.count
    while low < high {
      let middle = (low + high) / 2
      if singles[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < singles.count ? singles[low] : nil
  }
}
