package import ExpressionLanguage

/// Two versions of law compared in the terms of law: what was added, repealed, moved; what each
/// rule gives to whom; what depends on it.
package struct LawComparison: Sendable {
  /// One measure in one version.
  package struct Version: Hashable, Sendable {
    /// Its identifier.
    package var id: String
    /// Its title.
    package var title: Bilingual
    /// The first day in force.
    package var from: CivilDate
    /// The hash of its text, or of its texts.
    package var hash: String
  }

  /// The measures that were compared; one that only one side has stands alone.
  package private(set) var versions: [(old: Version?, new: Version?)] = []
  /// What differs, measure by measure, then what the dictionaries declare.
  package private(set) var changes: [LawChange] = []
  /// Whether it is proved that both decide everyone alike: no rule, channel, service or fact
  /// differs in anything that decides.
  package private(set) var decidesAlike = true
  /// What depends on what differs.
  package private(set) var touched: TouchedLaw
  /// Whom changed tables and conditions concern, where that can be told exactly.
  package private(set) var people: [ConcernedPeople] = []
  /// The rules that both have and of which something that decides differs, by position.
  package private(set) var differing: [(old: Int, new: Int)] = []

  /// Compares two versions.
  ///
  /// - Complexity: O(*n*²) in the articles, rules and rows of each measure.
  package init(_ old: ComparedSide, _ new: ComparedSide, on day: CivilDate) {
    let dictionary = DictionaryComparison(old.set.model, new.set.model)
    var differing: (old: Set<Int>, new: Set<Int>) = ([], [])
    var told: [(old: Rule, new: Rule)] = []
    touched = TouchedLaw()
    for (one, other) in LawComparison.pairs(old, new) {
      versions.append(
        (one.map { Version(old.set.measures[$0]) }, other.map { Version(new.set.measures[$0]) })
      )
      guard let one, let other else {
        tellMeasure(one.map { old.set.measures[$0] }, other.map { new.set.measures[$0] })
        if let one { differing.old.formUnion(old.set.rules(of: one)) }
        if let other { differing.new.formUnion(new.set.rules(of: other)) }
        continue
      }
      let (mine, yours) = (ComparedMeasure(old.set, one), ComparedMeasure(new.set, other))
      let front = FrontComparison(mine, yours)
      let articles = ArticleComparison(mine, yours)
      let rules = RuleComparison(mine, yours, articles)
      let channels = ChannelComparison(mine, yours, articles)
      changes += front.changes + articles.changes + rules.changes + channels.changes
      for (before, after) in rules.differing {
        if let before { differing.old.insert(before.id) }
        if let after { differing.new.insert(after.id) }
        if let before, let after { told.append((before, after)) }
      }
    }
    changes += dictionary.changes
    touched = TouchedLaw(old, new, differing, facts: dictionary.differing, changes: changes)
    decidesAlike =
      differing.old.isEmpty && differing.new.isEmpty && dictionary.differing.isEmpty
      && !changes.contains(where: \.decides)
    self.differing = told.map { ($0.old.id, $0.new.id) }
    people = told.flatMap { before, after in
      ConcernedPeople.of(before, after, old.set, new.set, on: day)
    }
  }

  /// Whether nothing differs.
  package var isEqual: Bool { changes.isEmpty }

  /// The measures that belong together.
  private static func pairs(_ old: ComparedSide, _ new: ComparedSide) -> [(Int?, Int?)] {
    if let one = old.only, let other = new.only {
      return [
        (
          old.set.measures.firstIndex { $0.id == one },
          new.set.measures.firstIndex { $0.id == other }
        )
      ]
    }
    let ids = old.set.measures.map(\.id) + new.set.measures.map(\.id)
    let only = old.only ?? new.only
    var seen: Set<String> = []
    return ids.filter { (only == nil || $0 == only) && seen.insert($0).inserted }.map { id in
      (
        old.set.measures.firstIndex { $0.id == id },
        new.set.measures.firstIndex { $0.id == id }
      )
    }
  }

  private mutating func tellMeasure(_ one: Measure?, _ other: Measure?) {
    guard let measure = other ?? one else { return }
    let none = Bilingual("", "")
    changes.append(
      LawChange(
        measure.id,
        .measure,
        .whole,
        (one?.title ?? none, other?.title ?? none),
        one?.title,
        other?.title
      )
    )
  }
}

extension LawComparison.Version {
  init(_ measure: Measure) {
    self.init(id: measure.id, title: measure.title, from: measure.from, hash: measure.hash)
  }
}

extension PolicySet {
  /// The rules of a measure, by position.
  func rules(of measure: Int) -> [Int] { rules.filter { $0.measure == measure }.map(\.id) }
}

extension LawChange {
  /// Whether a change beside rules and facts changes what is decided.
  fileprivate var decides: Bool {
    switch subject {
    case .measure: aspect == .whole
    case .channel: aspect == .whole || aspect == .key
    case .service: aspect == .whole || aspect == .condition
    case .office: aspect == .whole || aspect == .value
    case .check: true
    case .article, .rule, .condition, .row, .value, .limit, .fact, .records: false
    }
  }
}
