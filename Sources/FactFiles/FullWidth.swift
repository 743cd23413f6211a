import ExpressionLanguage

/// The punctuation that a Chinese input method writes where ASCII is meant.
enum FullWidth {
  /// Colons, commas and the like, by the ASCII that is meant.
  static let colons: [Unicode.Scalar] = ["：", "﹕", "︰"]
  static let commas: [Unicode.Scalar] = ["，", "、", "﹐"]
  static let quotes: [Unicode.Scalar] = ["“", "”", "„", "‟", "‘", "’", "＂", "＇"]
  static let spaces: [Unicode.Scalar] = ["\u{3000}", "\u{A0}"]
  static let brackets: [Unicode.Scalar: String] = [
    "［": "[", "］": "]", "【": "[", "】": "]", "｛": "{", "｝": "}",
  ]

  /// The place in `range` where the first of `scalars` stands.
  static func first(
    of scalars: [Unicode.Scalar],
    in range: SourceRange,
    _ bytes: [UInt8]
  ) -> SourceRange? {
    var offset = range.start
    while offset < range.end, let (scalar, length) = UTF8Step.decode(bytes, at: offset) {
      if length > 1, scalars.contains(scalar) { return SourceRange(offset, offset + length) }
      offset += length
    }
    return nil
  }

  /// The scalar at `offset`, with its place.
  static func scalar(
    at offset: Int,
    _ bytes: [UInt8]
  ) -> (scalar: Unicode.Scalar, range: SourceRange)? {
    guard offset < bytes.count, let (scalar, length) = UTF8Step.decode(bytes, at: offset) else {
      return nil
    }
    return (scalar, SourceRange(offset, offset + length))
  }
}
