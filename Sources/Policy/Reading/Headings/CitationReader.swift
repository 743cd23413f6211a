import ExpressionLanguage

/// Reads the citation at the head of one half of a heading.
struct CitationReader {
  /// The citation, if the half begins with one.
  private(set) var citation: Citation?
  /// Where the label begins: after the citation and the space, or at the head of the half.
  private(set) var labelStart: Int
  /// Everything found.
  private(set) var diagnostics: [Diagnostic] = []

  private let source: SourceText
  private let range: SourceRange
  private let text: String

  /// Reads the half at `range`, which has no blanks at its ends.
  init(_ range: SourceRange, isChinese: Bool, in source: SourceText) {
    self.source = source
    self.range = range
    text = source.text(range)
    labelStart = range.start
    if isChinese { readChinese() } else { readEnglish() }
  }

  private mutating func finish(
    _ kind: Citation.Kind,
    _ number: Int?,
    inserted: Int? = nil,
    length: Int
  ) {
    let end = range.start + length
    citation = Citation(
      kind: kind,
      number: number,
      inserted: inserted,
      text: source.text(SourceRange(range.start, end))
    )
    labelStart = source.trimmed(SourceRange(end, range.end)).start
    if labelStart == end, end < range.end {
      diagnostics.append(
        .citationWithoutSpace(
          range,
          source.text(SourceRange(range.start, end)),
          label: source.text(SourceRange(end, range.end))
        )
      )
    }
  }

  // MARK: English

  private mutating func readEnglish() {
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count > 1, let kind = CitationReader.english[words[0].lowercased()] else { return }
    let token = words[1]
    let length = words[0].utf8.count + 1 + token.utf8.count
    let place = SourceRange(range.start, range.start + length)
    let isCapital = words[0] == words[0].prefix(1).uppercased() + words[0].dropFirst().lowercased()
    if token.utf8.allSatisfy({ $0.isDigit }), !token.isEmpty, token.utf8.count <= 9 {
      if !isCapital { diagnostics.append(.citationInLowerCase(place, source.text(place))) }
      finish(kind, Int(token), length: length)
    } else if isCapital, let (number, inserted) = CitationReader.insertion(token) {
      finish(kind, number, inserted: inserted, length: length)
    } else if isCapital, token.utf8.first?.isDigit == true {
      diagnostics.append(.unreadableNumber(place, String(token)))
      finish(kind, Int(token.prefix { $0.isASCII && $0.isNumber }.prefix(9)), length: length)
    } else if isCapital, !token.isEmpty, token.allSatisfy({ "IVX".contains($0) }) {
      diagnostics.append(.romanNumber(place, String(token)))
      finish(kind, nil, length: length)
    }
  }

  /// The two numbers of `5-1`; `nil` for anything else.
  private static func insertion(_ token: Substring) -> (Int, Int)? {
    let parts = token.utf8.split(separator: .hyphen, omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && $0.count <= 9 && $0.allSatisfy(\.isDigit) }),
      let number = Int(String(decoding: parts[0], as: UTF8.self)),
      let inserted = Int(String(decoding: parts[1], as: UTF8.self))
    else { return nil }
    return (number, inserted)
  }

  private static let english: [String: Citation.Kind] = [
    "part": .part, "chapter": .chapter, "article": .article, "section": .section,
    "schedule": .schedule, "round": .round,
  ]

  // MARK: Chinese

  private mutating func readChinese() {
    if text.hasPrefix("第") {
      readNumbered()
    } else if text.hasPrefix("附表") {
      readSchedule()
    } else {
      readRound()
    }
  }

  private func numeral(after prefix: String) -> Substring {
    let rest = text.dropFirst(prefix.count)
    return rest.prefix { $0.unicodeScalars.allSatisfy(ChineseNumeral.contains) }
  }

  private mutating func readNumbered() {
    let digits = numeral(after: "第")
    let rest = text.dropFirst(1 + digits.count)
    let divisions: [(String, Citation.Kind)] = [
      ("部分", .part), ("编", .part), ("章", .chapter), ("节", .section), ("条", .article),
    ]
    guard !digits.isEmpty, let (word, kind) = divisions.first(where: { rest.hasPrefix($0.0) }),
      !["条件", "条款", "章程", "节课"].contains(where: { rest.hasPrefix($0) })
    else { return }
    var length = "第".utf8.count + digits.utf8.count + word.utf8.count
    var inserted: Int?
    let tail = rest.dropFirst(word.count)
    let order = tail.dropFirst().prefix { $0.unicodeScalars.allSatisfy(ChineseNumeral.contains) }
    if tail.hasPrefix("之"), !order.isEmpty {
      inserted = ChineseNumeral.value(of: order)
      length += "之".utf8.count + order.utf8.count
    }
    let number = ChineseNumeral.value(of: digits)
    if number == nil {
      diagnostics.append(
        .unreadableNumber(SourceRange(range.start, range.start + length), String(digits))
      )
    }
    finish(kind, number, inserted: inserted, length: length)
  }

  private mutating func readSchedule() {
    let digits = numeral(after: "附表")
    let length = "附表".utf8.count + digits.utf8.count
    let rest = text.dropFirst(2 + digits.count)
    if digits.isEmpty {
      if rest.isEmpty || rest.first == " " { finish(.schedule, nil, length: length) }
      return
    }
    let number = ChineseNumeral.value(of: digits)
    if number == nil {
      diagnostics.append(
        .unreadableNumber(SourceRange(range.start, range.start + length), String(digits))
      )
    }
    finish(.schedule, number, length: length)
  }

  private mutating func readRound() {
    let digits = numeral(after: "")
    guard text.dropFirst(digits.count).hasPrefix("年度"),
      let number = ChineseNumeral.value(of: digits)
    else { return }
    finish(.round, number, length: digits.utf8.count + "年度".utf8.count)
  }
}
