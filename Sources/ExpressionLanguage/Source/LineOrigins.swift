/// Where each line of a text that was put together from others was written.
///
/// Lines are taken over whole, so that a place in the text has its place in what people wrote.
package struct LineOrigins: Sendable {
  /// One line of one of the texts.
  package struct Line: Hashable, Sendable {
    /// The position in `texts`.
    package var text: Int
    /// The number of the line, from 1.
    package var number: Int

    /// Creates a line.
    package init(text: Int, number: Int) {
      self.text = text
      self.number = number
    }
  }

  /// The texts from which lines were taken.
  package let texts: [SourceText]
  /// The origin of each line, in order.
  package let lines: [Line]

  /// Creates the origins of a text's lines.
  package init(texts: [SourceText], lines: [Line]) {
    self.texts = texts
    self.lines = lines
  }
}

extension SourceText {
  /// The text and the place in it where what stands in `range` was written; of several lines from
  /// several texts only the first counts.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  package func written(_ range: SourceRange) -> (source: SourceText, range: SourceRange) {
    guard let origins, let (first, start) = moved(range.start) else { return (self, range) }
    let text = origins.texts[first.text]
    guard range.count > 0, let (last, end) = moved(range.end - 1), last.text == first.text,
      end >= start
    else { return (text, SourceRange(start, start)) }
    return (text, SourceRange(start, min(end + 1, text.bytes.count)))
  }

  /// The position in `origins` of the text in which the line at `offset` was written; 0 for a text
  /// of its own.
  package func originalText(at offset: Int) -> Int { moved(offset)?.0.text ?? 0 }

  /// The number of the line that holds `offset`, in the text in which it was written.
  package func writtenLine(at offset: Int) -> Int {
    moved(offset)?.0.number ?? line(at: offset)
  }

  /// The origin of the line that holds `offset`, and the offset there.
  private func moved(_ offset: Int) -> (LineOrigins.Line, Int)? {
    guard let origins, !origins.lines.isEmpty else { return nil }
    let number = min(line(at: offset), origins.lines.count)
    let origin = origins.lines[number - 1]
    let theirs = origins.texts[origin.text].lineRange(origin.number)
    let distance = max(0, offset - lineRange(number).start)
    return (origin, min(theirs.start + distance, theirs.end))
  }
}
