import ExpressionLanguage

/// Cuts a line into cells at its pipes; a pipe after a backslash belongs to the cell.
struct CellCutter {
  /// The cells, one more than the table's limit at most.
  private(set) var cells: [Cell] = []
  /// How many cells there are.
  private(set) var count = 0
  /// Whether the line begins with a pipe.
  private(set) var hasOpening: Bool
  /// Whether the line ends with a pipe.
  private(set) var hasClosing = false

  /// Cuts `line`, which has no blanks at its ends.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  init(_ line: SourceRange, in source: SourceText) {
    hasOpening = line.count > 0 && source.bytes[line.start] == .pipe
    var start = hasOpening ? line.start + 1 : line.start
    var offset = start
    while offset < line.end {
      if source.bytes[offset] == .pipe,
        offset == line.start || source.bytes[offset - 1] != .backslash
      {
        add(SourceRange(start, offset), source)
        start = offset + 1
        hasClosing = start == line.end
      }
      offset += 1
    }
    if !hasClosing { add(SourceRange(start, line.end), source) }
  }

  private mutating func add(_ range: SourceRange, _ source: SourceText) {
    count += 1
    guard cells.count <= ReadingLimits.columns else { return }
    let inner = source.trimmed(range)
    cells.append(Cell(text: CellCutter.unescaped(source.text(inner)), range: inner))
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "|", result.last == "\\" { result.removeLast() }
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether a pipe that cuts stands in `line`.
  static func hasPipe(_ line: SourceRange, in source: SourceText) -> Bool {
    for offset in line.start..<line.end where source.bytes[offset] == .pipe {
      if offset == line.start || source.bytes[offset - 1] != .backslash { return true }
    }
    return false
  }
}
