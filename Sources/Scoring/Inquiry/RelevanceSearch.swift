import ExpressionLanguage
import Policy

/// Finds out which unknown facts can still change a goal.
///
/// A fact matters where some completion of the other unknown facts leaves the result hanging on
/// it. The search goes through the values of the others, the cell of all of them first: a cell in
/// which the result is known is done with, and one in which two answers already give different
/// results is a witness. What has too many values for that is halved until everybody in a half
/// comes to the same. The search counts evaluations, never time; a fact that it has no count left
/// for is kept, and so is one that hangs on records of which nothing is known, so that none that
/// matters is ever dropped.
struct RelevanceSearch {
  /// The most evaluations for one fact and one goal.
  static let mostEvaluations = 600

  /// An answer to the fact in question, one value or a range, with the result if it is known.
  private typealias Case = (answer: ValueSet?, result: Value?)

  private let assessor: Assessor
  private let day: CivilDate
  private let goal: Goal
  private let open: [MissingFact: OpenFact]
  private var evaluations = 0

  /// Creates a search; `open` holds every unknown fact that the goal can depend on.
  init(_ assessor: Assessor, on day: CivilDate, _ goal: Goal, _ open: [OpenFact]) {
    self.assessor = assessor
    self.day = day
    self.goal = goal
    self.open = Dictionary(uniqueKeysWithValues: open.map { ($0.key, $0) })
  }

  /// Whether no completion of the others lets this fact change the goal, as far as can be proved.
  mutating func isIdle(_ fact: OpenFact, in cell: PersonCell) -> Bool {
    evaluations = 0
    // A fact without values or range is left open itself: what is decided all the same hangs not
    // on it.
    let answers = fact.values?.map { ValueSet(only: $0) } ?? [fact.range]
    return isIdle(fact.key, cell, answers.map { ($0, nil) })
  }

  /// The same with what each answer gives as far as it is known; more facts never make it another.
  private mutating func isIdle(
    _ fact: MissingFact,
    _ cell: PersonCell,
    _ cases: [Case]
  ) -> Bool {
    var cases = cases
    var missed: Set<MissingFact> = []
    for place in cases.indices where cases[place].result == nil {
      evaluations += 1
      let inner = assuming(fact, cases[place].answer, cell)
      let evaluator = inner.evaluator(assessor, on: day)
      let result = assessor.set.result(of: goal, by: evaluator, isBrief: true)
      cases[place].result = result.value
      missed.formUnion(result.missing?.facts ?? [])
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
    var cases = cases
    for place in cases.indices where cases[place].result == nil {
      evaluations += 1
      let inner = assuming(fact, cases[place].answer, cell)
      let evaluator = inner.possibilities(assessor, on: day)
      cases[place].result = assessor.set.result(of: goal, by: evaluator)
    }
    if let verdict = RelevanceSearch.verdict(cases) { return verdict }
    guard evaluations < RelevanceSearch.mostEvaluations else { return false }
    let widest = ranges.sorted().compactMap { key -> (key: MissingFact, range: ValueSet)? in
      (cell.range(key) ?? open[key]?.range).map { (key, $0) }
    }.max { $0.range.width < $1.range.width }
    let own = cases.indices.filter { cases[$0].result == nil && cases[$0].answer?.only == nil }
      .max { (cases[$0].answer?.width ?? 0) < (cases[$1].answer?.width ?? 0) }
    if let own, let range = cases[own].answer, range.width >= widest?.range.width ?? 0 {
      guard let halves = range.halves else { return false }
      cases.replaceSubrange(own...own, with: [(halves.0, nil), (halves.1, nil)])
      return isIdle(fact, cell, cases)
    }
    guard let widest, let halves = widest.range.halves else { return false }
    return isIdle(fact, cell.assuming(widest.key, within: halves.0), cases)
      && isIdle(fact, cell.assuming(widest.key, within: halves.1), cases)
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
