import ExpressionLanguage

/// Turns the library's lines and columns into byte offsets.
enum YAMLPlaces {
  /// The offset of `mark` in `source`; past the end of a line or the file, the end of it.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  static func offset(of mark: YAMLMark, in source: SourceText) -> Int {
    guard mark.line < source.lineStarts.count else { return source.bytes.count }
    let end = source.lineRange(mark.line + 1).end
    var offset = source.lineStarts[max(0, mark.line)]
    if mark.line == 0 { offset = FileBytes.contentStart(of: source) }
    for _ in 0..<max(0, mark.column) where offset < end {
      offset += UTF8Step.decode(source.bytes, at: offset)?.length ?? 1
    }
    return min(offset, end)
  }
}
