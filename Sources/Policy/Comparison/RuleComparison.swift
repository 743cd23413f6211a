import ExpressionLanguage

/// Compares the rules of a measure, one by one.
struct RuleComparison {
  /// What differs.
  private(set) var changes: [LawChange] = []
  /// The pairs of rules of which something that decides differs, and rules without a partner.
  private(set) var differing: [(old: Rule?, new: Rule?)] = []

  private let old: ComparedMeasure
  private let new: ComparedMeasure
  private let articles: ArticleComparison

  init(_ old: ComparedMeasure, _ new: ComparedMeasure, _ articles: ArticleComparison) {
    self.old = old
    self.new = new
    self.articles = articles
    for (one, other) in pairs() {
      if let one, let other { compare(one, other) } else { tellLonely(one, other) }
    }
  }

  // MARK: Partners

  /// Rules of one name; what is left by its heading's partner, or by the same rule under another
  /// name.
  private func pairs() -> [(Rule?, Rule?)] {
    var left = old.rules
    var pairs: [(Rule?, Rule?)] = []
    var lonely: [Rule] = []
    for rule in new.rules {
      if let index = left.firstIndex(where: { key($0) == key(rule) }) {
        pairs.append((left.remove(at: index), rule))
      } else {
        lonely.append(rule)
      }
    }
    for rule in lonely {
      let section = new.section(at: rule.range.start)
      let index = left.firstIndex { mine in
        guard let own = old.section(at: mine.range.start), let partner = articles.partners[own]
        else { return false }
        return partner == section && mine.place.clause == rule.place.clause
      }
      let same = index ?? left.firstIndex { old.tree.text($0) == new.tree.text(rule) }
      pairs.append((same.map { left.remove(at: $0) }, rule))
    }
    return pairs + left.map { ($0, nil) }
  }

  private func key(_ rule: Rule) -> String { NameKey.of(rule.name.english) }

  // MARK: Alone

  private mutating func tellLonely(_ one: Rule?, _ other: Rule?) {
    differing.append((one, other))
    if let one, isTold(old, one, articles.whole.old) { return }
    if let other, isTold(new, other, articles.whole.new) { return }
    tell(one, other, .rule, .whole, one.map { gist($0, old) }, other.map { gist($0, new) })
  }

  /// Whether the rule goes with an article that is told as a whole.
  private func isTold(_ side: ComparedMeasure, _ rule: Rule, _ whole: Set<Int>) -> Bool {
    guard let section = side.section(at: rule.range.start) else { return false }
    return side.path(section).contains { index in
      whole.contains(index) && side.sections[index].heading.citation != nil
    }
  }

  /// A rule in a few words, where all of it is new or gone.
  private func gist(_ rule: Rule, _ side: ComparedMeasure) -> Bilingual {
    if case .formula(let formula) = rule.body { return RuleWording(side).text(formula, of: rule) }
    return rule.name
  }

  // MARK: Pairs

  private mutating func tell(
    _ one: Rule?,
    _ other: Rule?,
    _ subject: LawChange.Subject,
    _ aspect: LawChange.Aspect,
    parts: (Bilingual, Bilingual) = (Bilingual("", ""), Bilingual("", "")),
    clauses: (String?, String?) = ("", ""),
    _ before: Bilingual?,
    _ after: Bilingual?
  ) {
    guard before != after else { return }
    let none = Bilingual("", "")
    changes.append(
      LawChange(
        (other == nil ? old : new).measure.id,
        subject,
        aspect,
        (one?.name ?? none, other?.name ?? none),
        parts: parts,
        places: (
          clauses.0.flatMap { clause in one?.place.clause(clause).cited } ?? none,
          clauses.1.flatMap { clause in other?.place.clause(clause).cited } ?? none
        ),
        before,
        after
      )
    )
  }

