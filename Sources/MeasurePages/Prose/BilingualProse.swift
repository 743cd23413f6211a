import ExpressionLanguage
import Policy

/// Prose parted into its two languages, line by line, as items are.
struct BilingualProse {
  /// The Chinese lines, joined by line feeds.
  private(set) var chinese = ""
  /// The English lines, joined by line feeds.
  private(set) var english = ""

  /// Parts lines; a line is Chinese where a Chinese character stands in it outside code.
  init(_ lines: [String]) {
    for line in lines {
      let parts = Glossed.split(line, at: " · ")
      let languages = parts.map { BilingualProse.isChinese($0) }
      if parts.count == 2, languages[0] != languages[1] {
        for (part, isChinese) in zip(parts, languages) { add(part, isChinese) }
      } else {
        add(line, languages.contains(true))
      }
    }
  }

  private mutating func add(_ line: String, _ isChinese: Bool) {
    if isChinese {
      chinese += chinese.isEmpty ? line : "\n" + line
    } else {
      english += english.isEmpty ? line : "\n" + line
    }
  }

  /// The text of a language; where there is none, that of the other.
  subscript(_ language: Language) -> (text: String, language: Language) {
    let wanted = language == .chinese ? chinese : english
    if !wanted.isEmpty { return (wanted, language) }
    return language == .chinese ? (english, .english) : (chinese, .chinese)
  }

  private static func isChinese(_ line: String) -> Bool {
    var isCode = false
    for scalar in line.unicodeScalars {
      if scalar == "`" { isCode.toggle() }
      if isCode { continue }
      let isPunctuation = 0x3001...0x303F ~= scalar.value || 0xFF01...0xFF65 ~= scalar.value
      if isPunctuation || Glossed.hasHan(String(scalar)) { return true }
    }
    return false
  }
}
