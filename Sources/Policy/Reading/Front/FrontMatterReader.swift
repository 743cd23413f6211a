import ExpressionLanguage

/// Reads the `key: value` lines between the two `---` at the head of a file.
///
/// This is no YAML: a value is the rest of its line as written, and lines nest once, by two spaces.
struct FrontMatterReader {
  private let source: SourceText
  private let lines: [SourceLine]
  private var entries: [FrontEntry] = []
  /// The line on which each key was first read, for the entries and for the children of the last.
  private var firstLines: (entries: [String: Int], children: [String: Int]) = ([:], [:])
  /// Lines that are no key and value; what they were meant to say is not missed as well.
  private var malformed: [String] = []
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()
  /// The index of the first line after the front matter.
  private(set) var next = 0
  /// Whether the file begins with `---`.
  private(set) var isPresent = false

  /// Creates the reader of a file's front matter.
  init(_ source: SourceText, lines: [SourceLine]) {
    self.source = source
    self.lines = lines
  }

  /// The front matter; `nil` where the file does not say what it is.
  mutating func read() -> FrontMatter? {
    guard let first = lines.first, isFence(first) else {
      diagnostics.insert(.frontMatterMissing(lines.first?.text ?? source.range))
      return nil
    }
    isPresent = true
    let end = closingLine()
    for line in lines[1..<end] where !line.isBlank { readLine(line) }
    next = min(end + (end < lines.count && isFence(lines[end]) ? 1 : 0), lines.count)
    let last = lines[max(0, next - 1)].text.end
    return checked(range: SourceRange(first.text.start, last))
  }

  private func isFence(_ line: SourceLine) -> Bool {
    line.indent == 0 && source.text(line.text) == "---"
  }

  /// The index of the second `---`; where there is none, of the first line that looks like the body.
  private mutating func closingLine() -> Int {
    if let end = lines[1...].firstIndex(where: { isFence($0) }) { return end }
    diagnostics.insert(.frontMatterUnclosed(lines[0].text))
    return lines[1...].firstIndex { $0.isBlank || source.bytes[$0.text.start] == .hash }
      ?? lines.count
  }

  private mutating func readLine(_ line: SourceLine) {
    guard let entry = entry(of: line) else { return }
    switch line.indent {
    case 0:
      if let first = firstLines.entries[entry.key] {
        diagnostics.insert(.doubledKey(entry.keyRange, entry.key, firstLine: first))
        return
      }
      firstLines.entries[entry.key] = line.number
      firstLines.children = [:]
      entries.append(entry)
    case 2: addChild(entry, line.number)
    default:
      if !line.isTabbed { diagnostics.insert(.frontMatterIndent(line.full, line.indent)) }
      addChild(entry, line.number)
    }
  }

  private mutating func addChild(_ entry: FrontEntry, _ line: Int) {
    guard let parent = entries.indices.last else {
      diagnostics.insert(.childWithoutParent(entry.keyRange))
      return
    }
    if let first = firstLines.children[entry.key] {
      diagnostics.insert(.doubledKey(entry.keyRange, entry.key, firstLine: first))
      return
    }
    firstLines.children[entry.key] = line
    entries[parent].children.append(entry)
  }

  /// The key and value of one line.
  private mutating func entry(of line: SourceLine) -> FrontEntry? {
    let range = line.text
    guard let colon = source.bytes[range.start..<range.end].firstIndex(of: .colon) else {
      malformed.append(source.text(range))
      diagnostics.insert(.frontMatterLine(range, source.text(range)))
      return nil
    }
    let keyRange = source.trimmed(SourceRange(range.start, colon))
    let key = source.text(keyRange)
    if key.isEmpty || key.contains("：") {
      malformed.append(source.text(range))
      diagnostics.insert(.frontMatterLine(range, source.text(range)))
      return nil
    }
    let valueRange = source.trimmed(SourceRange(colon + 1, range.end))
    if valueRange.count > 0, valueRange.start == colon + 1 {
      diagnostics.insert(.colonWithoutSpace(SourceRange(colon, colon + 1), key: key))
    }
    return FrontEntry(
      key: key,
      keyRange: keyRange,
      value: source.text(valueRange),
      valueRange: valueRange
    )
  }

  /// Checks the entries against the keys of the file's kind.
  private mutating func checked(range: SourceRange) -> FrontMatter? {
    guard let first = entries.first, let kind = DocumentKind(rawValue: first.key) else {
      diagnostics.insert(
        .unknownKind(entries.first?.keyRange ?? lines[0].text, entries.first?.key ?? "")
      )
      return nil
    }
    checkID(first)
    let keys = FrontMatterKey.all(of: kind)
    for entry in entries.dropFirst() where diagnostics.dropped == 0 {
      check(entry, among: keys, kind: kind)
    }
    for key in keys where key.isRequired && !entries.contains(where: { $0.key == key.name }) {
      if malformed.contains(where: { $0.hasPrefix(key.name) }) { continue }
      diagnostics.insert(.missingKey(first.keyRange, key.name, kind: kind))
    }
    return FrontMatter(
      kind: kind,
      id: first.value,
      idRange: first.valueRange,
      entries: entries,
      range: range
    )
  }

  private mutating func checkID(_ entry: FrontEntry) {
    if let child = entry.children.first {
      diagnostics.insert(.unwantedChild(child.keyRange, of: entry.key))
    }
    if entry.value.isEmpty {
      diagnostics.insert(.keyWithoutValue(entry.keyRange, entry.key))
    } else if !Identifier.isSound(entry.value) {
      diagnostics.insert(.malformedID(entry.valueRange, entry.value))
    }
  }

  private mutating func check(
    _ entry: FrontEntry,
    among keys: [FrontMatterKey],
    kind: DocumentKind
  ) {
    guard let key = keys.first(where: { $0.name == entry.key }) else {
      diagnostics.insert(
        .unknownKey(entry.keyRange, entry.key, known: keys.map(\.name), kind: kind)
      )
      return
    }
    if key.hasChildren {
      if !entry.value.isEmpty {
        diagnostics.insert(.unwantedValue(entry.valueRange, entry.key))
      } else if entry.children.isEmpty {
        diagnostics.insert(.keyWithoutChildren(entry.keyRange, entry.key))
      }
      for child in entry.children where child.value.isEmpty {
        diagnostics.insert(.keyWithoutValue(child.keyRange, child.key))
      }
      if key.name == "uses" {
        for child in entry.children where !Identifier.isSound(child.key) {
          diagnostics.insert(.malformedID(child.keyRange, child.key))
        }
      }
      return
    }
    if let child = entry.children.first {
      diagnostics.insert(.unwantedChild(child.keyRange, of: entry.key))
    }
    if entry.value.isEmpty { diagnostics.insert(.keyWithoutValue(entry.keyRange, entry.key)) }
  }
}
