import ExpressionLanguage

/// One line of a file, without its line ending.
struct SourceLine {
  /// The line's number, from 1.
  var number: Int
  /// The whole line, spaces included.
  var full: SourceRange
  /// The line without the blanks at its ends.
  var text: SourceRange
  /// How many spaces stand before the text; a tab counts as four.
  var indent: Int
  /// Whether a tab stands before the text; that was reported already.
  var isTabbed: Bool

  /// Whether nothing but blanks stands in the line.
  var isBlank: Bool { text.count == 0 }

  /// Line `number` of `source`.
  init(_ number: Int, in source: SourceText) {
    self.number = number
    var range = source.lineRange(number)
    if number == 1, source.hasByteOrderMark { range.start = min(3, range.end) }
    var start = range.start
    var end = range.end
    var indent = 0
    var isTabbed = false
    while start < end, source.bytes[start].isBlank {
      if source.bytes[start] == .tab { isTabbed = true }
      indent += source.bytes[start] == .tab ? 4 : 1
      start += 1
    }
    while end > start, source.bytes[end - 1].isBlank { end -= 1 }
    full = range
    text = SourceRange(start, end)
    self.indent = start == end ? 0 : indent
    self.isTabbed = isTabbed
  }

  /// A line that was too long to be read and counts as blank.
  init(blank number: Int, in source: SourceText) {
    self.number = number
    full = source.lineRange(number)
    text = SourceRange(full.start, full.start)
    indent = 0
    isTabbed = false
  }
}
