import ExpressionLanguage

/// Puts a text together from whole lines of others, and remembers where each was written.
struct LineComposer {
  private let texts: [SourceText]
  private var bytes: [UInt8] = []
  private var lines: [LineOrigins.Line] = []
  private var endsBlank = false

  /// Begins a text of lines of `base`, which may be put together itself, and of `change`.
  init(base: SourceText, change: SourceText) {
    texts = (base.origins?.texts ?? [base]) + [change]
    self.base = base
    self.change = change
  }

  private let base: SourceText
  private let change: SourceText

  /// Adds lines of the older text, by number.
  mutating func addBase(_ numbers: Range<Int>) {
    for number in numbers {
      let origin = base.origins?.lines[number - 1] ?? LineOrigins.Line(text: 0, number: number)
      add(base.lineRange(number), of: base, origin)
    }
  }

  /// Adds lines of the newer text, by number, with a blank line before and after them.
  mutating func addChange(_ numbers: Range<Int>) {
    guard let last = numbers.last else { return }
    if !endsBlank { addBlank(LineOrigins.Line(text: texts.count - 1, number: numbers.lowerBound)) }
    addFront(numbers)
    if !endsBlank { addBlank(LineOrigins.Line(text: texts.count - 1, number: last)) }
  }

  /// Adds lines of the newer text as they are.
  mutating func addFront(_ numbers: Range<Int>) {
    for number in numbers {
      let origin = LineOrigins.Line(text: texts.count - 1, number: number)
      add(change.lineRange(number), of: change, origin)
    }
  }

  private mutating func add(
    _ range: SourceRange,
    of source: SourceText,
    _ origin: LineOrigins.Line
  ) {
    endsBlank = source.trimmed(range).count == 0
    bytes += source.bytes[range.start..<range.end]
    bytes.append(UInt8(ascii: "\n"))
    lines.append(origin)
  }

  private mutating func addBlank(_ origin: LineOrigins.Line) {
    bytes.append(UInt8(ascii: "\n"))
    lines.append(origin)
    endsBlank = true
  }

  /// The text.
  var source: SourceText {
    SourceText(
      name: change.name,
      bytes: bytes,
      origins: LineOrigins(texts: texts, lines: lines)
    )
  }
}
