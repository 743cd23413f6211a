import ExpressionLanguage

/// Walks over the bytes of a file one scalar at a time, counting as the YAML library counts.
///
/// The bytes have passed `FileBytes.check`: whole UTF-8 sequences, lines that end in LF or CRLF, and
/// no NUL, so that 0 can stand for the end.
struct YAMLCursor {
  let bytes: [UInt8]
  private(set) var offset: Int
  private(set) var mark = YAMLMark(line: 0, column: 0)
  /// How many scalars lie behind.
  private(set) var index = 0

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The byte `ahead` of the place, or 0 past the end.
  func peek(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < bytes.count ? bytes[offset + ahead] : 0
  }

  /// Whether the byte `ahead` is `character`.
  func sees(_ character: Unicode.Scalar, ahead: Int = 0) -> Bool {
    peek(ahead) == UInt8(ascii: character)
  }

  /// Whether a space or a tab stands here.
  var isBlank: Bool { sees(" ") || sees("\t") }

  /// Whether a line ends here.
  var isBreak: Bool { sees("\n") || sees("\r") }

  /// Whether the byte `ahead` is blank, a line ending or the end.
  func isBlankOrEnd(ahead: Int = 0) -> Bool {
    let byte = peek(ahead)
    return byte == 0 || FileBytes.isBlank(byte)
  }

  /// Whether `---` or `...` stands here as a line of its own or before a blank.
  var documentMarker: Unicode.Scalar? {
    guard mark.column == 0, isBlankOrEnd(ahead: 3) else { return nil }
    for marker: Unicode.Scalar in ["-", "."]
    where sees(marker) && sees(marker, ahead: 1) && sees(marker, ahead: 2) {
      return marker
    }
    return nil
  }

  /// The range of the scalar here; empty at the end.
  var here: SourceRange {
    FullWidth.scalar(at: offset, bytes)?.range ?? SourceRange(offset, offset)
  }

  /// Steps over one scalar, which is no line ending.
  mutating func advance() {
    let lead = peek()
    offset += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    offset = min(offset, bytes.count)
    mark.column += 1
    index += 1
  }

  /// Steps over one line ending.
  mutating func advanceLine() {
    offset += sees("\r") ? 2 : 1
    offset = min(offset, bytes.count)
    mark = YAMLMark(line: mark.line + 1, column: 0)
    index += 1
  }

  /// Steps over one scalar or line ending.
  mutating func step() {
    if isBreak { advanceLine() } else { advance() }
  }

  /// Steps over everything up to the end of the line.
  mutating func skipLine() {
    while !isAtEnd, !isBreak { advance() }
  }
}