  private mutating func compare(_ one: Rule, _ other: Rule) {
    if old.tree.text(one) != new.tree.text(other) { differing.append((one, other)) }
    let heading = new.section(at: other.range.start).map { new.sections[$0].heading }
    if heading?.citation == nil || one.place.clause != "" {
      tell(one, other, .rule, .name, one.name, other.name)
    }
    compareFoundations(one, other)
    tell(one, other, .rule, .parameters, parameters(one, old), parameters(other, new))
    compareLimits(one, other)
    tell(one, other, .rule, .condition, test(one.when, old), test(other.when, new, one.when))
    tell(
      one,
      other,
      .rule,
      .exception,
      one.exceptionTo.map { old.set.rules[$0].name },
      other.exceptionTo.map { new.set.rules[$0].name }
    )
    compareOrder(one, other)
    compareBodies(one, other)
  }

  private mutating func compareFoundations(_ one: Rule, _ other: Rule) {
    let fronts = (old.measure.texts.first?.standing, new.measure.texts.first?.standing)
    // What only follows the front matter is told there.
    if one.standing != fronts.0 || other.standing != fronts.1 {
      tell(one, other, .rule, .standing, one.standing.text, other.standing.text)
    }
    tell(one, other, .rule, .sources, sources(one.sources), sources(other.sources))
  }

  private func sources(_ sources: [SourceReference]) -> Bilingual? {
    if sources.isEmpty { return nil }
    let texts = sources.map { $0.place.isEmpty ? $0.key : "\($0.key), \($0.place)" }
    return Bilingual(same: texts.joined(separator: "; "))
  }

  private func parameters(_ rule: Rule, _ side: ComparedMeasure) -> Bilingual? {
    var parts = rule.parameters.map { "\($0.name): \($0.type.kind.english)" }
    if let kind = rule.records {
      parts.append("each of \(side.set.model.records[kind].name.english)")
    }
    return parts.isEmpty ? nil : Bilingual(same: parts.joined(separator: ", "))
  }

  /// An expression; `nil` where it is the same tree as `earlier`, written differently.
  private func test(
    _ formula: Formula?,
    _ side: ComparedMeasure,
    _ earlier: Formula? = nil
  ) -> Bilingual? {
    guard let formula else { return nil }
    if let earlier, old.tree.text(earlier.node) == side.tree.text(formula.node) {
      return RuleWording(old).text(earlier.text)
    }
    return RuleWording(side).text(formula.text)
  }

  private mutating func compareLimits(_ one: Rule, _ other: Rule) {
    for kind in Limit.Kind.allCases {
      let mine = one.limits.first { $0.kind == kind }
      let yours = other.limits.first { $0.kind == kind }
      tell(
        one,
        other,
        .limit,
        .value,
        parts: (kind.words, kind.words),
        mine.map { text($0, one.type, old) },
        yours.map { text($0, other.type, new) }
      )
    }
  }

  private func text(
    _ limit: RuleLimit,
    _ type: ValueType,
    _ side: ComparedMeasure
  ) -> Bilingual {
    if case .constant(let value) = limit.node { return CellWords.both(value, type) }
    return RuleWording(side).text(limit.text)
  }

  /// The order of exceptions that both versions have.
  private mutating func compareOrder(_ one: Rule, _ other: Rule) {
    let mine = one.exceptions.map { old.set.rules[$0].name }
    let yours = other.exceptions.map { new.set.rules[$0].name }
    let (left, right) = (mine.filter(yours.contains), yours.filter(mine.contains))
    guard left != right else { return }
    tell(one, other, .rule, .exception, list(left), list(right))
  }

  private func list(_ names: [Bilingual]) -> Bilingual {
    Bilingual(
      names.map(\.english).joined(separator: ", "),
      names.map { $0[.chinese] }.joined(separator: "、")
    )
  }

