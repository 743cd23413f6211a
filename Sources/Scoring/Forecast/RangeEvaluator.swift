import ExpressionLanguage
import Policy

/// What an expression gives on each day of a range, where that can be told at once.
enum Steady: Hashable {
  /// The same on every day; `nil` where it cannot be computed.
  case always(Value?)
  /// Perhaps not the same on every day.
  case varies

  /// Whether it is unknown on every day.
  var isUnknown: Bool {
    if case .always(.unknown?) = self { true } else { false }
  }

  var isSteady: Bool { self != .varies }
}

/// Evaluates expressions for one person over a range of days.
///
/// What does not depend on the day is evaluated once. What does, of known facts, is asked of
/// `PossibilityEvaluator`. Where facts are missing, expressions are taken apart: one part that is
/// settled may settle the whole, and one that is unknown on every day may leave it so.
final class RangeEvaluator {
  private let course: PersonCourse
  private let days: ClosedRange<CivilDate>
  /// The facts cannot go on until these days.
  private let isBeyond: Bool
  private let exact: Evaluator
  private var memory: [Int: Steady] = [:]
  /// The values that anything can have on the days.
  private(set) lazy var possible = PossibilityEvaluator(
    program: course.set.program,
    facts: course.sets(on: days),
    records: course.records,
    legalDate: days
  )
  /// What keeps an expression from being the same on all the days.
  private let turning: NodeTraits

  init(_ course: PersonCourse, _ days: ClosedRange<CivilDate>) {
    self.course = course
    self.days = days
    let facts = course.facts(on: days.lowerBound)
    isBeyond = facts == nil
    exact = Evaluator(
      program: course.set.program,
      facts: (facts ?? course.facts).values,
      records: course.facts.records,
      legalDate: days.lowerBound
    )
    let isOneDay = days.lowerBound == days.upperBound
    let isOneYear = isOneDay || days.lowerBound.parts.year == days.upperBound.parts.year
    turning = isOneDay ? [] : isOneYear ? .day : [.day, .year]
  }

  /// The value on the first day.
  private func first(_ node: Node) -> Steady {
    isBeyond ? .always(nil) : .always(try? exact.evaluate(node, Evaluator.Frame()))
  }

  /// What an expression gives on each of the days.
  func steady(_ node: Node) -> Steady {
    if turning.isEmpty { return first(node) }
    let traits = course.traits.of(node)
    if traits.isDisjoint(with: turning) { return first(node) }
    if !traits.contains(.missing) {
      return possible.values(node).only.map { .always($0) } ?? .varies
    }
    guard case .definition(let rule) = node else { return parts(node) }
    if let known = memory[rule] { return known }
    let found = parts(course.set.program.definitions[rule].node)
    memory[rule] = found
    return found
  }

  /// An expression that turns and misses something, by its parts.
  private func parts(_ node: Node) -> Steady {
    switch node {
    case .definition: return steady(node)
    case .not(let operand):
      if case .always(.truth(let truth)?) = steady(operand) { return .always(.truth(!truth)) }
      return steady(operand)
    case .all(let operands): return junction(operands, neutral: true)
    case .any(let operands): return junction(operands, neutral: false)
    case .sum(let parts): return strict(parts, node)
    case .compare(_, let lhs, let rhs): return compare(lhs, rhs, node)
    case .within(let subject, let tests):
      let isUnknown = !tests.isEmpty && steady(subject).isUnknown
      return isUnknown ? steady(subject) : .varies
    case .member(let subject, let list): return strict([subject], node, and: [list])
    case .age(let lhs, let rhs, _), .addMonths(let lhs, let rhs, _), .addDays(let lhs, let rhs),
      .product(let lhs, let rhs):
      return strict([lhs, rhs], node)
    case .date(let year, let month, let day): return strict([year, month, day], node)
    case .scaled(let part, _), .recoded(let part, _), .negate(let part), .absolute(let part),
      .year(let part):
      return whole([part], node)
    case .least(let parts), .greatest(let parts): return strict(parts, node)
    case .conditional(let condition, let then, let alternative):
      return whole([condition, then, alternative], node)
    case .otherwise(let first, let second): return whole([first, second], node)
    case .quotient(let quotient):
      return whole([quotient.numerator] + (quotient.denominator.map { [$0] } ?? []), node)
    case .decision(let table): return whole(table.inputs + table.guards, node)
    case .call(let rule, let arguments):
      return course.traits.of(rule: rule).isDisjoint(with: turning)
        ? whole(arguments, node) : .varies
    case .measure(let measure): return self.measure(measure)
    case .aggregate(let aggregate):
      return course.unknownRecords.contains(aggregate.records)
        ? .always(.unknown(Missing(.records(aggregate.records)))) : .varies
    case .constant, .fact, .attribute, .recordDefinition, .parameter, .legalDate: return .varies
    }
  }

  private func junction(_ operands: [Node], neutral: Bool) -> Steady {
    var varies = false
    var unknown: Value?
    for operand in operands {
      switch steady(operand) {
      case .always(.truth(let truth)?): if truth != neutral { return .always(.truth(truth)) }
      case .always(.unknown(let missing)?): unknown = .unknown(missing)
      case .always, .varies: varies = true
      }
    }
    if varies { return .varies }
    return .always(unknown ?? .truth(neutral))
  }

  /// What is a function of its parts alone: steady where all of them are.
  private func whole(_ parts: [Node], _ node: Node) -> Steady {
    parts.allSatisfy { steady($0).isSteady } ? first(node) : .varies
  }

  /// What is unknown as long as one part is, if the `others` are steady.
  private func strict(_ parts: [Node], _ node: Node, and others: [Node] = []) -> Steady {
    guard others.allSatisfy({ steady($0).isSteady }) else { return .varies }
    if others.isEmpty, let unknown = parts.map({ steady($0) }).first(where: \.isUnknown) {
      return unknown
    }
    return whole(parts, node)
  }

  /// A comparison; one with a table looks at what the table can still give.
  private func compare(_ lhs: Node, _ rhs: Node, _ node: Node) -> Steady {
    for side in [lhs, rhs] {
      guard let table = table(side) else { continue }
      if !(table.inputs + table.guards).allSatisfy({ steady($0).isSteady }) { return .varies }
      return whole([lhs, rhs], node)
    }
    return strict([lhs, rhs], node)
  }

  private func table(_ node: Node) -> DecisionNode? {
    switch node {
    case .recoded(let inner, _): return table(inner)
    case .definition(let rule):
      guard case .decision(let table) = course.set.program.definitions[rule].node else {
        return nil
      }
      return table
    default: return nil
    }
  }

  /// A measure over spells of which nothing at all is known stays unknown while its window is not
  /// empty.
  private func measure(_ measure: MeasureNode) -> Steady {
    let kinds = measure.timeline.records
    guard kinds.isSubset(of: course.unknownRecords), let kind = kinds.first else { return .varies }
    let unknown = Steady.always(.unknown(Missing(.records(kind))))
    if let from = measure.from, let to = measure.to {
      let (first, last) = (possible.values(from), possible.values(to))
      guard first.positions(.day).high <= last.positions(.day).low else { return .varies }
    }
    return unknown
  }
}
