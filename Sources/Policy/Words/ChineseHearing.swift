import ExpressionLanguage

/// Hears what Chinese words say in numbers.
struct ChineseHearing {
  private let text: ChineseCharacters
  private let source: SourceText
  private let units: [(word: String, unit: Unit)]
  private var index = 0
  private var heard = Heard()

  /// Hears the words in `range`.
  static func heard(
    _ range: SourceRange,
    of source: SourceText,
    units: [String: Unit]
  ) -> Heard {
    let text = ChineseCharacters(range, of: source)
    var hearing = ChineseHearing(text: text, source: source, units: units)
    while hearing.index < text.scalars.count { hearing.next() }
    return hearing.heard
  }

  private init(text: ChineseCharacters, source: SourceText, units: [String: Unit]) {
    self.text = text
    self.source = source
    let own = units.map { (word: $0.key, unit: $0.value) }
      .filter { pair in pair.word.unicodeScalars.contains { $0.value >= 0x2E80 } }
    self.units = (own + ChineseHearing.builtIn).sorted { lhs, rhs in
      (rhs.word.count, lhs.word) < (lhs.word.count, rhs.word)
    }
  }

  private static let builtIn: [(word: String, unit: Unit)] = [
    ("周岁", .years), ("岁", .years), ("整年", .years), ("年", .years), ("个月", .months),
    ("个工作日", .workingDays), ("工作日", .workingDays), ("个自然日", .days), ("自然日", .days),
    ("天", .days), ("日", .days), ("分", .points), ("元", .yuan), ("人", .people),
  ]
  /// What makes something else of a unit when it stands after it.
  private static let undoing: [String: [String]] = [
    "年": ["度", "级", "代", "份", "龄", "号", "终"],
    "分": ["之", "钟", "制", "为", "别", "类", "项", "档", "段", "局", "公司"],
    "人": ["员", "才", "口", "士", "次", "民", "均", "事"],
    "天": ["然", "津"], "日": ["本", "常", "期"], "元": ["素"],
  ]
  private static let joining = ["至", "到", "-", "－", "–", "—", "～", "~", "、", "或者", "或"]
  private static let repeating = ["每", "每满", "每个", "逐", "满每"]
  private static let pointing = [
    "上", "同", "某", "任", "任何", "任意", "这", "该", "前", "后", "下", "次", "另", "哪",
  ]

  private mutating func next() {
    let start = index
    if half() || number() { return }
    index = start + 1
  }

  /// 半年, 半个月; not 上半年.
  private mutating func half() -> Bool {
    guard text[index] == "半", let unit = unit(at: index + 1) ?? measured(at: index + 1) else {
      return false
    }
    let start = index
    index = unit.end
    if ["上", "下", "前", "后"].contains(where: { text.has($0, before: start) }) { return true }
    let isRepeated = ChineseHearing.repeating.contains { text.has($0, before: start) }
    heard.add(
      .half,
      unit.unit,
      text.range(start, unit.end),
      of: source,
      inPassing: isRepeated
    )
    return true
  }

  /// A unit after 个: 半个月.
  private func measured(at index: Int) -> (unit: Unit, end: Int)? {
    text[index] == "个" ? unit(at: index + 1) : nil
  }

  private mutating func number() -> Bool {
    let start = index
    guard let first = text.number(at: start) else { return false }
    index = first.end
    let others = others(after: first.end)
    let last = others.last ?? first
    let end = text.skipSpaces(last.end)
    if text.has("第", before: start) {
      index = last.end
      return true
    }
    if isDate(last, at: end) { return true }
    if let half = unit(afterHalf: end) {
      for number in [first] + others {
        guard let sum = number.value.plus(.half) else { continue }
        heard.add(sum, half.unit, text.range(start, half.end), of: source)
      }
      index = half.end
      return true
    }
    guard let unit = unit(at: end) else {
      if !isPlainOne(start, first) {
        heard.mentions.append(Heard.Mention(number: first.value, unit: nil))
      }
      return true
    }
    add([first] + others, unit, from: start)
    return true
  }

