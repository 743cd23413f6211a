/// A fact that has not been supplied: a fact, a whole list of records, or one attribute of one.
package enum MissingFact: Hashable, Comparable, Sendable {
  /// A fact, by its index.
  case fact(Int)
  /// All records of a kind, by its index.
  case records(Int)
  /// One attribute of one record: kind, position in the list, attribute.
  case attribute(records: Int, item: Int, attribute: Int)

  private var key: (Int, Int, Int, Int) {
    switch self {
    case .fact(let fact): (0, fact, 0, 0)
    case .records(let records): (1, records, 0, 0)
    case .attribute(let records, let item, let attribute): (2, records, item, attribute)
    }
  }

  /// Hashes one number instead of four: provenance is looked up by it for every fact that is named.
  package func hash(into hasher: inout Hasher) {
    let (kind, index, item, attribute) = key
    hasher.combine(((index &* 1_021 &+ item) &* 1_021 &+ attribute) &* 3 &+ kind)
  }

  /// Whether `lhs` is declared before `rhs`.
  package static func < (lhs: MissingFact, rhs: MissingFact) -> Bool { lhs.key < rhs.key }
}

/// The facts that an unknown value waits for, ordered and without repeats.
package struct Missing: Hashable, Sendable {
  /// The facts, in order of declaration.
  package let facts: [MissingFact]

  /// Creates the set of one fact.
  package init(_ fact: MissingFact) { facts = [fact] }

  private init(sorted facts: [MissingFact]) { self.facts = facts }

  /// The facts of either set.
  ///
  /// - Complexity: O(*n* + *m*).
  package func union(_ other: Missing) -> Missing {
    if other.facts == facts { return self }
    var merged: [MissingFact] = []
    merged.reserveCapacity(facts.count + other.facts.count)
    var (left, right) = (0, 0)
    while left < facts.count, right < other.facts.count {
      let (lhs, rhs) = (facts[left], other.facts[right])
      merged.append(min(lhs, rhs))
      if lhs <= rhs { left += 1 }
      if rhs <= lhs { right += 1 }
    }
    merged += facts[left...]
    merged += other.facts[right...]
    return Missing(sorted: merged)
  }
}
