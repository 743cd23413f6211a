import ExpressionLanguage
import Policy

/// Finds out which unknown facts can still change a goal.
///
/// A fact matters where some completion of the other unknown facts leaves the result hanging on
/// it. The search goes through the values of the others, the cell of all of them first: a cell in
/// which the result is known is done with, and one in which two answers already give different
/// results is a witness. Where only ranges are left, a few of their values are tried for a witness,
/// and then they are halved until everybody in a half comes to the same. The search counts evaluations, never time; a fact that it has no count left
/// for is kept, and so is one that hangs on records of which nothing is known, so that none that
/// matters is ever dropped.
struct RelevanceSearch {
  /// The most evaluations for one fact and one goal.
  static let mostEvaluations = 600
  /// The most halves looked at for one fact and one goal; each costs as much as many evaluations.
  static let mostHalves = 96
  /// How many times values of all ranges are tried for a witness.
  private static let probes = 6

  /// An answer to the fact in question, one value or a range, with the result if it is known.
  private typealias Case = (answer: ValueSet?, result: Value?)

  private let assessor: Assessor
  private let day: CivilDate
  private let goal: Goal
  private let open: [MissingFact: OpenFact]
  private let tables: TableMemory
  private var evaluations = 0
  private var halves = 0
  private var hasProbed = false

  /// Creates a search; `open` holds every unknown fact that the goal can depend on.
  init(
    _ assessor: Assessor,
    on day: CivilDate,
    _ goal: Goal,
    _ open: [OpenFact],
    _ tables: TableMemory
  ) {
    self.assessor = assessor
    self.day = day
    self.goal = goal
    self.tables = tables
    self.open = Dictionary(uniqueKeysWithValues: open.map { ($0.key, $0) })
  }

  /// Whether no completion of the others lets this fact change the goal, as far as can be proved.
  mutating func isIdle(_ fact: OpenFact, in cell: PersonCell) -> Bool {
    (evaluations, halves, hasProbed) = (0, 0, false)
    // A fact without values or range is left open itself: what is decided all the same hangs not
    // on it.
    let cases: [Case] =
      fact.values?.map { (ValueSet(only: $0), nil) } ?? [(fact.range, nil)]
    return isIdle(fact.key, cell, cases)
  }

  /// The same with what each answer gives as far as it is known; more facts never make it another.
  private mutating func isIdle(
    _ fact: MissingFact,
    _ cell: PersonCell,
    _ cases: [Case]
  ) -> Bool {
    var cases = cases
    var missed: Set<MissingFact> = []
    var isOpen: GoalResult?
    for place in cases.indices where cases[place].result == nil {
      evaluations += 1
      let inner = assuming(fact, cases[place].answer, cell)
      let evaluator = inner.evaluator(assessor, on: day, concludes: false, tables)
      let result = assessor.set.result(of: goal, by: evaluator, isBrief: true)
      cases[place].result = result.value
      missed.formUnion(result.missing?.facts ?? [])
      if case .openWithoutPoints = result { isOpen = result }
    }
    if let isOpen, cases.contains(where: { $0.result.map(isOpen.differs) ?? false }) {
      return false
    }
    if let verdict = RelevanceSearch.verdict(cases) { return verdict }
    guard evaluations < RelevanceSearch.mostEvaluations else { return false }
    guard let next = next(missed, cell, besides: fact), let values = next.values else {
      return isIdleByHalves(fact, cell, cases, missed)
    }
    for value in values {
      if !isIdle(fact, cell.assuming(next.key, .value(value)), cases) { return false }
    }
    return true
  }

  /// The same where only ranges are left: what a range comes to is told for everybody in it at once.
  private mutating func isIdleByHalves(
    _ fact: MissingFact,
    _ cell: PersonCell,
    _ cases: [Case],
    _ missed: Set<MissingFact>
  ) -> Bool {
    let ranges = missed.filter { $0 != fact && cell.value($0)?.isKnown == false }
    guard ranges.allSatisfy({ open[$0]?.range != nil }) else { return false }
    if !hasProbed {
      hasProbed = true
      if isKept(fact, cell, ranges.sorted()) { return false }
    }
    var cases = cases
    for place in cases.indices where cases[place].result == nil {
      halves += 1
      let inner = assuming(fact, cases[place].answer, cell)
      let evaluator = inner.possibilities(assessor, on: day, tables)
      cases[place].result = assessor.set.result(of: goal, by: evaluator)
    }
    if let verdict = RelevanceSearch.verdict(cases) { return verdict }
    guard halves < RelevanceSearch.mostHalves else { return false }
    let widest = ranges.sorted().compactMap { key -> (key: MissingFact, range: ValueSet)? in
      (cell.range(key) ?? open[key]?.range).map { (key, $0) }
    }.max { $0.range.width < $1.range.width }
    let own = cases.indices.filter { cases[$0].result == nil && cases[$0].answer?.only == nil }
      .max { (cases[$0].answer?.width ?? 0) < (cases[$1].answer?.width ?? 0) }
    if let own, let range = cases[own].answer, range.width >= widest?.range.width ?? 0 {
      guard let halves = range.halves else { return false }
      let parts: [Case] = [(halves.0, nil), (halves.1, nil)]
      cases.replaceSubrange(own...own, with: parts)
      return isIdle(fact, cell, cases)
    }
    guard let widest, let halves = widest.range.halves else { return false }
    return isIdle(fact, cell.assuming(widest.key, within: halves.0), cases)
      && isIdle(fact, cell.assuming(widest.key, within: halves.1), cases)
  }

