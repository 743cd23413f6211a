import ExpressionLanguage
import Scoring

/// Lists and maps.
extension JSONReader {
  mutating func list(depth: Int) throws(Stop) -> FactTree? {
    let start = try open(depth: depth)
    var items: [FactTree] = []
    var isWhole = true
    try skipBlanks()
    while !sees("]") {
      try checkOpen(start)
      if let item = try value(key: nil, depth: depth + 1) {
        items.append(item)
      } else {
        isWhole = false
      }
      try takeComma(before: "]", start: start)
    }
    offset += 1
    return isWhole ? .list(items, range: SourceRange(start, offset)) : nil
  }

  mutating func map(depth: Int) throws(Stop) -> FactTree? {
    let start = try open(depth: depth)
    var entries: [FactTreeEntry] = []
    var places: [String: SourceRange] = [:]
    var isWhole = true
    try skipBlanks()
    while !sees("}") {
      try checkOpen(start)
      let key = try key()
      try takeColon()
      if let name = key.content {
        if let first = places[name] {
          let line = source.line(at: first.start)
          try report(.doubledKey(name, at: key.range, firstLine: line))
        } else {
          places[name] = key.range
        }
      }
      let value = try value(key: key, depth: depth + 1)
      if let name = key.content, let value {
        entries.append(FactTreeEntry(key: name, keyRange: key.range, value: value))
      } else {
        isWhole = false
      }
      try takeComma(before: "}", start: start)
    }
    offset += 1
    return isWhole ? .map(entries, range: SourceRange(start, offset)) : nil
  }

  private mutating func key() throws(Stop) -> JSONText {
    try countNode()
    guard sees("\"") else {
      if let word = bareWord() {
        let isNumber = ("0"..."9").contains(Unicode.Scalar(byte))
        throw stop(
          isNumber ? .jsonCommaInNumber(at: word) : .jsonKeyWithoutQuotes(at: word, source)
        )
      }
      throw stop(unexpected(.jsonKeyMissing(at: here)))
    }
    let key = try string()
    if key.content == "" {
      try report(.emptyKey(at: key.range))
      return JSONText(content: nil, range: key.range)
    }
    return key
  }

  private mutating func takeColon() throws(Stop) {
    try skipBlanks()
    guard sees(":") else { throw stop(unexpected(.jsonMissingColon(at: here))) }
    offset += 1
    try skipBlanks()
  }

  /// Opens the bracket at the place and answers where it stands.
  private mutating func open(depth: Int) throws(Stop) -> Int {
    guard depth <= limits.depth else {
      throw stop(.nestingTooDeep(at: here, limit: limits.depth))
    }
    try countNode()
    offset += 1
    return offset - 1
  }

  private mutating func checkOpen(_ start: Int) throws(Stop) {
    guard offset >= bytes.count || sees("]") || sees("}") else { return }
    throw stop(.unclosedBracket(at: SourceRange(start, start + 1)))
  }

  /// Steps over the comma after an entry, if another entry follows.
  private mutating func takeComma(before end: Unicode.Scalar, start: Int) throws(Stop) {
    let after = offset
    try skipBlanks()
    if sees(end) { return }
    try checkOpen(start)
    guard sees(",") else {
      throw stop(unexpected(.jsonMissingComma(after: after)))
    }
    let comma = SourceRange(offset, offset + 1)
    offset += 1
    try skipBlanks()
    if sees(end) { try report(.jsonTrailingComma(at: comma)) }
  }
}