  /// 一 by itself says no number in 之一, 一般 and many more.
  private func isPlainOne(_ start: Int, _ number: ChineseCharacters.Number) -> Bool {
    text[start] == "一" && number.end == start + 1
  }

  /// The other numbers of 1至3年.
  private func others(after end: Int) -> [ChineseCharacters.Number] {
    var numbers: [ChineseCharacters.Number] = []
    var index = end
    while let sign = ChineseHearing.joining.first(where: { text.has($0, at: index) }),
      let number = text.number(at: index + sign.unicodeScalars.count)
    {
      numbers.append(number)
      index = number.end
    }
    return numbers
  }

  /// Goes past 2020年, 1月1日 and 二〇二〇年; answers whether one stands here.
  private mutating func isDate(_ number: ChineseCharacters.Number, at end: Int) -> Bool {
    if text[end] == "年", number.isDigits, number.value.scale == 0, number.value.units >= 1_000 {
      index = end + 1
      return true
    }
    guard text[end] == "月" else { return false }
    index = text.skipSpaces(end + 1)
    if let day = text.number(at: index) {
      let after = text.skipSpaces(day.end)
      if text[after] == "日" || text[after] == "号" { index = after + 1 }
    }
    return true
  }

  /// 个半月 after a number.
  private func unit(afterHalf index: Int) -> (unit: Unit, end: Int)? {
    if text.has("个半月", at: index) { return (.months, index + 3) }
    return text[index] == "半" ? unit(at: index + 1) : nil
  }

  private mutating func add(
    _ numbers: [ChineseCharacters.Number],
    _ unit: (unit: Unit, end: Int),
    from start: Int
  ) {
    var (unitOf, end) = unit
    var amounts = numbers.map(\.value)
    if text[end] == "半", self.unit(at: end + 1) == nil {
      amounts = amounts.compactMap { $0.plus(.half) }
      end += 1
    } else if unitOf.isYears, let rest = rest(after: end) {
      amounts = amounts.compactMap { $0.times(12)?.plus(rest.number) }
      (unitOf, end) = (.months, rest.end)
    }
    let isOne = numbers.count == 1 && isPlainOne(start, numbers[0])
    let inPassing =
      ChineseHearing.repeating.contains { text.has($0, before: start) }
      || isOne && ChineseHearing.pointing.contains { text.has($0, before: start) }
      || text.has("月", before: start) && unitOf == .days
      || text[end] == "制" || text[start] == "十" && numbers[0].end == start + 1 && isVery(end)
    for amount in amounts {
      heard.add(amount, unitOf, text.range(start, end), of: source, inPassing: inPassing)
    }
    index = end
  }

  /// Whether 十分 means *very*: words of the sentence go on after it.
  private func isVery(_ end: Int) -> Bool {
    guard text[end - 1] == "分", let next = text[end] else { return false }
    return next.properties.isIdeographic && !["以", "及", "的", "或"].contains(String(next))
  }

  /// The months of 一年零六个月.
  private func rest(after index: Int) -> (number: DecimalLiteral, end: Int)? {
    let joint = ["零", "又", "加"].first { text.has($0, at: index) }
    let start = index + (joint == nil ? 0 : 1)
    guard let number = text.number(at: start), let unit = unit(at: text.skipSpaces(number.end)),
      unit.unit == .months
    else { return nil }
    return (number.value, unit.end)
  }

  /// The unit that stands at `index`.
  private func unit(at index: Int) -> (unit: Unit, end: Int)? {
    for (word, unit) in units where text.has(word, at: index) {
      let end = index + word.unicodeScalars.count
      let undoing = ChineseHearing.undoing[word] ?? []
      return undoing.contains { text.has($0, at: end) } ? nil : (unit, end)
    }
    return nil
  }
}
