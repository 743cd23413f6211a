import ExpressionLanguage

/// The words of one item in two languages, and its test, as they are compared.
struct WordsComparison {
  /// The words in one language.
  struct Side {
    var language: Language
    var ranges: [SourceRange]
    var heard: Heard
  }

  let english: Side
  let chinese: Side
  /// What the test names; nothing where there is none.
  let test: Heard
  /// The line of the test, where there is one.
  let line: Int?
  let source: SourceText

  /// Every difference, in the order of their places.
  func findings() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var open: [Side] = []
    for (side, other) in [(chinese, english), (english, chinese)] {
      var rest = side
      rest.heard.quantities = []
      for quantity in distinct(side.heard.quantities) {
        if test.quantities.contains(where: quantity.isKin) {
          if let finding = againstTest(quantity, side, other) { findings.append(finding) }
        } else if !other.heard.says(quantity), !other.heard.quantities.isEmpty {
          rest.heard.quantities.append(quantity)
        }
      }
      open.append(rest)
    }
    findings += betweenLanguages(open[0], open[1])
    return findings.sorted { $0.range.start < $1.range.start }
  }

  private func distinct(_ quantities: [SpokenQuantity]) -> [SpokenQuantity] {
    quantities.indices.filter { index in
      !quantities[..<index].contains { SpokenQuantities.same($0, quantities[index]) }
    }.map { quantities[$0] }
  }

  /// A quantity of words beside a test that names others of its kind.
  private func againstTest(
    _ quantity: SpokenQuantity,
    _ side: Side,
    _ other: Side
  ) -> Diagnostic? {
    let kin = other.heard.quantities.filter { $0.isKin(to: quantity) }
    let twin = kin.first { SpokenQuantities.same($0, quantity) }
    let tested = distinct(test.quantities.filter { $0.isKin(to: quantity) })
    let saying = Saying(side.language, [quantity])
    guard test.says(quantity) else {
      if let twin {
        // Both languages say it: one finding, where it is said first.
        guard quantity.range.start < twin.range.start else { return nil }
        return differ(quantity.range, agreeing: [saying, Saying(other.language, [twin])], tested)
      }
      let others = kin.isEmpty ? [] : [Saying(other.language, distinct(kin))]
      return differ(quantity.range, [saying], against: others, tested)
    }
    if other.heard.says(quantity) || !isExpected(quantity, of: other) { return nil }
    // A wrong quantity of the other language is reported by itself.
    if kin.contains(where: { !test.says($0) }) { return nil }
    return missing(quantity, saying, in: other, tested)
  }

  /// Whether the words of `side` would have to say `quantity`: they are a sentence, they say other
  /// quantities or no number at all, and no word of theirs implies it.
  private func isExpected(_ quantity: SpokenQuantity, of side: Side) -> Bool {
    let text = side.ranges.map(source.text).joined(separator: " ").lowercased()
    let implying =
      side.language == .english
      ? ["adult", "minor", "under age", "of age", "half", "centenarian"]
      : ["成年", "未成年", "半", "学龄"]
    if quantity.unit.base == .months, implying.contains(where: text.contains) { return false }
    if !side.heard.quantities.isEmpty { return true }
    if !side.heard.mentions.isEmpty { return false }
    switch side.language {
    case .english: return text.split(separator: " ").count > 4
    case .chinese: return text.unicodeScalars.filter { $0.value >= 0x2E80 }.count > 8
    }
  }

  /// Pairs what only one language says with what only the other does.
  private func betweenLanguages(_ first: Side, _ second: Side) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var left = second.heard.quantities
    for quantity in first.heard.quantities {
      guard let partner = left.firstIndex(where: quantity.isKin) else {
        findings.append(alone(quantity, first.language))
        continue
      }
      findings.append(pair(quantity, left.remove(at: partner)))
    }
    return findings + left.map { alone($0, second.language) }
  }
}
