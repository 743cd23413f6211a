import ExpressionLanguage
import Scoring

/// Reads JSON as RFC 8259 has it, keeping what the libraries throw away.
///
/// It is our own because no library at hand keeps all of: the exact text of a number (`1.10` is not
/// `1.1`), both of two equal keys, and the place of every key and value. Depth is bounded by
/// `JSONLimits.depth`, so the recursion is too.
struct JSONReader {
  /// Thrown after a finding that makes the rest meaningless.
  struct Stop: Error {}

  let bytes: [UInt8]
  let source: SourceText
  let limits: JSONLimits
  var offset: Int
  var diagnostics = DiagnosticSet()
  private var nodes = 0
  private var findings = 0

  private init(_ source: SourceText, _ limits: JSONLimits) {
    self.source = source
    self.limits = limits
    bytes = source.bytes
    offset = FileBytes.contentStart(of: source)
  }

  /// The facts in `source`, whose bytes have passed `FileBytes.check`.
  static func read(
    _ source: SourceText,
    limits: JSONLimits = .person,
    into diagnostics: inout DiagnosticSet
  ) -> FactTree? {
    var reader = JSONReader(source, limits)
    let tree = try? reader.document()
    diagnostics.formUnion(reader.diagnostics)
    return tree
  }

  private mutating func document() throws(Stop) -> FactTree? {
    try skipBlanks()
    let tree = try value(key: nil, depth: 1)
    try skipBlanks()
    if offset < bytes.count { throw stop(.jsonAfterEnd(at: here)) }
    return tree
  }

  /// The byte at the place, or 0 at the end; NUL never passes the check of the bytes.
  var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// The range of the scalar at the place.
  var here: SourceRange {
    FullWidth.scalar(at: offset, bytes)?.range ?? SourceRange(offset, offset)
  }

  func sees(_ character: Unicode.Scalar) -> Bool { byte == UInt8(ascii: character) }

  /// Adds a finding after which the reading can go on.
  mutating func report(_ diagnostic: Diagnostic) throws(Stop) {
    diagnostics.insert(diagnostic)
    findings += 1
    if findings >= FactFileLimits.findings { throw Stop() }
  }

  /// Adds a finding that ends the reading.
  mutating func stop(_ diagnostic: Diagnostic) -> Stop {
    diagnostics.insert(diagnostic)
    return Stop()
  }

  mutating func countNode() throws(Stop) {
    nodes += 1
    if nodes > limits.nodes { throw stop(.tooManyNodes(at: here)) }
  }

  mutating func skipBlanks() throws(Stop) {
    while offset < bytes.count, FileBytes.isBlank(byte) { offset += 1 }
    let isSlash = sees("/") && offset + 1 < bytes.count
    if isSlash && [UInt8(ascii: "/"), UInt8(ascii: "*")].contains(bytes[offset + 1]) || sees("#") {
      throw stop(.jsonComment(at: SourceRange(offset, offset + (sees("#") ? 1 : 2))))
    }
  }

  /// The value at the place; `nil` where it was refused but what follows can be read.
  mutating func value(key: JSONText?, depth: Int) throws(Stop) -> FactTree? {
    switch Unicode.Scalar(byte) {
    case "{": return try map(depth: depth)
    case "[": return try list(depth: depth)
    case "\"":
      try countNode()
      let text = try string()
      guard let content = text.content else { return nil }
      return .scalar(text: content, quoted: true, range: text.range)
    case "-", "+", ".", "0"..."9":
      try countNode()
      return try number()
    case "a"..."z", "A"..."Z", "_", "$":
      try countNode()
      return try word(key: key)
    default:
      if let word = bareWord() { throw stop(.jsonBareWord(source.text(word), at: word)) }
      throw stop(unexpected(.jsonValueMissing(at: here)))
    }
  }

  /// What is said about the character at the place: something special, or else `other`.
  func unexpected(_ other: Diagnostic) -> Diagnostic {
    guard let (scalar, range) = FullWidth.scalar(at: offset, bytes) else { return other }
    if scalar == "'" { return .jsonSingleQuotes(at: range) }
    if FullWidth.quotes.contains(scalar) {
      var end = offset
      while end < bytes.count, bytes[end] != UInt8(ascii: ","), bytes[end] != UInt8(ascii: ":"),
        bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r")
      {
        end += 1
      }
      let text = Diagnostic.line(bytes, offset, end, last: false).prefix { $0 != "}" && $0 != "]" }
      return .curlyQuotes(at: range, text: String(text))
    }
    if FullWidth.commas.contains(scalar) {
      return .fullWidthComma(at: range, written: String(Character(scalar)))
    }
    if FullWidth.colons.contains(scalar) { return .jsonFullWidthColon(at: range) }
    if FullWidth.spaces.contains(scalar) { return .fullWidthSpace(at: range) }
    if let meant = FullWidth.brackets[scalar] { return .fullWidthBracket(at: range, meant: meant) }
    return other
  }

  private mutating func word(key: JSONText?) throws(Stop) -> FactTree? {
    let range = takeWord()
    let text = source.text(range)
    switch text {
    case "true", "false": return .scalar(text: text, quoted: false, range: range)
    case "null" where limits.allowsNull:
      return .scalar(text: text, quoted: false, range: range)
    case "null":
      try report(.nullValue(text, key: key?.content, at: range, format: .json))
    default:
      try report(.jsonBareWord(text, at: range))
    }
    return nil
  }

  /// The letters and digits of any script from the place on, if there are any.
  func bareWord() -> SourceRange? {
    var end = offset
    while let (scalar, range) = FullWidth.scalar(at: end, bytes),
      scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
    {
      end = range.end
    }
    return end > offset ? SourceRange(offset, end) : nil
  }

  /// Steps over letters, digits and signs that could belong to a word or number.
  mutating func takeWord() -> SourceRange {
    let start = offset
    while offset < bytes.count {
      switch Unicode.Scalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "$", "+", "-", ".": offset += 1
      default: return SourceRange(start, offset)
      }
    }
    return SourceRange(start, offset)
  }
}
