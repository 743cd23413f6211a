import ExpressionLanguage

/// A stretch of English cut into words, numbers and signs.
struct EnglishWords {
  /// One of them.
  struct Piece {
    enum Kind: Equatable {
      /// Small letters, without `'s`.
      case word(String)
      case number(DecimalLiteral)
      case sign(UInt8)
    }

    var kind: Kind
    var range: SourceRange
    /// Whether nothing stands between this and the piece before it.
    var touches: Bool
  }

  private(set) var pieces: [Piece] = []

  /// Cuts up the text in `range`.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  init(_ range: SourceRange, of source: SourceText) {
    let bytes = source.bytes
    var position = range.start
    let end = min(range.end, bytes.count)
    while position < end {
      let start = position
      let byte = bytes[position]
      if EnglishWords.isDigit(byte) {
        position = EnglishWords.endOfNumber(bytes, position, end)
        let digits = bytes[start..<position].filter { $0 != UInt8(ascii: ",") }
        guard let number = DecimalLiteral(String(decoding: digits, as: UTF8.self)) else { continue }
        add(.number(number), start, position)
      } else if EnglishWords.isLetter(byte) {
        while position < end, EnglishWords.isLetter(bytes[position]) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
        add(.word(word), start, position)
        position = EnglishWords.endOfPossessive(bytes, position, end)
      } else if byte >= 0x80 {
        position += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let text = source.text(SourceRange(start, min(position, end)))
        if "–—−‑~".contains(text) { add(.sign(UInt8(ascii: "-")), start, position) }
        if text == "¥" || text == "￥" { add(.word("rmb"), start, position) }
        if text == "’", position < end, bytes[position] == UInt8(ascii: "s") { position += 1 }
      } else {
        position += 1
        if byte > 0x20 { add(.sign(byte), start, position) }
      }
    }
  }

  private mutating func add(_ kind: Piece.Kind, _ start: Int, _ end: Int) {
    let touches = pieces.last?.range.end == start
    pieces.append(Piece(kind: kind, range: SourceRange(start, end), touches: touches))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Digits, with commas before three digits and one point before digits.
  private static func endOfNumber(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    func digits(_ offset: Int, _ count: Int) -> Bool {
      offset + count <= end && bytes[offset..<offset + count].allSatisfy(isDigit)
    }
    var position = start
    var hasPoint = false
    while position < end {
      if isDigit(bytes[position]) {
        position += 1
      } else if !hasPoint, bytes[position] == UInt8(ascii: ","), digits(position + 1, 3),
        !digits(position + 4, 1)
      {
        position += 4
      } else if !hasPoint, bytes[position] == UInt8(ascii: "."), digits(position + 1, 1) {
        hasPoint = true
        position += 1
      } else {
        break
      }
    }
    return position
  }

  private static func endOfPossessive(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard start < end, bytes[start] == UInt8(ascii: "'") else { return start }
    return start + 1 < end && bytes[start + 1] == UInt8(ascii: "s") ? start + 2 : start + 1
  }

  /// The word at `index`; `nil` for anything else.
  func word(_ index: Int) -> String? {
    guard pieces.indices.contains(index), case .word(let word) = pieces[index].kind else {
      return nil
    }
    return word
  }

  /// Whether `sign` stands at `index`.
  func isSign(_ index: Int, _ sign: UInt8) -> Bool {
    pieces.indices.contains(index) && pieces[index].kind == .sign(sign)
  }

  /// From the beginning of one piece to the end of the last before another.
  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(pieces[start].range.start, pieces[end - 1].range.end)
  }
}

extension EnglishWords {
  private static let ones: [String: Int64] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]
  private static let tens: [String: Int64] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
  private static let powers: [String: Int64] = [
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
  ]

  /// The number that begins at `start`, and the index after it; `nil` where none does.
  func number(at start: Int) -> (number: DecimalLiteral, end: Int)? {
    guard pieces.indices.contains(start) else { return nil }
    var value: DecimalLiteral
    var index = start + 1
    if case .number(let number) = pieces[start].kind {
      value = number
      while let power = word(index).flatMap({ EnglishWords.powers[$0] }),
        let product = value.times(power)
      {
        value = product
        index += 1
      }
    } else if let spelled = spelled(at: start) {
      value = .whole(spelled.number)
      index = spelled.end
    } else {
      return nil
    }
    if let again = repeated(value, at: index) { index = again }
    if word(index) == "and", word(index + 1) == "a", word(index + 2) == "half",
      let sum = value.plus(.half)
    {
      return (sum, index + 3)
    }
    return (value, index)
  }

  /// The index after `(3)` where that only repeats `number` in digits.
  private func repeated(_ number: DecimalLiteral, at index: Int) -> Int? {
    guard isSign(index, UInt8(ascii: "(")), pieces.indices.contains(index + 1),
      case .number(let digits) = pieces[index + 1].kind, digits.isSame(as: number),
      isSign(index + 2, UInt8(ascii: ")"))
    else { return nil }
    return index + 3
  }

  /// A number in words, such as *two hundred and twenty-five*.
  private func spelled(at start: Int) -> (number: Int64, end: Int)? {
    var total: Int64 = 0
    var part: Int64?
    var index = start
    if word(start) == "a", word(start + 1).flatMap({ EnglishWords.powers[$0] }) != nil {
      part = 1
      index += 1
    }
    while let word = word(index) {
      if let power = EnglishWords.powers[word], let known = part, known > 0 {
        let (product, overflow) = known.multipliedReportingOverflow(by: power)
        if overflow || product > 1_000_000_000_000 { return nil }
        if power == 100 {
          part = product
        } else {
          total += product
          part = 0
        }
      } else if let next = below100(at: index), part.map({ $0 % 100 == 0 }) ?? true {
        part = (part ?? 0) + next.number
        index = next.end
        continue
      } else if word == "and", let known = part, known % 100 == 0, known > 0 || total > 0,
        below100(at: index + 1) != nil
      {
        // "two hundred and five"
      } else {
        break
      }
      index += 1
    }
    guard let part else { return nil }
    return (total + part, index)
  }

  private func below100(at index: Int) -> (number: Int64, end: Int)? {
    guard let word = word(index) else { return nil }
    if let one = EnglishWords.ones[word] { return (one, index + 1) }
    guard let ten = EnglishWords.tens[word] else { return nil }
    let next = isSign(index + 1, UInt8(ascii: "-")) ? index + 2 : index + 1
    if let one = self.word(next).flatMap({ EnglishWords.ones[$0] }), (1...9).contains(one) {
      return (ten + one, next + 1)
    }
    return (ten, index + 1)
  }
}
