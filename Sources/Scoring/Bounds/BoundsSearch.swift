import ExpressionLanguage

/// Finds the least and the greatest of a number while facts are missing.
///
/// Sets of values alone give bounds that hold but may be too wide, because a fact that counts in
/// two lines is taken to be two. So the missing facts are split, the most promising part first
/// (branch and bound), until a part gives one number that nothing left can beat: then somebody has
/// it. Where the work is too much, what has been shown so far is the bound, and said not to be
/// attained.
struct BoundsSearch {
  /// The most missing facts that are split.
  static let mostDimensions = 10
  /// The most parts that are evaluated for one end.
  static let mostParts = 300

  private let evaluator: Evaluator
  private let node: Node
  /// What cannot be, as far as it is not ruled out already.
  private let checks: [Node]
  /// The missing facts that are split, those with the fewest values first.
  private let dimensions: [Dimension]
  /// The kinds of records that may be unknown without changing the number.
  private let idle: Set<Int>
  private let whole: Part

  /// The bounds of a number that is unknown for want of `missing`; `nil` where it has none.
  static func bounds(
    of node: Node,
    missing: Missing,
    impossible: [Node],
    _ evaluator: Evaluator
  ) -> Bounds? {
    let hull = evaluator.possibilities.values(node).numbers
    guard !hull.isEmpty, hull.low > .min, hull.high < .max else { return nil }
    let wide = Bounds(least: hull.low, greatest: hull.high, isAttained: false)
    guard let search = BoundsSearch(node, missing, impossible, evaluator) else { return wide }
    let (least, isLeast) = search.end(.least)
    let (greatest, isGreatest) = search.end(.greatest)
    // What is known contradicts itself, and nobody is left of whom to tell.
    guard least <= greatest else { return wide }
    return Bounds(least: least, greatest: greatest, isAttained: isLeast && isGreatest)
  }

  /// Prepares a search; `nil` where the missing facts cannot be split, or are too many.
  private init?(_ node: Node, _ missing: Missing, _ impossible: [Node], _ evaluator: Evaluator) {
    self.evaluator = evaluator
    self.node = node
    let facts = evaluator.program.possibilities(of: evaluator.facts)
    let records = evaluator.program.possibilities(of: evaluator.records)
    var wanted = missing
    var checks: [Node] = []
    for check in impossible where evaluator.possibilities.values(check).canBeTrue {
      checks.append(check)
      if let value = try? evaluator.evaluate(check, Evaluator.Frame()), let more = value.missing {
        wanted = wanted.union(more)
      }
    }
    self.checks = checks
    var dimensions: [(dimension: Dimension, size: UInt64)] = []
    for fact in wanted.facts {
      guard let dimension = Dimension(fact, facts: facts.count) else {
        // Records that only a check asks for need not be known: nobody must have any.
        if case .records = fact, !missing.facts.contains(fact) { continue }
        return nil
      }
      dimensions.append((dimension, dimension.set(facts, records).size))
    }
    guard dimensions.count <= BoundsSearch.mostDimensions else { return nil }
    self.dimensions = dimensions.sorted { ($0.size, $0.dimension) < ($1.size, $1.dimension) }
      .map(\.dimension)
    idle = Set(
      records.indices.filter { kind in
        if case .unknown = records[kind] { !missing.facts.contains(.records(kind)) } else { false }
      }
    )
    whole = Part(facts: facts, records: records)
  }

  private enum End {
    case least, greatest

    func isBetter(_ one: Int64, _ other: Int64) -> Bool {
      self == .least ? one < other : one > other
    }
  }

  /// One end, and whether it is attained.
  ///
  /// - Complexity: O(*p*²) in `mostParts`.
  private func end(_ end: End) -> (number: Int64, isAttained: Bool) {
    guard let first = judged(whole, end) else { return (widest(end), false) }
    var open = [first]
    // The best that some part could still be which can neither be split nor be shown to be real.
    var stuck: Int64?
    var parts = 1
    while let index = BoundsSearch.best(open, end) {
      let part = open.remove(at: index)
      if let stuck, end.isBetter(stuck, part.reach) { return (stuck, false) }
      if part.isSettled { return (part.reach, true) }
      if parts >= BoundsSearch.mostParts { return (part.reach, false) }
      let children = split(part)
      if children.isEmpty {
        stuck = part.reach
        continue
      }
      parts += children.count
      open += children.compactMap { judged($0, end) }
    }
    return (stuck ?? widest(end), false)
  }

  private func widest(_ end: End) -> Int64 {
    let hull = evaluator.possibilities.values(node).numbers
    return end == .least ? hull.low : hull.high
  }

  /// The part that promises the most: of equals one that is settled, then the latest, which dives.
  private static func best(_ parts: [Part], _ end: End) -> Int? {
    var best: Int?
    for (index, part) in parts.enumerated() {
      guard let chosen = best else {
        best = index
        continue
      }
      let other = parts[chosen]
      if end.isBetter(part.reach, other.reach)
        || part.reach == other.reach && (part.isSettled || !other.isSettled)
      {
        best = index
      }
    }
    return best
  }

  /// A part with what it promises; `nil` where nobody can be in it.
  private func judged(_ part: Part, _ end: End) -> Part? {
    var part = part
    guard part.isPossible(evaluator.program) else { return nil }
    let possibilities = evaluator.possibilities(facts: part.facts, records: part.records)
    for check in checks where !possibilities.values(check).canBeFalse { return nil }
    let numbers = possibilities.values(node).numbers
    if numbers.isEmpty { return nil }
    part.reach = end == .least ? numbers.low : numbers.high
    part.isSettled = numbers.only != nil && isReal(part, possibilities)
    return part
  }

  /// Whether surely somebody is in the part, who has none of the records that do not matter.
  private func isReal(_ part: Part, _ possibilities: PossibilityEvaluator) -> Bool {
    let open = checks.filter { possibilities.values($0).canBeTrue }
    if open.isEmpty { return true }
    if idle.isEmpty { return false }
    var records = part.records
    for kind in idle { records[kind] = .known([]) }
    let without = evaluator.possibilities(facts: part.facts, records: records)
    return open.allSatisfy { !without.values($0).canBeTrue }
  }

  /// The part cut along the first missing fact that can still be several things.
  private func split(_ part: Part) -> [Part] {
    for dimension in dimensions {
      let pieces = dimension.set(part.facts, part.records).pieces
      if pieces.count < 2 { continue }
      return pieces.map { piece in
        var child = part
        dimension.set(piece, &child.facts, &child.records)
        return child
      }
    }
    return []
  }
}

/// Some of the people whom the known facts allow.
private struct Part {
  var facts: [ValueSet]
  var records: [RecordsSet]
  /// The least or greatest number that somebody here may have.
  var reach: Int64 = 0
  /// Whether everybody here has that number, and somebody is here.
  var isSettled = false

  /// Whether no spell ends before it can begin.
  func isPossible(_ program: Program) -> Bool {
    for (kind, records) in zip(program.records, records) {
      guard kind.grain != nil, case .known(let rows) = records else { continue }
      for row in rows where !row[1].mayBeAbsent {
        if row[0].positions(.day).low > row[1].positions(.day).high { return false }
      }
    }
    return true
  }
}
