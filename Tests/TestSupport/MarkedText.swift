package import ExpressionLanguage

/// Text in which places are marked `1️⃣` … `9️⃣`, so that a test can point at a character.
///
/// ```swift
/// let marked = MarkedText("age 1️⃣>> 2️⃣60")
/// marked.text  // "age >> 60"
/// marked[1]    // 4
/// ```
package struct MarkedText: Sendable {
  /// The text without its markers.
  package let text: String
  /// The byte offset in `text` of each marker, by the marker's number.
  package let offsets: [Int: Int]

  /// Takes the markers out of `marked`.
  ///
  /// - Precondition: No marker stands in `marked` twice.
  /// - Complexity: O(*n*) in the number of bytes.
  package init(_ marked: String) {
    let source = Array(marked.utf8)
    var bytes: [UInt8] = []
    var offsets: [Int: Int] = [:]
    bytes.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      if let number = MarkedText.marker(in: source, at: index) {
        precondition(offsets[number] == nil, "marker \(number) stands twice in: \(marked)")
        offsets[number] = bytes.count
        index += 1 + MarkedText.keycap.count
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.offsets = offsets
  }

  /// The byte offset of marker `number`.
  ///
  /// - Precondition: The marker stands in the text.
  package subscript(_ number: Int) -> Int {
    guard let offset = offsets[number] else {
      preconditionFailure("marker \(number) does not stand in: \(text)")
    }
    return offset
  }

  /// The bytes from marker `first` up to marker `last`.
  ///
  /// - Precondition: Both markers stand in the text.
  package func range(_ first: Int, _ last: Int) -> SourceRange {
    SourceRange(self[first], self[last])
  }

  /// What follows the digit in `1️⃣`: the variation selector and the combining keycap.
  private static let keycap = Array("\u{FE0F}\u{20E3}".utf8)

  private static func marker(in source: [UInt8], at index: Int) -> Int? {
    let digit = source[index]
    guard (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit),
      source[(index + 1)...].starts(with: keycap)
    else { return nil }
    return Int(digit - UInt8(ascii: "0"))
  }
}
