import ExpressionLanguage

/// How far text reaches: plain, in quotes, or as a block.
extension YAMLScanner {
  /// Skips an anchor, an alias or a tag, all of which are refused.
  mutating func fetchProperty() {
    saveKey()
    simpleKeyAllowed = false
    let (start, mark) = (cursor.offset, cursor.mark)
    let kind = Unicode.Scalar(cursor.peek())
    while !cursor.isBlankOrEnd(), !(isInBrackets && isFlowIndicator(cursor.peek())) {
      cursor.advance()
    }
    let range = SourceRange(start, cursor.offset)
    switch kind {
    case "&": report(.yamlAnchor(at: range))
    case "*": report(.yamlAlias(at: range))
    default: report(.yamlTag(at: range))
    }
    countNode(at: range)
    last = YAMLToken(
      kind: .indicator,
      range: range,
      start: mark,
      endLine: mark.line,
      beginsLine: beginsLine
    )
  }

  mutating func fetchQuotedScalar() {
    let quote = cursor.peek()
    let isDouble = quote == UInt8(ascii: "\"")
    guard mayBeginScalar(cursor.here) else { return }
    let (start, mark, begins) = (cursor.offset, cursor.mark, beginsLine)
    cursor.advance()
    while true {
      guard !cursor.isAtEnd, cursor.documentMarker == nil else {
        stop(.unclosedQuote(at: start, bytes: cursor.bytes))
        return
      }
      let byte = cursor.peek()
      if isDouble, byte == UInt8(ascii: "\\") {
        cursor.advance()
        if !cursor.isAtEnd { cursor.step() }
      } else if byte == quote, isDouble || cursor.peek(1) != quote {
        cursor.advance()
        break
      } else if byte == quote {
        cursor.advance()
        cursor.advance()
      } else {
        cursor.step()
      }
    }
    take(.quoted, SourceRange(start, cursor.offset), mark, beginsLine: begins)
  }

  mutating func fetchPlainScalar() {
    guard mayBeginScalar(cursor.here) else { return }
    let (start, mark, begins) = (cursor.offset, cursor.mark, beginsLine)
    var end = start
    var endLine = mark.line
    var brokeLine = false
    let least = indent + 1
    while cursor.documentMarker == nil, !cursor.sees("#") {
      while !cursor.isBlankOrEnd() {
        if isInBrackets, cursor.sees(":"), isFlowIndicator(cursor.peek(1)) {
          stop(
            .colonWithoutSpace(
              at: cursor.offset,
              in: SourceRange(start, cursor.offset + 1),
              cursor.bytes
            )
          )
          return
        }
        if cursor.sees(":"), cursor.isBlankOrEnd(ahead: 1) { break }
        if isInBrackets, isFlowIndicator(cursor.peek()), !cursor.sees("?") { break }
        brokeLine = false
        cursor.advance()
        end = cursor.offset
        endLine = cursor.mark.line
      }
      guard cursor.isBlank || cursor.isBreak else { break }
      while cursor.isBlank || cursor.isBreak {
        if cursor.isBreak {
          cursor.advanceLine()
          brokeLine = true
        } else {
          if brokeLine, cursor.sees("\t"), cursor.mark.column < least { reportTab() }
          cursor.advance()
        }
      }
      if !isInBrackets, cursor.mark.column < least { break }
    }
    if brokeLine { simpleKeyAllowed = true }
    take(.plain, SourceRange(start, end), mark, endLine: endLine, beginsLine: begins)
  }

  mutating func fetchBlockScalar() {
    dropKey()
    if isStopped { return }
    guard mayBeginScalar(cursor.here) else { return }
    simpleKeyAllowed = true
    let (start, mark, begins) = (cursor.offset, cursor.mark, beginsLine)
    cursor.advance()
    var increment = 0
    while cursor.sees("+") || cursor.sees("-") || (0x30...0x39).contains(cursor.peek()) {
      if (0x31...0x39).contains(cursor.peek()) { increment = Int(cursor.peek() - 0x30) }
      cursor.advance()
    }
    while cursor.isBlank { cursor.advance() }
    if cursor.sees("#") { cursor.skipLine() }
    guard cursor.isAtEnd || cursor.isBreak else {
      stop(.textAfterBlockMark(at: SourceRange(start, cursor.offset + 1)))
      return
    }
    var (end, endLine) = (cursor.offset, mark.line)
    if cursor.isBreak { cursor.advanceLine() }
    var column = increment == 0 ? 0 : max(indent, 0) + increment
    skipBlockIndent(&column)
    while !isStopped, !cursor.isAtEnd, cursor.mark.column == column {
      cursor.skipLine()
      (end, endLine) = (cursor.offset, cursor.mark.line)
      if cursor.isBreak { cursor.advanceLine() }
      skipBlockIndent(&column)
    }
    take(.block, SourceRange(start, end), mark, endLine: endLine, beginsLine: begins)
  }

  /// Steps over the indentation and the empty lines of a block; 0 stands for a column yet unknown.
  private mutating func skipBlockIndent(_ column: inout Int) {
    var widest = 0
    while true {
      while column == 0 || cursor.mark.column < column, cursor.sees(" ") { cursor.advance() }
      widest = max(widest, cursor.mark.column)
      if column == 0 || cursor.mark.column < column, cursor.sees("\t") {
        reportTab()
        isStopped = true
        return
      }
      guard cursor.isBreak else { break }
      cursor.advanceLine()
    }
    if column == 0 { column = max(widest, indent + 1, 1) }
  }

  /// Whether a scalar may begin here; it may not right after another one.
  private mutating func mayBeginScalar(_ range: SourceRange) -> Bool {
    if let last, last.isScalar || last.kind == .closingBracket {
      if isInBrackets {
        stop(.missingComma(at: range))
      } else if last.endLine == cursor.mark.line {
        if last.kind == .quoted, last.start.line < last.endLine {
          stop(.quoteClosedLate(at: last.range, line: last.endLine + 1))
        } else {
          stop(.textAfterValue(at: range))
        }
      }
      if isStopped { return false }
    }
    if cursor.sees("|") || cursor.sees(">") { return true }
    saveKey()
    simpleKeyAllowed = false
    return !isStopped
  }

  private mutating func take(
    _ kind: YAMLToken.Kind,
    _ range: SourceRange,
    _ mark: YAMLMark,
    endLine: Int? = nil,
    beginsLine: Bool
  ) {
    let token = YAMLToken(
      kind: kind,
      range: range,
      start: mark,
      endLine: endLine ?? cursor.mark.line,
      beginsLine: beginsLine
    )
    last = token
    outline.ranges[mark] = range
    if simpleKeys[simpleKeys.count - 1]?.offset == range.start {
      simpleKeys[simpleKeys.count - 1]?.token = token
    }
    countNode(at: range)
    if kind == .plain { checkPlain(token) }
  }

  private func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case ",", "?", "[", "]", "{", "}": true
    default: false
    }
  }
}
