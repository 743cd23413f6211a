@testable import ExpressionLanguage
import TestSupport

/// Grows typed expressions over three conditions, three numbers and an optional number.
struct RandomNode {
  /// What each fact can be: 0–2 yes or no, 3–5 numbers, 6 an optional number, 7 one of three.
  static let domains: [[Value]] = [
    [.truth(false), .truth(true)], [.truth(false), .truth(true)], [.truth(false), .truth(true)],
    (-1...2).map { .number($0) }, (0...3).map { .number($0) }, (0...2).map { .number($0) },
    [.absent, .number(0), .number(2)], [.choice(0), .choice(1), .choice(2)],
  ]

  var random: SplitMix64

  mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  mutating func truth(_ depth: Int) -> Node {
    if depth == 0 { return .fact(pick(3)) }
    switch pick(9) {
    case 0: return .not(truth(depth - 1))
    case 1: return .all((0...pick(3)).map { _ in truth(depth - 1) })
    case 2: return .any((0...pick(3)).map { _ in truth(depth - 1) })
    case 3: return .compare(comparison(), number(depth - 1), number(depth - 1))
    case 4: return .within(number(depth - 1), tests(depth - 1))
    case 5: return .conditional(truth(depth - 1), truth(depth - 1), truth(depth - 1))
    case 6: return .compare(pick(2) == 0 ? .equal : .notEqual, .fact(6), .constant(.absent))
    case 7:
      let list = Value.list((0..<pick(3)).map { .choice($0) })
      return .member(.fact(7), .constant(list))
    default: return .fact(pick(3))
    }
  }

  mutating func number(_ depth: Int) -> Node {
    if depth == 0 { return pick(3) == 0 ? .constant(.number(Int64(pick(4)))) : .fact(3 + pick(3)) }
    switch pick(10) {
    case 0: return .sum((0...pick(3)).map { _ in number(depth - 1) })
    case 1: return .product(number(depth - 1), number(depth - 1))
    case 2: return .negate(number(depth - 1))
    case 3: return .least((0...pick(2)).map { _ in number(depth - 1) })
    case 4: return .greatest((0...pick(2)).map { _ in number(depth - 1) })
    case 5: return .absolute(number(depth - 1))
    case 6: return .conditional(truth(depth - 1), number(depth - 1), number(depth - 1))
    case 7: return .otherwise(.fact(6), number(depth - 1))
    case 8:
      return .quotient(
        QuotientNode(
          numerator: number(depth - 1),
          denominator: .constant(.number(Int64(1 + pick(3)))),
          numeratorFactor: 1,
          denominatorFactor: 1,
          rounding: Rounding.allCases[pick(6)]
        )
      )
    default: return .decision(table())
    }
  }

  private mutating func comparison() -> Comparison {
    [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual][pick(6)]
  }

  private mutating func tests(_ depth: Int) -> [NodeTest] {
    (0...pick(2)).map { _ in
      if pick(2) == 0 { return .compare(comparison(), number(depth)) }
      return .range(
        number(depth),
        includesLow: pick(2) == 0,
        number(depth),
        includesHigh: pick(2) == 0
      )
    }
  }

  /// A table of any hit policy, with guards, perhaps with gaps and overlaps.
  mutating func table() -> DecisionNode {
    let hit = HitPolicy.allCases.filter { $0 != .collect }[pick(5)]
    return table(hit)
  }

  mutating func table(_ hit: HitPolicy) -> DecisionNode {
    let inputs = (0...pick(3)).map { _ in pick(RandomNode.domains.count) }
    let guards = (0..<pick(3)).map { _ in truth(1) }
    let columns = inputs.indices.map { index in
      DecisionNode.Column(
        input: index,
        guarding: guards.isEmpty || pick(2) == 0 ? nil : pick(guards.count)
      )
    }
    var outputGuards: [Int?] = [nil]
    var all = guards
    if pick(3) == 0 {
      // One guard and its opposite: exactly one output column counts.
      let first = truth(1)
      all += [first, .not(first)]
      outputGuards = [all.count - 2, all.count - 1]
    }
    var rows = (0...pick(4)).map { _ in
      DecisionNode.Row(
        cells: inputs.map { cell(RandomNode.domains[$0]) },
        outputs: outputGuards.map { _ in .number(Int64(pick(4)) - 1) },
        isOtherwise: false
      )
    }
    if hit == .first || pick(2) == 0 {
      rows.append(
        DecisionNode.Row(
          cells: [],
          outputs: outputGuards.map { _ in .number(Int64(pick(3))) },
          isOtherwise: true
        )
      )
    }
    return DecisionNode(
      hit: hit,
      inputs: inputs.map { .fact($0) },
      guards: all,
      columns: columns,
      outputGuards: outputGuards,
      rows: rows
    )
  }

  private mutating func cell(_ domain: [Value]) -> CellTest {
    if pick(3) == 0 { return .any }
    let tests = (0...pick(2)).map { _ -> CellTest.Test in
      let value = domain[pick(domain.count)]
      guard pick(2) == 0, value.order != nil, case .number = value else { return .equal(value) }
      return pick(2) == 0
        ? .range(value, includesLow: pick(2) == 0, nil, includesHigh: false)
        : .range(nil, includesLow: false, value, includesHigh: pick(2) == 0)
    }
    return CellTest(tests: tests, isNegated: pick(3) == 0)
  }
}
