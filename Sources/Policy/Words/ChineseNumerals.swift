import ExpressionLanguage

/// A stretch of Chinese as single characters with their places.
struct ChineseCharacters {
  /// The characters, wide digits made narrow.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The offset of each character, and one after the last.
  private(set) var offsets: [Int] = []

  /// Takes the text in `range` apart.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  init(_ range: SourceRange, of source: SourceText) {
    var offset = range.start
    for scalar in source.text(range).unicodeScalars {
      let isWide = (0xFF10...0xFF19).contains(scalar.value)
      scalars.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)) : scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
  }

  /// The character at `index`; `nil` outside the text.
  subscript(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// Whether `text` stands at `index`.
  func has(_ text: String, at index: Int) -> Bool {
    var next = index
    for scalar in text.unicodeScalars {
      guard self[next] == scalar else { return false }
      next += 1
    }
    return true
  }

  /// Whether `text` stands right before `index`.
  func has(_ text: String, before index: Int) -> Bool {
    has(text, at: index - text.unicodeScalars.count)
  }

  /// The index after any spaces at `index`.
  func skipSpaces(_ index: Int) -> Int {
    var next = index
    while self[next] == " " || self[next] == "\u{3000}" { next += 1 }
    return next
  }

  /// The bytes of the characters from `start` up to `end`.
  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(offsets[start], offsets[end])
  }
}

extension ChineseCharacters {
  private static let digits: [Unicode.Scalar: Int64] = [
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7,
    "捌": 8, "玖": 9,
  ]
  private static let powers: [Unicode.Scalar: Int64] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000, "万": 10_000,
    "亿": 100_000_000,
  ]

  /// A number with the index after it.
  struct Number {
    var value: DecimalLiteral
    var end: Int
    /// Whether it is written in digits only, of either kind, such as 2020 or 二〇二〇.
    var isDigits: Bool
  }

  /// The number that begins at `start`; `nil` where none does.
  func number(at start: Int) -> Number? {
    guard let first = self[start] else { return nil }
    if ("0"..."9").contains(first) { return arabic(at: start) }
    if ChineseCharacters.digits[first] != nil || first == "十" || first == "拾" {
      return numeral(at: start)
    }
    return nil
  }

  private func isDigit(_ index: Int) -> Bool {
    self[index].map { ("0"..."9").contains($0) } ?? false
  }

  private func arabic(at start: Int) -> Number? {
    var text = ""
    var index = start
    while let scalar = self[index] {
      if isDigit(index) {
        text.unicodeScalars.append(scalar)
      } else if scalar == ".", isDigit(index + 1), !text.contains(".") {
        text.unicodeScalars.append(scalar)
      } else if scalar == "," || scalar == "，", (1...3).allSatisfy({ isDigit(index + $0) }),
        !isDigit(index + 4)
      {
        // a separator of thousands
      } else {
        break
      }
      index += 1
    }
    guard var value = DecimalLiteral(text) else { return nil }
    var isDigits = true
    while let power = self[index].flatMap({ ChineseCharacters.powers[$0] }),
      let product = value.times(power)
    {
      value = product
      isDigits = false
      index += 1
    }
    return Number(value: value, end: index, isDigits: isDigits)
  }

  private func numeral(at start: Int) -> Number? {
    var index = start
    var string: Int64 = 0
    while let digit = self[index].flatMap({ ChineseCharacters.digits[$0] }) {
      if index - start > 15 { return nil }
      string = string * 10 + digit
      index += 1
    }
    let isPower = self[index].flatMap { ChineseCharacters.powers[$0] } != nil
    if index > start, !isPower || index - start > 1 {
      return Number(value: .whole(string), end: index, isDigits: index - start > 1)
    }
    return joined(at: start)
  }

  /// 一百二十, 三千零五十, 十二万.
  private func joined(at start: Int) -> Number? {
    var (total, part): (Int64, Int64) = (0, 0)
    var digit: Int64?
    var index = start
    while let scalar = self[index] {
      if let next = ChineseCharacters.digits[scalar] {
        if digit ?? 0 != 0 { break }
        digit = next
      } else if let power = ChineseCharacters.powers[scalar] {
        if power >= 10_000 {
          let (sum, overflow) = (total + part + (digit ?? 0)).multipliedReportingOverflow(by: power)
          if overflow || sum > 1_000_000_000_000_000 { return nil }
          (total, part) = (sum, 0)
        } else {
          part += (digit ?? 1) * power
        }
        digit = nil
      } else {
        break
      }
      index += 1
    }
    return Number(value: .whole(total + part + (digit ?? 0)), end: index, isDigits: false)
  }
}
