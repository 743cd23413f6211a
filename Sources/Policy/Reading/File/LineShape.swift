import ExpressionLanguage

/// What a line looks like from its first characters.
enum LineShape {
  /// Nothing.
  case blank
  /// `#`.
  case heading
  /// Three or more backticks or tildes.
  case fence
  /// `>`.
  case quotation
  /// `|`.
  case row
  /// A number with a point, or what officers write in its place.
  case item(ItemMarker)
  /// `<!--`.
  case comment
  /// A tag.
  case html
  /// Dashes, asterisks or underscores alone.
  case thematicBreak
  /// Anything else.
  case prose

  /// The shape of `line`, its indentation aside.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  init(of line: SourceLine, in source: SourceText) {
    self.init(at: line.text, in: source)
  }

  /// The shape of the text at `range`, which has no blanks at its ends.
  init(at range: SourceRange, in source: SourceText) {
    self = LineShape.shape(source.bytes[range.start..<range.end], range, source)
  }

  /// Whether Markdown takes such words inside an item for something other than words.
  var beginsBlock: Bool {
    switch self {
    case .blank, .prose: false
    case .item(let marker):
      marker.form == .point || marker.form == .bracket || marker.form == .bullet
    default: true
    }
  }

  private static func shape(
    _ bytes: ArraySlice<UInt8>,
    _ range: SourceRange,
    _ source: SourceText
  ) -> LineShape {
    guard let first = bytes.first else { return .blank }
    switch first {
    case .hash: return .heading
    case UInt8(ascii: ">"): return .quotation
    case .pipe: return .row
    case UInt8(ascii: "<"): return tag(bytes)
    case .backtick, UInt8(ascii: "~"):
      return bytes.prefix(3).elementsEqual([first, first, first]) ? .fence : .prose
    default: break
    }
    if isThematicBreak(bytes, first) { return .thematicBreak }
    if let marker = ItemMarker(at: range, in: source) { return .item(marker) }
    return .prose
  }

  private static func tag(_ bytes: ArraySlice<UInt8>) -> LineShape {
    if bytes.starts(with: "<!--".utf8) { return .comment }
    guard let next = bytes.dropFirst().first else { return .prose }
    return next.isLetter || "/!?".utf8.contains(next) ? .html : .prose
  }

  private static func isThematicBreak(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> Bool {
    guard first == .hyphen || first == .asterisk || first == .underscore else { return false }
    var count = 0
    for byte in bytes {
      if byte == first { count += 1 } else if !byte.isBlank { return false }
    }
    return count >= 3
  }
}

extension SourceLine {
  /// Whether the line would make a heading of the line above: only `=` or only `-`.
  func isUnderline(in source: SourceText) -> Bool {
    let bytes = source.bytes[text.start..<text.end]
    guard let first = bytes.first, first == .hyphen || first == UInt8(ascii: "=") else {
      return false
    }
    return bytes.allSatisfy { $0 == first }
  }

  /// Whether the line would make a table of the line above: pipes, colons and dashes only.
  func isDelimiterRow(in source: SourceText) -> Bool {
    let bytes = source.bytes[text.start..<text.end]
    return bytes.contains(.hyphen) && (bytes.contains(.pipe) || bytes.contains(.colon))
      && bytes.allSatisfy { $0 == .hyphen || $0 == .pipe || $0 == .colon || $0.isBlank }
  }
}
