import ExpressionLanguage

/// Finds the tokens of a YAML text before the library sees it, in one pass without recursion.
///
/// It follows the library's scanner step by step (libYAML's `scanner.c`), for three reasons: what
/// is refused (anchors, aliases, tags, depth) must be known before the library copies or nests
/// anything; the library tells where a value begins but not where it ends; and its complaints are
/// no help to a clerk. A text passes to the library only if nothing was found here.
struct YAMLScanner {
  var cursor: YAMLCursor
  /// The open lists and maps written by indentation.
  var blocks: [YAMLLevel] = []
  /// The open lists and maps written in brackets.
  var flows: [YAMLLevel] = []
  /// The place of a possible key outside brackets and for each open bracket.
  var simpleKeys: [YAMLSimpleKey?] = [nil]
  var simpleKeyAllowed = true
  var last: YAMLToken?
  var outline = YAMLOutline()
  var isStopped = false
  private var nodes = 0
  private var findings = 0
  private var hasTab = false
  private var documentBegan = false
  private var documentEnded = false

  init(_ bytes: [UInt8], at offset: Int) {
    cursor = YAMLCursor(bytes, at: offset)
  }

  /// The column of the innermost list or map written by indentation, or -1.
  var indent: Int { blocks.last?.start.column ?? -1 }

  var isInBrackets: Bool { !flows.isEmpty }

  /// Scans the whole text, or up to the finding that makes the rest meaningless.
  mutating func scan() -> YAMLOutline {
    while !isStopped {
      skipToNextToken()
      dropStaleKeys()
      if isStopped { break }
      guard !cursor.isAtEnd else {
        finish()
        break
      }
      let marker = cursor.documentMarker
      unroll(to: marker == nil ? cursor.mark.column : -1)
      if isStopped { break }
      if let marker {
        fetchDocumentMarker(marker)
      } else if cursor.mark.column == 0, cursor.sees("%") {
        report(.yamlDirective(at: cursor.here))
        cursor.skipLine()
      } else if documentEnded {
        stop(.severalDocuments(at: cursor.here))
      } else {
        outline.hasContent = true
        fetchToken()
      }
    }
    return outline
  }

  /// Adds a finding after which the scan can go on.
  mutating func report(_ diagnostic: Diagnostic) {
    outline.diagnostics.insert(diagnostic)
    findings += 1
    if findings >= FactFileLimits.findings { isStopped = true }
  }

  /// Adds a finding after which nothing can be told about the rest.
  ///
  /// Where tabs set lines in, they are the cause, and what follows from them is not worth a word.
  mutating func stop(_ diagnostic: Diagnostic) {
    if !hasTab { outline.diagnostics.insert(diagnostic) }
    isStopped = true
  }

  /// Counts one more key, value, list or map.
  mutating func countNode(at range: SourceRange) {
    nodes += 1
    if nodes > FactFileLimits.nodes { stop(.tooManyNodes(at: range)) }
  }

  private mutating func finish() {
    dropKey()
    if !isStopped, let open = flows.last {
      stop(.unclosedBracket(at: SourceRange(open.offset, open.offset + 1)))
    }
  }

  private mutating func skipToNextToken() {
    while true {
      while cursor.isBlank {
        if cursor.sees("\t"), !isInBrackets, simpleKeyAllowed { reportTab() }
        cursor.advance()
      }
      if cursor.sees("#") { cursor.skipLine() }
      guard cursor.isBreak else { return }
      cursor.advanceLine()
      if !isInBrackets { simpleKeyAllowed = true }
    }
  }

  /// Reports the tabs that begin here as one finding.
  mutating func reportTab() {
    guard cursor.mark.column == 0 || cursor.bytes[cursor.offset - 1] != UInt8(ascii: "\t") else {
      return
    }
    hasTab = true
    var length = 0
    while cursor.sees("\t", ahead: length) { length += 1 }
    report(.tabIndentation(at: SourceRange(cursor.offset, cursor.offset + length)))
  }

  private mutating func fetchDocumentMarker(_ marker: Unicode.Scalar) {
    let range = SourceRange(cursor.offset, cursor.offset + 3)
    if let open = flows.last {
      stop(.unclosedBracket(at: SourceRange(open.offset, open.offset + 1)))
      return
    }
    dropKey()
    if marker == "-", documentBegan || documentEnded || outline.hasContent {
      stop(.severalDocuments(at: range))
    }
    if marker == "-" { documentBegan = true } else { documentEnded = true }
    simpleKeyAllowed = false
    takeIndicator(length: 3)
  }

  private mutating func fetchToken() {
    switch Unicode.Scalar(cursor.peek()) {
    case "[": openBracket(isMap: false)
    case "{": openBracket(isMap: true)
    case "]", "}": closeBracket()
    case ",":
      dropKey()
      simpleKeyAllowed = true
      takeIndicator()
    case "-" where cursor.isBlankOrEnd(ahead: 1): fetchListEntry()
    case "?" where isInBrackets || cursor.isBlankOrEnd(ahead: 1):
      stop(.keyNotText(at: cursor.here))
    case ":" where isInBrackets || cursor.isBlankOrEnd(ahead: 1): fetchColon()
    case "*", "&", "!": fetchProperty()
    case "|" where !isInBrackets, ">" where !isInBrackets: fetchBlockScalar()
    case "'", "\"": fetchQuotedScalar()
    case "%", "@", "`", "|", ">": badFirstCharacter()
    default: fetchPlainScalar()
    }
  }

  private mutating func badFirstCharacter() {
    let character = String(Unicode.Scalar(cursor.peek()))
    stop(.badFirstCharacter(character, at: cursor.here))
  }

  /// Steps over an indicator such as `-`, which becomes the last token.
  mutating func takeIndicator(_ kind: YAMLToken.Kind = .indicator, length: Int = 1) {
    let token = YAMLToken(
      kind: kind,
      range: SourceRange(cursor.offset, cursor.offset + length),
      start: cursor.mark,
      endLine: cursor.mark.line,
      beginsLine: beginsLine
    )
    for _ in 0..<length { cursor.advance() }
    last = token
  }

  /// Whether no token stands before this place on its line.
  var beginsLine: Bool { last.map { $0.endLine < cursor.mark.line } ?? true }
}
