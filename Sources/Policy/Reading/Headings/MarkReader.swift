import ExpressionLanguage

/// Reads the marks at the end of a heading or of an item: one mark, one pair of braces.
struct MarkReader {
  private let source: SourceText
  private let place: MarkKey.Place
  private let keys: [MarkKey]
  /// The marks read.
  private(set) var marks: [Mark] = []
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  /// Creates a reader of marks at `place`.
  init(_ source: SourceText, place: MarkKey.Place) {
    self.source = source
    self.place = place
    keys = MarkKey.all(of: place)
  }

  /// Reads the marks in `range`, which has nothing else in it.
  ///
  /// - Parameters:
  ///   - range: Where the marks stand.
  ///   - afterSpace: Whether a blank stands before the range.
  mutating func read(_ range: SourceRange, afterSpace: Bool) {
    var isSpaced = afterSpace
    var offset = range.start
    while offset < range.end {
      let byte = source.bytes[offset]
      if byte.isBlank {
        isSpaced = true
        offset += 1
      } else if byte == .openBrace {
        offset = readMark(at: offset, before: range.end, isSpaced: isSpaced)
        isSpaced = false
      } else {
        let end = textEnd(from: offset, before: range.end)
        diagnostics.insert(
          .textAmongMarks(source.trimmed(SourceRange(offset, end)), isItem: place == .item)
        )
        isSpaced = true
        offset = end
      }
    }
  }

  private func textEnd(from offset: Int, before end: Int) -> Int {
    source.bytes[offset..<end].firstIndex(of: .openBrace) ?? end
  }

  /// Reads the mark whose brace opens at `start`; the offset after it.
  private mutating func readMark(at start: Int, before end: Int, isSpaced: Bool) -> Int {
    if !isSpaced { diagnostics.insert(.markWithoutSpace(SourceRange(start, start + 1))) }
    var close = start + 1
    while close < end, source.bytes[close] != .closeBrace, source.bytes[close] != .openBrace {
      close += 1
    }
    let content = source.trimmed(SourceRange(start + 1, close))
    if close == end {
      diagnostics.insert(.unclosedMark(SourceRange(start, end)))
      add(content, range: SourceRange(start, end))
      return end
    }
    if source.bytes[close] == .openBrace {
      var last = close
      while last < end, source.bytes[last] != .closeBrace { last += 1 }
      diagnostics.insert(.braceInMark(SourceRange(close, close + 1)))
      while last + 1 < end, source.bytes[last + 1] == .closeBrace { last += 1 }
      return min(last + 1, end)
    }
    add(content, range: SourceRange(start, close + 1))
    return close + 1
  }

  private mutating func add(_ content: SourceRange, range: SourceRange) {
    guard content.count > 0 else {
      diagnostics.insert(.emptyMark(range))
      return
    }
    let mark = split(content, range: range)
    if let second = secondMark(in: mark) { diagnostics.insert(.twoMarks(range, second: second)) }
    guard let key = keys.first(where: { $0.name == mark.key }) else {
      refuse(mark)
      return
    }
    check(mark, key)
    if !key.repeats, let first = marks.first(where: { $0.key == key.name }) {
      diagnostics.insert(
        .doubledMark(range, key.name, firstLine: source.writtenLine(at: first.range.start))
      )
      return
    }
    marks.append(mark)
  }

  /// The mark's key and value, split at the first colon.
  private mutating func split(_ content: SourceRange, range: SourceRange) -> Mark {
    let colon = source.bytes[content.start..<content.end].firstIndex(of: .colon)
    let wide = source.first("：", in: content)
    if let wide, colon.map({ wide.start < $0 }) ?? true,
      isKnown(source.text(source.trimmed(SourceRange(content.start, wide.start))))
    {
      let mark = mark(content, colon: wide, range: range)
      diagnostics.insert(.fullWidthColonInMark(wide, key: mark.key, value: mark.value))
      return mark
    }
    guard let colon else {
      let end = SourceRange(content.end, content.end)
      return mark(content, colon: end, range: range)
    }
    let mark = mark(content, colon: SourceRange(colon, colon + 1), range: range)
    if mark.valueRange.count > 0, mark.valueRange.start == colon + 1 {
      diagnostics.insert(.colonWithoutSpace(SourceRange(colon, colon + 1), key: mark.key))
    }
    return mark
  }

  private func mark(_ content: SourceRange, colon: SourceRange, range: SourceRange) -> Mark {
    let key = source.trimmed(SourceRange(content.start, colon.start))
    let value = source.trimmed(SourceRange(colon.end, content.end))
    return Mark(
      key: source.text(key),
      value: source.text(value),
      keyRange: key,
      valueRange: value,
      range: range
    )
  }

  private func isKnown(_ key: String) -> Bool {
    MarkKey.everywhere.contains { $0.name == key }
  }

  private mutating func refuse(_ mark: Mark) {
    if isKnown(mark.key) {
      diagnostics.insert(.misplacedMark(mark.range, mark.key, place: place))
    } else {
      diagnostics.insert(.unknownMark(mark.keyRange, mark.key, known: keys.map(\.name)))
    }
  }

  private mutating func check(_ mark: Mark, _ key: MarkKey) {
    switch key.value {
    case .needed where mark.value.isEmpty:
      diagnostics.insert(.markWithoutValue(mark.range, key))
    case .none where !mark.value.isEmpty:
      diagnostics.insert(.markWithValue(mark.valueRange, key.name))
    default: break
    }
  }

  /// The key of a second mark in the same braces: after a comma or semicolon, with its colon.
  private func secondMark(in mark: Mark) -> String? {
    let text = mark.key + (mark.value.isEmpty ? "" : ": " + mark.value)
    let parts = text.split(omittingEmptySubsequences: false) { ",;，；".contains($0) }
    guard parts.count > 1 else { return nil }
    if mark.value.isEmpty {
      let names = parts.map { String($0.filter { $0 != " " }) }
      let known = Set(MarkKey.everywhere.map { $0.name.filter { $0 != " " } })
      return names.allSatisfy(known.contains) ? trim(parts[1]) : nil
    }
    for part in parts.dropFirst() {
      guard let colon = part.firstIndex(where: { $0 == ":" || $0 == "：" }) else { continue }
      let key = trim(part[..<colon])
      if isKnown(key) { return key }
    }
    return nil
  }

  private func trim(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
