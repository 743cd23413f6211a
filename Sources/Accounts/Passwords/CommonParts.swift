/// The parts that common passwords are made of.
enum CommonParts {
  /// Where the parts end that begin at `start`.
  static func ends(in scalars: [Unicode.Scalar], from start: Int) -> [Int] {
    var ends = numberEnds(scalars, start)
    let first = letters(for: scalars[start])
    for letter in first {
      for word in wordsByLetter[letter, default: []] {
        if isWord(word, in: scalars, at: start) { ends.insert(start + word.count) }
      }
    }
    nameEnds(scalars, start, into: &ends)
    return Array(ends)
  }

  // MARK: Words

  private static func isWord(
    _ word: [Unicode.Scalar],
    in scalars: [Unicode.Scalar],
    at start: Int
  ) -> Bool {
    guard start + word.count <= scalars.count else { return false }
    return word.indices.allSatisfy { letters(for: scalars[start + $0]).contains(word[$0]) }
  }

  /// The letters that a character may stand for, itself first.
  private static func letters(for scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "0": ["0", "o"]
    case "1", "!", "|": [scalar, "i", "l"]
    case "3": ["3", "e"]
    case "4", "@": [scalar, "a"]
    case "5", "$": [scalar, "s"]
    case "7", "+": [scalar, "t"]
    case "8": ["8", "b"]
    case "9": ["9", "g"]
    default: [scalar]
    }
  }

  private static let wordsByLetter: [Unicode.Scalar: [[Unicode.Scalar]]] = {
    var byLetter: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for word in CommonWords.all {
      let scalars = Array(word.unicodeScalars)
      if let first = scalars.first { byLetter[first, default: []].append(scalars) }
    }
    return byLetter
  }()

  // MARK: Numbers

  private static func numberEnds(_ scalars: [Unicode.Scalar], _ start: Int) -> Set<Int> {
    var ends: Set<Int> = []
    var digits: [Int] = []
    for place in start..<min(scalars.count, start + 18) {
      let value = scalars[place].value
      guard (48...57).contains(value) else { break }
      digits.append(Int(value) - 48)
      if isCommonNumber(digits) { ends.insert(place + 1) }
    }
    return ends
  }

  /// Whether a number is short, runs, repeats, is a date, a mobile number or lucky.
  static func isCommonNumber(_ digits: [Int]) -> Bool {
    if digits.count <= 4 { return true }
    let isRun = runs(digits, by: 1) || runs(digits, by: 9)
    if isRun || isDate(digits) || isOfLuck(digits) { return true }
    let isRepeated = (1...digits.count / 2).contains { period in
      digits.indices.dropFirst(period).allSatisfy { digits[$0] == digits[$0 - period] }
    }
    return isRepeated || digits.count == 11 && digits[0] == 1 && digits[1] >= 3
  }

  /// Whether each figure is the one before and `step`, 0 following 9.
  private static func runs(_ digits: [Int], by step: Int) -> Bool {
    digits.indices.dropFirst().allSatisfy { digits[$0] == (digits[$0 - 1] + step) % 10 }
  }

  private static func isDate(_ digits: [Int]) -> Bool {
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    let isDay = { (month: Int, day: Int) in (1...12).contains(month) && (1...31).contains(day) }
    let isYear = { (year: Int) in (1900...2049).contains(year) }
    switch digits.count {
    case 6:
      return isDay(number(2..<4), number(4..<6)) || isDay(number(0..<2), number(2..<4))
        || isDay(number(2..<4), number(0..<2)) || isYear(number(0..<4)) || isYear(number(2..<6))
    case 8:
      return isYear(number(0..<4)) && isDay(number(4..<6), number(6..<8))
        || isYear(number(4..<8))
          && (isDay(number(0..<2), number(2..<4)) || isDay(number(2..<4), number(0..<2)))
        || isYear(number(0..<4)) && isYear(number(4..<8))
    default: return false
    }
  }

  /// Whether it is made of the numbers that sound well or are said aloud.
  private static func isOfLuck(_ digits: [Int]) -> Bool {
    let lucky = [
      [5, 2, 0], [1, 3, 1, 4], [5, 2, 1], [1, 6, 8], [1, 8, 8], [6, 6, 6], [8, 8, 8], [9, 9, 9],
      [1, 2, 3], [3, 2, 1], [1, 1, 0], [1, 2, 0], [1, 1, 9], [7, 8, 9], [9, 8, 7], [4, 5, 6],
      [0, 0, 7], [0, 0, 0], [1, 1, 1], [2, 3, 3], [1, 4, 7], [2, 5, 8], [3, 6, 9], [1, 5, 9],
      [7, 5, 8], [5, 8], [8, 8], [6, 6], [9, 9],
    ]
    var reached: Set<Int> = [0]
    for start in 0..<digits.count where reached.contains(start) {
      for number in lucky where digits[start...].starts(with: number) {
        reached.insert(start + number.count)
      }
    }
    return reached.contains(digits.count)
  }

  // MARK: Names

  /// A surname, and up to two syllables of a given name.
  private static func nameEnds(
    _ scalars: [Unicode.Scalar],
    _ start: Int,
    into ends: inout Set<Int>
  ) {
    var reached: Set<Int> = []
    for length in 2...9 where start + length <= scalars.count {
      if PinyinNames.surnames.contains(text(scalars, start, length)) {
        reached.insert(start + length)
      }
    }
    for _ in 0..<3 {
      ends.formUnion(reached)
      var next: Set<Int> = []
      for place in reached {
        for length in 2...6 where place + length <= scalars.count {
          if PinyinNames.syllables.contains(text(scalars, place, length)) {
            next.insert(place + length)
          }
        }
      }
      reached = next
      if reached.isEmpty { return }
      if ends.isSuperset(of: reached) { return }
    }
  }

  private static func text(_ scalars: [Unicode.Scalar], _ start: Int, _ length: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<start + length])
    return String(view)
  }
}
