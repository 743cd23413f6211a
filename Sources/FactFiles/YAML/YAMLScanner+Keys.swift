import ExpressionLanguage
import Yams

/// How a key is told from other text: by the colon after it on its line.
extension YAMLScanner {
  /// Remembers that a key may begin here.
  mutating func saveKey() {
    guard simpleKeyAllowed else { return }
    let isRequired = !isInBrackets && indent == cursor.mark.column
    dropKey()
    simpleKeys[simpleKeys.count - 1] = YAMLSimpleKey(
      start: cursor.mark,
      offset: cursor.offset,
      index: cursor.index,
      isRequired: isRequired
    )
  }

  /// Gives up the possible keys whose line has ended without a colon.
  mutating func dropStaleKeys() {
    for (level, key) in simpleKeys.enumerated() {
      guard let key else { continue }
      let isTooLong = key.index + YAMLSimpleKey.reach < cursor.index
      if isTooLong, key.start.line == cursor.mark.line, let token = key.token,
        cursor.sees(":"), isInBrackets || cursor.isBlankOrEnd(ahead: 1)
      {
        stop(.keyTooLong(at: token.range))
        return
      }
      if isTooLong || key.start.line < cursor.mark.line {
        giveUp(key, inBrackets: level > 0 ? flows[level - 1] : nil)
        simpleKeys[level] = nil
      }
    }
  }

  /// Gives up the possible key of the innermost level.
  mutating func dropKey() {
    if let key = simpleKeys[simpleKeys.count - 1] { giveUp(key, inBrackets: flows.last) }
    simpleKeys[simpleKeys.count - 1] = nil
  }

  private mutating func giveUp(_ key: YAMLSimpleKey, inBrackets level: YAMLLevel?) {
    if key.isRequired {
      let token =
        key.token
        ?? YAMLToken(
          kind: .indicator,
          range: SourceRange(key.offset, key.offset + 1),
          start: key.start,
          endLine: key.start.line,
          beginsLine: true
        )
      stop(.missingColon(token.range, kind: token.kind, bytes: cursor.bytes))
      return
    }
    guard let token = key.token, token.kind == .plain else { return }
    let looksLikeKey = level.map(\.isMap) ?? token.beginsLine
    if looksLikeKey,
      let colon = FullWidth.first(of: FullWidth.colons, in: token.range, cursor.bytes)
    {
      report(.fullWidthColon(at: colon, in: token.range, bytes: cursor.bytes))
    }
  }

  /// A `:` that ends a key.
  mutating func fetchColon() {
    let colon = cursor.here
    if let key = simpleKeys[simpleKeys.count - 1] {
      simpleKeys[simpleKeys.count - 1] = nil
      take(key, before: colon)
      simpleKeyAllowed = false
    } else if !isInBrackets, !simpleKeyAllowed {
      stop(misplacedColon(at: colon))
      return
    } else if let open = flows.last, let last, last.isScalar, last.start.line < cursor.mark.line {
      stop(.unclosedBracket(at: SourceRange(open.offset, open.offset + 1)))
      return
    } else {
      report(.emptyKey(at: colon))
      roll(to: cursor.mark, offset: cursor.offset, isMap: true)
      simpleKeyAllowed = !isInBrackets
    }
    takeIndicator()
  }

  private mutating func take(_ key: YAMLSimpleKey, before colon: SourceRange) {
    roll(to: key.start, offset: key.offset, isMap: true)
    guard let token = key.token else {
      if cursor.bytes[key.offset] == UInt8(ascii: "[")
        || cursor.bytes[key.offset] == UInt8(ascii: "{")
      {
        report(.keyNotText(at: SourceRange(key.offset, colon.start)))
      }
      return
    }
    let text = keyText(token)
    if token.kind == .plain, text == "<<" {
      report(.yamlMergeKey(at: token.range))
    } else if text.isEmpty {
      report(.emptyKey(at: token.range))
    } else {
      register(text, at: token.range)
    }
  }

  private mutating func register(_ key: String, at range: SourceRange) {
    let isBlock = !isInBrackets
    guard var level = isBlock ? blocks.popLast() : flows.popLast() else { return }
    if level.isMap {
      if let first = level.keys[key] {
        report(.doubledKey(key, at: range, firstLine: lineNumber(of: first.start)))
      } else {
        level.keys[key] = range
      }
    }
    if isBlock { blocks.append(level) } else { flows.append(level) }
  }

  /// What a key says, without its quotes.
  private func keyText(_ token: YAMLToken) -> String {
    let written = String(decoding: cursor.bytes[token.range.start..<token.range.end], as: UTF8.self)
    guard token.kind == .quoted else { return written }
    let node = try? Yams.Parser(yaml: written, resolver: .basic, encoding: .utf8).singleRoot()
    return node?.scalar?.string ?? written
  }

  private func lineNumber(of offset: Int) -> Int {
    cursor.bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// Why no key stands before the colon here: each cause has its own remedy.
  private func misplacedColon(at colon: SourceRange) -> Diagnostic {
    guard let last, last.isScalar else { return .secondColon(at: colon) }
    if last.start.line == cursor.mark.line { return .secondColon(at: colon) }
    if last.kind == .quoted { return .quoteClosedLate(at: last.range, line: cursor.mark.line + 1) }
    if last.beginsLine {
      return .missingColon(last.range, kind: last.kind, bytes: cursor.bytes)
    }
    var start = colon.start
    while start > 0, cursor.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    while start < colon.start, FileBytes.isBlank(cursor.bytes[start]) { start += 1 }
    return .indentedTooFar(at: SourceRange(start, colon.start), valueLine: last.start.line + 1)
  }
}
