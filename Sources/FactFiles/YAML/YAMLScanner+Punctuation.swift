import ExpressionLanguage

/// What the input method wrote where YAML's own punctuation is meant.
extension YAMLScanner {
  /// Looks at a plain scalar, which YAML takes as it stands.
  mutating func checkPlain(_ token: YAMLToken) {
    let bytes = cursor.bytes
    checkQuotes(token)
    for end in [token.range.start, lastScalarStart(token.range)] {
      if let (scalar, range) = FullWidth.scalar(at: end, bytes), FullWidth.spaces.contains(scalar) {
        report(.fullWidthSpace(at: range))
        break
      }
    }
    if isInBrackets {
      if let comma = FullWidth.first(of: FullWidth.commas, in: token.range, bytes) {
        let written = String(decoding: bytes[comma.start..<comma.end], as: UTF8.self)
        stop(.fullWidthComma(at: comma, written: written))
      }
    } else if token.start.line < token.endLine {
      checkFurtherLines(token)
    }
  }

  private mutating func checkQuotes(_ token: YAMLToken) {
    let bytes = cursor.bytes
    guard let first = FullWidth.scalar(at: token.range.start, bytes)?.scalar,
      let last = FullWidth.scalar(at: lastScalarStart(token.range), bytes)?.scalar,
      FullWidth.quotes.contains(first),
      FullWidth.quotes.contains(last) || last == "\"" || last == "'"
    else { return }
    let text = String(decoding: bytes[token.range.start..<token.range.end], as: UTF8.self)
    report(.curlyQuotes(at: token.range, text: text))
  }

  /// A line such as `户籍：北京` must not vanish into the value of the line above it.
  private mutating func checkFurtherLines(_ token: YAMLToken) {
    let bytes = cursor.bytes
    var start = token.range.start
    while start < token.range.end, bytes[start] != UInt8(ascii: "\n") { start += 1 }
    let rest = SourceRange(start, token.range.end)
    guard let colon = FullWidth.first(of: FullWidth.colons, in: rest, bytes) else { return }
    var end = colon.end
    while end < rest.end, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    report(.fullWidthColon(at: colon, in: SourceRange(start, end), bytes: bytes))
  }

  private func lastScalarStart(_ range: SourceRange) -> Int {
    var offset = range.end - 1
    while offset > range.start, cursor.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
