import ExpressionLanguage

/// Hears what English words say in numbers.
struct EnglishHearing {
  private let words: EnglishWords
  private let source: SourceText
  private let units: [String: Unit]
  private var index = 0
  private var heard = Heard()

  /// Hears the words in `range`.
  static func heard(
    _ range: SourceRange,
    of source: SourceText,
    units: [String: Unit]
  ) -> Heard {
    let words = EnglishWords(range, of: source)
    var hearing = EnglishHearing(words: words, source: source, units: units)
    while hearing.index < words.pieces.count { hearing.next() }
    return hearing.heard
  }

  private init(words: EnglishWords, source: SourceText, units: [String: Unit]) {
    (self.words, self.source, self.units) = (words, source, units)
  }

  private static let citing: Set<String> = [
    "article", "articles", "section", "sections", "part", "chapter", "schedule", "round", "item",
    "items", "clause", "paragraph", "table", "row", "rows", "no", "number", "annex", "level",
    "grade", "class", "step", "decree",
  ]
  private static let dating: Set<String> = [
    "in", "since", "from", "until", "till", "by", "of", "before", "after", "during", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
  private static let filling: Set<String> = [
    "full", "whole", "complete", "consecutive", "continuous", "successive", "entire", "further",
    "additional", "calendar",
  ]
  private static let repeating: Set<String> = ["each", "every", "per", "a", "an", "the", "any"]
  private static let passing: [String: Unit] = [
    "annual": .years, "annually": .years, "yearly": .years, "monthly": .months, "daily": .days,
  ]

  private mutating func next() {
    let start = index
    if half() || money() || number() || repetition() { return }
    if let unit = words.word(start).flatMap({ EnglishHearing.passing[$0] }) {
      heard.mentions.append(Heard.Mention(number: .whole(1), unit: unit))
    }
    index = start + 1
  }

  /// *half a year*, *half-year*.
  private mutating func half() -> Bool {
    guard words.word(index) == "half" else { return false }
    let start = index
    var next = index + 1
    let isJoined = words.isSign(next, UInt8(ascii: "-"))
    if isJoined || ["a", "an"].contains(words.word(next)) { next += 1 }
    guard let unit = unit(at: next) else { return false }
    let isRepeated = ["every", "each", "per", "first", "second", "last"].contains(
      words.word(start - 1)
    )
    heard.add(
      .half,
      unit.unit,
      words.range(start, unit.end),
      of: source,
      inPassing: isRepeated || isJoined
    )
    index = unit.end
    return true
  }

  /// *RMB 3,000*.
  private mutating func money() -> Bool {
    guard let word = words.word(index), ["rmb", "cny"].contains(word),
      let number = words.number(at: index + 1)
    else { return false }
    let end = words.word(number.end) == "yuan" ? number.end + 1 : number.end
    heard.add(number.number, .yuan, words.range(index, end), of: source)
    index = end
    return true
  }

  private mutating func number() -> Bool {
    let start = index
    guard let first = words.number(at: start) else { return false }
    index = first.end
    if words.word(start - 1).map(EnglishHearing.citing.contains) ?? false { return true }
    if words.isSign(first.end, UInt8(ascii: "%"))
      || ["percent", "per"].contains(words.word(first.end))
    {
      return true
    }
    if isCalendarYear(first.number, at: start) { return true }
    if let unit = unit(afterNumber: first.end) {
      add(first.number, unit, from: start)
      return true
    }
    if let second = other(after: first.end), let unit = unit(afterNumber: second.end) {
      add(first.number, unit, from: start)
      add(second.number, unit, from: start)
      return true
    }
    heard.mentions.append(Heard.Mention(number: first.number, unit: nil))
    return true
  }

  /// The other number of *one to three years*.
  private func other(after index: Int) -> (number: DecimalLiteral, end: Int)? {
    let isJoined =
      ["to", "or", "and"].contains(words.word(index)) || words.isSign(index, UInt8(ascii: "-"))
    return isJoined ? words.number(at: index + 1) : nil
  }

  private func isCalendarYear(_ number: DecimalLiteral, at index: Int) -> Bool {
    guard number.scale == 0, (1_900...2_100).contains(number.units),
      words.pieces[index].range.count == 4
    else { return false }
    return index == 0 || (words.word(index - 1).map(EnglishHearing.dating.contains) ?? false)
  }

  private mutating func add(
    _ number: DecimalLiteral,
    _ unit: (unit: Unit, end: Int, isJoined: Bool),
    from start: Int
  ) {
    var (number, unitOf, end) = (number, unit.unit, unit.end)
    if words.word(end) == "and", words.word(end + 1) == "a", words.word(end + 2) == "half",
      self.unit(at: end + 3) == nil, let sum = number.plus(.half)
    {
      (number, end) = (sum, end + 3)
    } else if let rest = rest(after: end, of: unitOf), let months = number.times(12),
      let sum = months.plus(rest.number)
    {
      (number, unitOf, end) = (sum, .months, rest.end)
    }
    let before = words.word(start - 1)
    heard.add(
      number,
      unitOf,
      words.range(start, end),
      of: source,
      inPassing: unit.isJoined || ["every", "each", "per"].contains(before)
    )
    index = end
  }

  /// The months of *a year and six months*.
  private func rest(after index: Int, of unit: Unit) -> (number: DecimalLiteral, end: Int)? {
    guard unit.isYears else { return nil }
    let next = words.word(index) == "and" ? index + 1 : index
    guard let number = words.number(at: next), let months = self.unit(afterNumber: number.end),
      months.unit == .months
    else { return nil }
    return (number.number, months.end)
  }

  /// *a year* and *every full year*: one, in passing; *a year and a half*: a quantity.
  private mutating func repetition() -> Bool {
    guard let word = words.word(index), EnglishHearing.repeating.contains(word),
      let unit = unit(at: index + 1)
    else { return false }
    let start = index
    index = unit.end
    let hasMore =
      words.word(unit.end) == "and" && words.word(unit.end + 1) == "a"
      && words.word(unit.end + 2) == "half" || rest(after: unit.end, of: unit.unit) != nil
    if ["a", "an"].contains(word), hasMore {
      add(.whole(1), (unit.unit, unit.end, false), from: start)
    } else {
      heard.mentions.append(Heard.Mention(number: .whole(1), unit: unit.unit))
    }
    return true
  }

  /// The unit after a number: *three full years*, *three or more years*, *three-year*.
  private func unit(afterNumber index: Int) -> (unit: Unit, end: Int, isJoined: Bool)? {
    if words.isSign(index, UInt8(ascii: "-")), words.pieces[index].touches,
      let unit = unit(at: index + 1)
    {
      return (unit.unit, unit.end, true)
    }
    var next = index
    if words.word(next) == "or", ["more", "fewer", "less"].contains(words.word(next + 1)) {
      next += 2
    }
    return unit(at: next).map { ($0.unit, $0.end, false) }
  }

  /// The unit whose words begin at `start`, adjectives before it left out.
  private func unit(at start: Int) -> (unit: Unit, end: Int)? {
    var index = start
    while let word = words.word(index), EnglishHearing.filling.contains(word) {
      if word == "calendar", words.word(index + 1)?.hasPrefix("day") != true { return nil }
      index += 1
    }
    guard let first = words.word(index) else { return nil }
    if let second = words.word(index + 1) {
      let both = first == "business" ? "working " + second : first + " " + second
      if let unit = Unit.named(both) ?? units[both] { return (unit, index + 2) }
    }
    let word = first == "persons" ? "people" : ["rmb", "cny"].contains(first) ? "yuan" : first
    return (Unit.named(word) ?? units[word]).map { ($0, index + 1) }
  }
}
