/// The bytes of one file, with its name and where its lines begin.
///
/// Positions everywhere are byte offsets into these bytes; lines and columns exist only for people.
package struct SourceText: Sendable {
  /// The name shown in diagnostics, usually a path.
  package let name: String
  /// The file's bytes, as read.
  package let bytes: [UInt8]
  /// The offset of the first byte of each line; the first is 0.
  package let lineStarts: [Int]
  /// Where each line was written, for a text that was put together from others.
  package let origins: LineOrigins?

  /// Creates the text of a file.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(name: String, bytes: [UInt8], origins: LineOrigins? = nil) {
    self.name = name
    self.bytes = bytes
    self.origins = origins
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// Creates the text of a file from a string.
  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The whole of the text.
  package var range: SourceRange { SourceRange(0, bytes.count) }

  /// The characters in `range`; a broken sequence becomes U+FFFD.
  package func text(_ range: SourceRange) -> String {
    let end = min(range.end, bytes.count)
    return String(decoding: bytes[min(range.start, end)..<end], as: UTF8.self)
  }

  /// The number of the line that holds `offset`, from 1.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The column of `offset` in its line, counted in characters from 1.
  package func column(at offset: Int) -> Int {
    let start = lineStarts[line(at: offset) - 1]
    return text(SourceRange(start, offset)).count + 1
  }

  /// The range of line `number` (from 1) without its line ending.
  package func lineRange(_ number: Int) -> SourceRange {
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }
}
