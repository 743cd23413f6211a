import ExpressionLanguage
import Policy
import TestSupport
import Testing

@Suite struct ApartnessTests {
  private static let facts = [
    ValueType.truth,
    ValueType(
      .choice(
        ChoiceType(values: ["a", "b", "c"].map { ChoiceValue(label: $0) }, isOrdered: true)
      )
    ),
    ValueType(.number(NumberType(least: -3, greatest: 4)), isOptional: true),
    ValueType(.number(NumberType(scale: 1, least: 0, greatest: 12))),
  ].map { ProofVariable(name: Bilingual("", ""), type: $0, isComputed: false) }

  private func meet(_ first: Node, _ second: Node, budget: Int = 200_000) -> Apartness.Result {
    Apartness.whoMeetsBoth(first, second, facts: ApartnessTests.facts, budget: budget)
  }

  private func equal(_ fact: Int, _ value: Value) -> Node {
    .compare(.equal, .fact(fact), .constant(value))
  }

  @Test func `two values of one fact are apart`() {
    #expect(meet(equal(1, .choice(0)), equal(1, .choice(2))) == .apart)
    #expect(meet(.fact(0), .not(.fact(0))) == .apart)
    #expect(meet(.fact(0), equal(1, .choice(2))) == .together([0: .truth(true), 1: .choice(2)]))
    #expect(meet(.constant(.truth(true)), .any([.fact(0)])) == .together([0: .truth(true)]))
  }

  @Test func `numbers with other scales are compared exactly`() {
    let above = Node.compare(.greater, .scaled(.fact(2), 10), .constant(.number(25)))
    let below = Node.compare(.less, .fact(2), .constant(.number(3)))
    #expect(meet(above, below) == .apart)
    let least = Node.within(
      .fact(2),
      [.range(.constant(.number(2)), includesLow: true, .constant(.number(3)), includesHigh: true)]
    )
    #expect(meet(above, least) == .together([2: .number(3)]))
  }

