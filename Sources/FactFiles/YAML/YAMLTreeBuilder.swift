import ExpressionLanguage
import Scoring
import Yams

/// Makes the tree of a person's file from the library's nodes, taking every scalar as text.
struct YAMLTreeBuilder {
  private typealias Key = (name: String, range: SourceRange)

  private let source: SourceText
  private let outline: YAMLOutline
  private(set) var diagnostics = DiagnosticSet()
  private var findings = 0

  init(source: SourceText, outline: YAMLOutline) {
    self.source = source
    self.outline = outline
  }

  /// The tree of `node`; `nil` where something in it is refused.
  mutating func tree(_ node: Yams.Node) -> FactTree? {
    tree(node, key: nil, depth: 1)
  }

  /// The depth is bounded by the scan, which allows 32 indentations, and again here, because a list
  /// may stand at the indentation of its key.
  private mutating func tree(_ node: Yams.Node, key: Key?, depth: Int) -> FactTree? {
    guard findings < FactFileLimits.findings else { return nil }
    switch node {
    case .scalar(let scalar): return tree(scalar, key: key)
    case .sequence(let sequence):
      let range = range(of: sequence.mark)
      guard depth <= FactFileLimits.depth else { return tooDeep(range) }
      var items: [FactTree] = []
      var isWhole = true
      for item in sequence {
        guard let tree = tree(item, key: nil, depth: depth + 1) else {
          isWhole = false
          continue
        }
        items.append(tree)
      }
      let end = items.last?.range.end ?? range.end
      return isWhole ? .list(items, range: SourceRange(range.start, max(range.end, end))) : nil
    case .mapping(let mapping):
      let range = range(of: mapping.mark)
      guard depth <= FactFileLimits.depth else { return tooDeep(range) }
      var entries: [FactTreeEntry] = []
      var isWhole = true
      for (name, value) in mapping {
        guard let entry = entry(name, value, depth: depth) else {
          isWhole = false
          continue
        }
        entries.append(entry)
      }
      let end = entries.last?.value.range.end ?? range.end
      return isWhole ? .map(entries, range: SourceRange(range.start, max(range.end, end))) : nil
    case .alias(let alias):
      return refuse(.yamlAlias(at: range(of: alias.mark)))
    }
  }

  private mutating func entry(_ name: Yams.Node, _ value: Yams.Node, depth: Int) -> FactTreeEntry? {
    let keyRange = range(of: name.mark)
    guard case .scalar(let scalar) = name else {
      report(.keyNotText(at: keyRange))
      return nil
    }
    guard !scalar.string.isEmpty else {
      report(.emptyKey(at: keyRange))
      return nil
    }
    let isTextual = checkHidden(scalar.string, at: keyRange)
    let key = (name: scalar.string, range: keyRange)
    guard let tree = tree(value, key: key, depth: depth + 1), isTextual else { return nil }
    return FactTreeEntry(key: scalar.string, keyRange: keyRange, value: tree)
  }

  private mutating func tree(_ scalar: Yams.Node.Scalar, key: Key?) -> FactTree? {
    let text = scalar.string
    if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(text) {
      let place = text.isEmpty ? key?.range ?? range(of: scalar.mark) : range(of: scalar.mark)
      return refuse(.nullValue(text, key: key?.name, at: place, format: .yaml))
    }
    let place = range(of: scalar.mark)
    guard checkHidden(text, at: place) else { return nil }
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    return .scalar(text: text, quoted: isQuoted, range: place)
  }

  private mutating func checkHidden(_ text: String, at range: SourceRange) -> Bool {
    guard let (scalar, kind) = HiddenCharacter.first(in: text) else { return true }
    report(.hiddenCharacter(scalar, kind: kind, at: range))
    return false
  }

  private mutating func tooDeep(_ range: SourceRange) -> FactTree? {
    refuse(.nestingTooDeep(at: SourceRange(range.start, range.start + 1)))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.insert(diagnostic)
    findings += 1
  }

  private mutating func refuse(_ diagnostic: Diagnostic) -> FactTree? {
    report(diagnostic)
    return nil
  }

  /// The bytes of what begins at `mark`; where the scan knows no end, none.
  private func range(of mark: Yams.Mark?) -> SourceRange {
    guard let mark else { return SourceRange(0, 0) }
    let place = YAMLMark(line: mark.line - 1, column: mark.column - 1)
    if let range = outline.ranges[place] { return range }
    let offset = YAMLPlaces.offset(of: place, in: source)
    return SourceRange(offset, offset)
  }
}
