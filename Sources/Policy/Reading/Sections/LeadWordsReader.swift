import ExpressionLanguage

/// Reads what the bold words of a lead or of an item say, and holds the two languages together.
struct LeadWordsReader {
  /// What is said.
  private(set) var words = LeadWords()
  /// The code that belongs to bold words, as indices of the inlines.
  private(set) var consumed: Set<Int> = []
  /// Everything found.
  private(set) var diagnostics = DiagnosticSet()

  private let source: SourceText
  private let inlines: [Inline]
  private let allowsOtherBold: Bool
  /// How many sentences with 之一 were looked through; a second one is an error anyway.
  private var sentences = 0
  private var lists = Twins<ListOperator>()
  private var limits: [Limit.Kind: Twins<Limit.Amount>] = [:]
  private var when = Twins<SourceRange>()
  private var suspended = Twins<SourceRange>()

  /// Reads the bold words among `inlines`.
  ///
  /// - Parameters:
  ///   - inlines: The stretches of the lead or of the item.
  ///   - allowsOtherBold: Whether bold words outside the closed list are let pass, as where nothing
  ///     binds.
  ///   - source: The text.
  init(_ inlines: [Inline], allowsOtherBold: Bool = false, in source: SourceText) {
    self.inlines = inlines
    self.allowsOtherBold = allowsOtherBold
    self.source = source
    for (index, inline) in inlines.enumerated() where diagnostics.dropped == 0 {
      if case .bold(let inner, let outer) = inline { read(index, inner: inner, outer: outer) }
    }
    finish()
  }

  private mutating func read(_ index: Int, inner: SourceRange, outer: SourceRange) {
    guard let phrase = phrase(inner, outer) else { return }
    switch phrase.meaning {
    case .list(let list): add(list, isChinese: phrase.isChinese, at: outer)
    case .limit(let kind, let literal):
      guard let amount = amount(kind, literal, index, phrase, outer) else { return }
      let earlier = limits[kind, default: Twins()]
        .add(amount, at: outer, isChinese: phrase.isChinese)
      reportTwice(outer, earlier?.range)
    case .when:
      guard let code = condition(after: index, outer) else { return }
      reportTwice(outer, when.add(code, at: outer, isChinese: phrase.isChinese)?.range)
    case .suspendedWhen:
      guard let code = condition(after: index, outer) else { return }
      reportTwice(outer, suspended.add(code, at: outer, isChinese: phrase.isChinese)?.range)
    }
  }

  private mutating func reportTwice(_ outer: SourceRange, _ earlier: SourceRange?) {
    guard let earlier else { return }
    diagnostics.insert(.saidTwice(outer, source.text(outer), earlier: source.text(earlier)))
  }

  /// The phrase that the bold words are, mended where only punctuation is in the way.
  private mutating func phrase(_ inner: SourceRange, _ outer: SourceRange) -> BoldPhrase? {
    if let phrase = BoldPhrase(inner, in: source), !phrase.endsInPunctuation(in: source) {
      return phrase
    }
    let core = source.withoutPunctuation(inner)
    if core != inner, let phrase = BoldPhrase(core, in: source) {
      if !source.isNotBold(outer) {
        diagnostics.insert(
          .punctuationInBold(
            outer,
            before: source.text(SourceRange(inner.start, core.start)),
            words: source.text(core),
            after: source.text(SourceRange(core.end, inner.end))
          )
        )
      }
      return phrase
    }
    if !allowsOtherBold, !source.isNotBold(outer) {
      diagnostics.insert(.unknownBold(outer, source.text(inner)))
    }
    return nil
  }

  // MARK: Lists

  private mutating func add(_ list: ListOperator, isChinese: Bool, at outer: SourceRange) {
    var list = list
    if isChinese, list == .anyOf, sentences < 2 {
      sentences += 1
      if let sentence = NegatedAnyOf(outer, within: inlines, in: source) {
        diagnostics.insert(.noneOfAnyOf(outer, sentence))
        if lists.chinese?.value == .noneOf { return }
        list = .noneOf
      }
    }
    if let earlier = lists.add(list, at: outer, isChinese: isChinese) {
      diagnostics.insert(
        .twoListOperators(outer, source.text(outer), earlier: source.text(earlier.range))
      )
    }
  }

  // MARK: Expressions

  /// The code directly after the bold words at `index`, blanks aside.
  private mutating func code(after index: Int) -> SourceRange? {
    for next in inlines.indices.dropFirst(index + 1) {
      switch inlines[next] {
      case .text(let range) where source.trimmed(range).count == 0: continue
      case .code(let inner, _):
        consumed.insert(next)
        return inner
      default: return nil
      }
    }
    return nil
  }

  private mutating func condition(after index: Int, _ outer: SourceRange) -> SourceRange? {
    if let code = code(after: index) { return code }
    diagnostics.insert(.withoutExpression(outer, source.text(outer)))
    return nil
  }

  private mutating func amount(
    _ kind: Limit.Kind,
    _ literal: SourceRange,
    _ index: Int,
    _ phrase: BoldPhrase,
    _ outer: SourceRange
  ) -> Limit.Amount? {
    if literal.count == 0 {
      guard let code = code(after: index) else {
        diagnostics.insert(.limitWithoutAmount(outer, kind, isChinese: phrase.isChinese))
        return nil
      }
      return .expression(code)
    }
    let reader = LimitAmountReader(
      literal,
      kind: kind,
      isChinese: phrase.isChinese,
      outer: outer,
      in: source
    )
    if let diagnostic = reader.diagnostic { diagnostics.insert(diagnostic) }
    return reader.amount
  }

  // MARK: Twins

  private mutating func finish() {
    if let both = lists.both, both.english.value != both.chinese.value {
      diagnostics.insert(.listTwinsDisagree(both.english, both.chinese))
    }
    words.list = lists.said?.value
    words.listRange = lists.said?.range
    for kind in Limit.Kind.allCases {
      guard let twins = limits[kind], let said = twins.said else { continue }
      if let both = twins.both, !LimitTwins.agree(both.english.value, both.chinese.value, source) {
        diagnostics.insert(
          .twinsDisagree(
            later(both.english.range, both.chinese.range),
            english: shown(both.english),
            chinese: shown(both.chinese)
          )
        )
      }
      words.limits.append(Limit(kind: kind, amount: said.value, range: said.range))
    }
    (words.when, words.whenRange) = (when.said?.value, when.said?.range)
    (words.suspendedWhen, words.suspendedWhenRange) = (
      suspended.said?.value, suspended.said?.range
    )
    compare(when)
    compare(suspended)
  }

  private mutating func compare(_ twins: Twins<SourceRange>) {
    guard let both = twins.both, !source.sameWords(both.english.value, both.chinese.value) else {
      return
    }
    diagnostics.insert(
      .twinsDisagree(
        later(both.english.range, both.chinese.range),
        english: "\(source.text(both.english.range)) `\(source.text(both.english.value))`",
        chinese: "\(source.text(both.chinese.range)) `\(source.text(both.chinese.value))`"
      )
    )
  }

  private func later(_ lhs: SourceRange, _ rhs: SourceRange) -> SourceRange {
    lhs.start > rhs.start ? lhs : rhs
  }

  private func shown(_ said: Twins<Limit.Amount>.Said) -> String {
    guard case .expression(let code) = said.value else { return source.text(said.range) }
    return "\(source.text(said.range)) `\(source.text(code))`"
  }
}