  @Test func `none is neither less nor more`() {
    let replaced = Node.compare(
      .equal,
      .otherwise(.fact(2), .constant(.number(4))),
      .constant(.number(4))
    )
    #expect(meet(replaced, equal(2, .absent)) == .together([2: .absent]))
    #expect(
      meet(.compare(.less, .fact(2), .constant(.number(9))), equal(2, .absent)) == .apart
    )
  }

  @Test func `what is not looked into proves nothing, unless the rest is enough`() {
    let opaque = Node.compare(.equal, .year(.legalDate), .constant(.number(2024)))
    #expect(meet(opaque, .fact(0)) == .notProved)
    #expect(meet(.not(opaque), opaque) == .notProved)
    #expect(meet(.any([opaque, .fact(0)]), .fact(0)) == .together([0: .truth(true)]))
    #expect(meet(.all([opaque, .fact(0)]), .not(.fact(0))) == .apart)
    #expect(meet(.fact(99), .fact(0)) == .notProved)
  }

  @Test func `a rule by its name is the same on both sides`() {
    let rule = Node.definition(7)
    #expect(meet(rule, .not(rule)) == .apart)
    #expect(meet(rule, .fact(0)) == .notProved)
    let branch = { (choice: Int) in
      Node.compare(.equal, .definition(3), .constant(.choice(choice)))
    }
    #expect(meet(branch(0), branch(1)) == .apart)
    #expect(meet(branch(0), .not(branch(1))) == .notProved)
    let day = Node.constant(.date(.earliest.adding(days: 700_000) ?? .latest))
    #expect(
      meet(.compare(.less, .legalDate, day), .compare(.greaterOrEqual, .legalDate, day)) == .apart
    )
  }

  @Test func `conditions nested without end, or too many, are not proved`() {
    var nested = Node.fact(0)
    for _ in 0..<40 { nested = .conditional(nested, equal(1, .choice(0)), .not(nested)) }
    #expect(meet(nested, nested) == .notProved)
    #expect(meet(.fact(0), equal(1, .choice(1)), budget: 1) == .notProved)
    var same = Node.not(.fact(0))
    for _ in 0..<40 { same = .compare(.equal, .not(same), .not(same)) }
    #expect(meet(same, .fact(0)) == .notProved)
  }

  @Test(arguments: 0..<40)
  func `random conditions are together as often as somebody meets both`(batch: UInt64) {
    for seed in batch * 25..<batch * 25 + 25 {
      var random = SplitMix64(seed: seed)
      let (first, second) = (condition(&random, 3), condition(&random, 3))
      let people = ApartnessTests.facts.reduce([[]]) { people, fact in
        people.flatMap { person in BruteForce.values(of: fact.type).map { person + [$0] } }
      }
      let both = people.filter { holds(first, $0) && holds(second, $0) }
      switch meet(first, second) {
      case .apart: #expect(both.isEmpty, "seed \(seed)")
      case .together(let facts):
        let alike = people.filter { person in facts.allSatisfy { person[$0] == $1 } }
        #expect(!alike.isEmpty && alike.allSatisfy(both.contains), "seed \(seed)")
      case .notProved: Issue.record("seed \(seed) is not proved")
      }
    }
  }

  private func condition(_ random: inout SplitMix64, _ depth: Int) -> Node {
    func inner() -> Node { condition(&random, depth - 1) }
    switch Int.random(in: 0..<(depth > 0 ? 8 : 3), using: &random) {
    case 0:
      return Bool.random(using: &random)
        ? .fact(0) : equal(1, .choice(Int.random(in: 0...2, using: &random)))
    case 1: return comparison(&random)
    case 2:
      let low = Node.constant(.number(Int64.random(in: -4...4, using: &random)))
      let high = Node.constant(.number(Int64.random(in: -4...5, using: &random)))
      return .within(
        .fact(2),
        [
          .range(
            low,
            includesLow: Bool.random(using: &random),
            high,
            includesHigh: Bool.random(using: &random)
          ), .compare(.equal, .constant(.number(4))),
        ]
      )
    case 3: return .not(inner())
    case 4: return .any([inner(), inner()])
    case 5: return .conditional(inner(), inner(), inner())
    case 6:
      return .compare(Bool.random(using: &random) ? .equal : .notEqual, .not(inner()), inner())
    default: return .all([inner(), inner()])
    }
  }

  private func comparison(_ random: inout SplitMix64) -> Node {
    let all: [Comparison] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
    let comparison = all[Int.random(in: all.indices, using: &random)]
    let fact = Node.fact(Int.random(in: 2...3, using: &random))
    let factor = Int64.random(in: -3...3, using: &random)
    let constant = Node.constant(.number(Int64.random(in: -8...20, using: &random)))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .compare(comparison, .scaled(fact, factor), constant)
    case 1: return .compare(comparison, constant, .sum([.negate(.fact(3)), .constant(.number(2))]))
    case 2:
      return .compare(comparison, .otherwise(.scaled(fact, 2), .constant(.number(3))), constant)
    default: return .compare(comparison, fact, constant)
    }
  }

  /// Whether a known person meets a condition, computed another way.
  private func holds(_ node: Node, _ person: [Value]) -> Bool {
    value(node, person) == .truth(true)
  }

  private func value(_ node: Node, _ person: [Value]) -> Value {
    switch node {
    case .constant(let value): return value
    case .fact(let fact): return person[fact]
    case .not(let operand): return .truth(!holds(operand, person))
    case .all(let operands): return .truth(operands.allSatisfy { holds($0, person) })
    case .any(let operands): return .truth(operands.contains { holds($0, person) })
    case .conditional(let test, let then, let other):
      return value(holds(test, person) ? then : other, person)
    case .otherwise(let term, let other):
      let first = value(term, person)
      return first == .absent ? value(other, person) : first
    case .scaled(let term, let factor):
      guard let number = value(term, person).order else { return .absent }
      return .number(number * factor)
    case .negate(let term): return value(.scaled(term, -1), person)
    case .sum(let terms):
      let numbers = terms.map { value($0, person).order }
      return numbers.contains(nil) ? .absent : .number(numbers.compactMap { $0 }.reduce(0, +))
    case .compare(let comparison, let lhs, let rhs):
      return .truth(compare(comparison, value(lhs, person), value(rhs, person)))
    case .within(let subject, let tests):
      return .truth(
        tests.contains { test in
          switch test {
          case .compare(let comparison, let other):
            return holds(.compare(comparison, subject, other), person)
          case .range(let low, let includesLow, let high, let includesHigh):
            return holds(.compare(includesLow ? .greaterOrEqual : .greater, subject, low), person)
              && holds(.compare(includesHigh ? .lessOrEqual : .less, subject, high), person)
          }
        }
      )
    default: return .absent
    }
  }

  private func compare(_ comparison: Comparison, _ lhs: Value, _ rhs: Value) -> Bool {
    switch comparison {
    case .equal: return lhs == rhs
    case .notEqual: return lhs != rhs
    default: break
    }
    guard let left = lhs.order, let right = rhs.order else { return false }
    switch comparison {
    case .less: return left < right
    case .lessOrEqual: return left <= right
    case .greater: return left > right
    default: return left >= right
    }
  }
}