  /// Whether some values of the ranges make two answers give different results, or leave the result
  /// hanging on records of which nothing is known.
  private mutating func isKept(
    _ fact: MissingFact,
    _ cell: PersonCell,
    _ ranges: [MissingFact]
  ) -> Bool {
    let answers = open[fact]?.samples ?? []
    for probe in 0..<(ranges.isEmpty ? 1 : RelevanceSearch.probes) {
      var inner = cell
      for (place, key) in ranges.enumerated() {
        let samples = open[key]?.samples ?? []
        if samples.isEmpty { continue }
        // Each range is gone through at a pace of its own, so that they do not only move together.
        inner = inner.assuming(key, samples[probe * (2 * place + 5) % samples.count])
      }
      var results: [GoalResult] = []
      for answer in answers {
        evaluations += 1
        let evaluator = inner.assuming(fact, answer)
          .evaluator(assessor, on: day, concludes: false, tables)
        let result = assessor.set.result(of: goal, by: evaluator, isBrief: true)
        if results.contains(where: { $0.value.map(result.differs) ?? false }) { return true }
        if let value = result.value, results.contains(where: { $0.differs(from: value) }) {
          return true
        }
        let missing = result.missing?.facts ?? []
        if missing.contains(where: { open[$0]?.values == nil && open[$0]?.range == nil }) {
          return true
        }
        results.append(result)
      }
    }
    return false
  }

  private func assuming(
    _ fact: MissingFact,
    _ answer: ValueSet?,
    _ cell: PersonCell
  ) -> PersonCell {
    answer.map { cell.assuming(fact, within: $0) } ?? cell
  }

  /// Whether the results are all known and alike, or two of them differ; `nil` where neither is.
  private static func verdict(_ cases: [Case]) -> Bool? {
    let known = Set(cases.compactMap(\.result))
    if known.count > 1 { return false }
    return cases.allSatisfy { $0.result != nil } ? true : nil
  }

  /// The fact to go through next: of those that were missed the one with the fewest values.
  private func next(
    _ missed: Set<MissingFact>,
    _ cell: PersonCell,
    besides fact: MissingFact
  ) -> OpenFact? {
    let candidates = missed.isEmpty ? Set(open.keys) : missed
    return candidates.compactMap { key -> OpenFact? in
      guard key != fact, let next = open[key], next.values != nil,
        cell.value(key)?.isKnown == false
      else { return nil }
      return next
    }.min { lhs, rhs in
      let (left, right) = (lhs.values?.count ?? 0, rhs.values?.count ?? 0)
      return left == right ? lhs.key < rhs.key : left < right
    }
  }
}

extension ValueSet {
  /// How many steps lie between the first value and the last; absent counts as one more.
  fileprivate var width: Int64 {
    guard case .ordered(_, let numbers) = present else { return 0 }
    let (width, over) = numbers.high.subtractingReportingOverflow(numbers.low)
    return over ? .max : width &+ (mayBeAbsent && width < .max ? 1 : 0)
  }

  /// The set in two, neither empty; `nil` for one value.
  fileprivate var halves: (ValueSet, ValueSet)? {
    guard case .ordered(let kind, let numbers) = present else { return nil }
    if mayBeAbsent { return (withoutAbsent, ValueSet(.nothing, mayBeAbsent: true)) }
    let (width, over) = numbers.high.subtractingReportingOverflow(numbers.low)
    guard width > 0 || over else { return nil }
    let middle = Int64((Int128(numbers.low) + Int128(numbers.high)) >> 1)
    let low = numbers.clamped(numbers.low, middle)
    let high = numbers.clamped(middle + 1, numbers.high)
    return (ValueSet(.ordered(kind, low)), ValueSet(.ordered(kind, high)))
  }
}