  private mutating func compareBodies(_ one: Rule, _ other: Rule) {
    switch (one.body, other.body) {
    case (.formula(let mine), .formula(let yours)):
      tell(one, other, .rule, .test, test(mine, old), test(yours, new, mine))
    case (.list(let mine), .list(let yours)):
      var items = ItemComparison(old, new)
      items.compare(mine, yours)
      for difference in items.differences {
        tell(
          one,
          other,
          difference.aspect == .joining ? .rule : .condition,
          difference.aspect,
          parts: difference.parts,
          clauses: (difference.oldClause, difference.newClause),
          difference.old,
          difference.new
        )
      }
    case (.table(let mine), .table(let yours)):
      let rows = RowComparison(table(mine, one, old), table(yours, other, new))
      for difference in rows.differences {
        tell(
          one,
          other,
          difference.oldClause == "" && difference.newClause == "" ? .rule : .row,
          difference.aspect,
          parts: difference.parts,
          clauses: (difference.oldClause, difference.newClause),
          difference.old,
          difference.new
        )
      }
    case (.dated(let mine, _), .dated(let yours, _)):
      compare(mine, yours, one, other)
    case (.waiver, .waiver): break
    default:
      tell(one, other, .rule, .body, body(one, old), body(other, new))
    }
  }

  private func table(
    _ table: RuleTable,
    _ rule: Rule,
    _ side: ComparedMeasure
  ) -> ComparedTable {
    let section = side.section(at: rule.range.start).map { side.sections[$0] }
    var source: Table?
    if case .table(let found)? = section?.block { source = found }
    return ComparedTable(table, source)
  }

  /// What kind of rule it is, where the kind itself changed.
  private func body(_ rule: Rule, _ side: ComparedMeasure) -> Bilingual {
    switch rule.body {
    case .formula(let formula): RuleWording(side).text(formula, of: rule)
    case .list(let list): list.joining.words
    case .table: Bilingual("a table", "表")
    case .dated: Bilingual("values by date", "按日期取值")
    case .waiver: Bilingual("waived", "免除")
    }
  }

  // MARK: Dated values

  private mutating func compare(
    _ mine: [DatedEntry],
    _ yours: [DatedEntry],
    _ one: Rule,
    _ other: Rule
  ) {
    func key(_ entry: DatedEntry, _ type: ValueType) -> String {
      let value = type.canonical(entry.value)
      return "\(entry.from) \(isList(one) || isList(other) ? value : "")"
    }
    var left = mine
    for entry in yours {
      let part = Bilingual(same: entry.from.description)
      guard
        let index = left.firstIndex(where: { key($0, one.type) == key(entry, other.type) })
      else {
        tell(
          one,
          other,
          .value,
          .whole,
          parts: (part, part),
          nil,
          CellWords.both(entry.value, element(other))
        )
        continue
      }
      let earlier = left.remove(at: index)
      tell(
        one,
        other,
        .value,
        .value,
        parts: (part, part),
        CellWords.both(earlier.value, element(one)),
        CellWords.both(entry.value, element(other))
      )
      tell(one, other, .value, .until, parts: (part, part), day(earlier.until), day(entry.until))
      tell(
        one,
        other,
        .value,
        .standing,
        parts: (part, part),
        earlier.standing?.text,
        entry.standing?.text
      )
      tell(
        one,
        other,
        .value,
        .sources,
        parts: (part, part),
        sources(earlier.sources),
        sources(entry.sources)
      )
    }
    for entry in left {
      let part = Bilingual(same: entry.from.description)
      tell(
        one,
        other,
        .value,
        .whole,
        parts: (part, part),
        CellWords.both(entry.value, element(one)),
        nil
      )
    }
  }

  private func isList(_ rule: Rule) -> Bool {
    if case .dated(_, let isList) = rule.body { isList } else { false }
  }

  /// The type of one value of a dated rule.
  private func element(_ rule: Rule) -> ValueType {
    if isList(rule), case .list(let base) = rule.type.base { return ValueType(base) }
    return rule.type
  }

  private func day(_ day: CivilDate?) -> Bilingual? { day.map { Bilingual(same: $0.description) } }
}
