/// Cuts the text of one expression or cell into tokens, with their places in the file.
///
/// Comes before the parser; knows no names. Characters that input methods produce in place of
/// ASCII ones are reported with a fix and then read as what was meant, so that one slip gives one
/// message.
package struct Lexer {
  /// The most tokens of one expression; more is refused, because it should be several rules.
  package static let mostTokens = 1_000

  let source: SourceText
  let end: Int
  var position: Int
  var tokens: [Token] = []
  var diagnostics = DiagnosticSet()

  private init(source: SourceText, range: SourceRange) {
    self.source = source
    position = range.start
    end = min(range.end, source.bytes.count)
  }

  /// The tokens of the text in `range`, an `end` last, and what is wrong in them.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func tokens(
    in range: SourceRange,
    of source: SourceText
  ) -> (tokens: [Token], diagnostics: DiagnosticSet) {
    var lexer = Lexer(source: source, range: range)
    lexer.run()
    return (lexer.tokens, lexer.diagnostics)
  }

  private mutating func run() {
    while position < end {
      if tokens.count >= Lexer.mostTokens {
        diagnostics.insert(.tooLong(at: SourceRange(position, end)))
        break
      }
      next()
    }
    add(.end, from: end)
  }

  mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: SourceRange(start, position)))
  }

  func byte(_ offset: Int) -> UInt8 { offset < end ? source.bytes[offset] : 0 }

  private mutating func next() {
    let first = byte(position)
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      position += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): word()
    case UInt8(ascii: "\""): string()
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"):
      comparison()
    case UInt8(ascii: "."):
      let start = position
      position += byte(position + 1) == first ? 2 : 1
      add(.sign(position - start == 2 ? ".." : "."), from: start)
    case _ where first >= 0x80: beyondASCII()
    default:
      let start = position
      position += 1
      let sign = String(UnicodeScalar(first))
      if "+-*/()[],:".contains(sign) {
        add(.sign(sign), from: start)
      } else {
        diagnostics.insert(.strangeCharacter(sign, at: SourceRange(start, position)))
      }
    }
  }

  private mutating func comparison() {
    let start = position
    position += 1
    if byte(position) == UInt8(ascii: "=") { position += 1 }
    if byte(start) == UInt8(ascii: "<"), byte(position) == UInt8(ascii: ">") { position += 1 }
    var sign = source.text(SourceRange(start, position))
    if let meant = ["==": "=", "<>": "!=", "!": "not(…)"][sign] {
      diagnostics.insert(.foreignSign(sign, meant: meant, at: SourceRange(start, position)))
      sign = meant == "not(…)" ? "!=" : meant
    }
    add(.sign(sign), from: start)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }

  /// A word begins with a letter and goes on over letters of any script, digits, `'` and `-`.
  private mutating func word() {
    let start = position
    while position < end, Lexer.isWordByte(byte(position)), !isPunctuation(at: position) {
      position += 1
    }
    add(.word(source.text(SourceRange(start, position))), from: start)
  }

  private mutating func string() {
    let start = position
    position += 1
    while position < end, byte(position) != UInt8(ascii: "\""), byte(position) != 0x0A {
      position += 1
    }
    let text = source.text(SourceRange(start + 1, position))
    if byte(position) == UInt8(ascii: "\"") {
      position += 1
    } else {
      diagnostics.insert(.openQuote(at: SourceRange(start, position)))
    }
    add(.string(text), from: start)
  }
}
