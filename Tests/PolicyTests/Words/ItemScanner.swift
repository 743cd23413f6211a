import ExpressionLanguage

/// Finds the numbered items of a measure, as far as well-formed ones go.
enum ItemScanner {
  /// One item.
  struct Item {
    var english: [SourceRange] = []
    var chinese: [SourceRange] = []
    var test: SourceRange?
  }

  static func items(of source: SourceText) -> [Item] {
    var items: [Item] = []
    var isInside = false
    for number in source.lineStarts.indices {
      let line = source.lineRange(number + 1)
      let text = source.text(line)
      let body = text.drop { $0 == " " }
      let digits = body.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty, body.dropFirst(digits.count).hasPrefix(". ") {
        items.append(Item())
        isInside = true
        let words = text.utf8.count - body.utf8.count + digits.utf8.count + 2
        add(SourceRange(line.start + words, line.end), of: source, to: &items)
      } else if isInside, text.hasPrefix("   "), !body.isEmpty {
        let start = text.utf8.count - body.utf8.count
        add(SourceRange(line.start + start, line.end), of: source, to: &items)
      } else {
        isInside = false
      }
    }
    return items
  }

  private static func add(_ range: SourceRange, of source: SourceText, to items: inout [Item]) {
    var words = range
    let bytes = source.bytes[range.start..<range.end]
    if let open = bytes.firstIndex(of: UInt8(ascii: "`")),
      let close = bytes[(open + 1)...].firstIndex(of: UInt8(ascii: "`"))
    {
      items[items.count - 1].test = SourceRange(open + 1, close)
      words = SourceRange(range.start, open)
    }
    var start = words.start
    for piece in source.text(words).split(separator: " · ") {
      let trimmed = piece.hasSuffix(" ") ? piece.dropLast() : piece
      let range = SourceRange(start, start + trimmed.utf8.count)
      start += piece.utf8.count + " · ".utf8.count
      if piece.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
        items[items.count - 1].chinese.append(range)
      } else if !trimmed.isEmpty {
        items[items.count - 1].english.append(range)
      }
    }
  }
}
