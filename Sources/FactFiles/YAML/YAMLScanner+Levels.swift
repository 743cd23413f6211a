import ExpressionLanguage

/// How lists and maps open and close.
extension YAMLScanner {
  /// Opens a list or map written by indentation, unless one is open at this column.
  mutating func roll(to start: YAMLMark, offset: Int, isMap: Bool) {
    guard !isInBrackets, indent < start.column else { return }
    blocks.append(YAMLLevel(isMap: isMap, start: start, offset: offset))
    checkDepth(at: offset)
  }

  /// Closes the lists and maps that are indented further than `column`.
  mutating func unroll(to column: Int) {
    guard !isInBrackets, indent > column else { return }
    while indent > column { blocks.removeLast() }
    guard indent < column, column >= 0 else { return }
    let begin = cursor.here
    stop(.unevenIndentation(at: begin, column: column, open: blocks.map(\.start.column)))
  }

  mutating func openBracket(isMap: Bool) {
    let bracket = cursor.here
    if let last, last.endLine == cursor.mark.line || isInBrackets,
      last.isScalar || last.kind == .closingBracket
    {
      stop(isInBrackets ? .missingComma(at: bracket) : .textAfterValue(at: bracket))
      return
    }
    saveKey()
    flows.append(YAMLLevel(isMap: isMap, start: cursor.mark, offset: cursor.offset))
    simpleKeys.append(nil)
    simpleKeyAllowed = true
    countNode(at: bracket)
    checkDepth(at: cursor.offset)
    takeIndicator()
  }

  mutating func closeBracket() {
    dropKey()
    if isStopped { return }
    let bracket = cursor.here
    guard let open = flows.popLast() else {
      stop(.strayBracket(at: bracket))
      return
    }
    simpleKeys.removeLast()
    if open.isMap != cursor.sees("}") {
      stop(.unclosedBracket(at: SourceRange(open.offset, open.offset + 1)))
      return
    }
    outline.ranges[open.start] = SourceRange(open.offset, bracket.end)
    simpleKeyAllowed = false
    takeIndicator(.closingBracket)
  }

  /// A `-` before a blank.
  mutating func fetchListEntry() {
    let range = cursor.here
    if !isInBrackets {
      guard simpleKeyAllowed else {
        stop(.listOnKeyLine(at: range))
        return
      }
      roll(to: cursor.mark, offset: cursor.offset, isMap: false)
    }
    countNode(at: range)
    dropKey()
    simpleKeyAllowed = true
    takeIndicator()
  }

  private mutating func checkDepth(at offset: Int) {
    guard blocks.count + flows.count > FactFileLimits.depth else { return }
    stop(.nestingTooDeep(at: SourceRange(offset, offset + 1)))
  }
}
