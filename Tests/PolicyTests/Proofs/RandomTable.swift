import ExpressionLanguage
import Policy
import TestSupport

/// Makes small tables of every kind, many of them nearly right.
enum RandomTable {
  static func make(seed: UInt64) -> ProofTable {
    var random = SplitMix64(seed: seed)
    let variables = (0..<Int.random(in: 1...4, using: &random)).map { index in
      ProofVariable(
        name: Bilingual("input \(index)", "输入\(index)"),
        type: type(&random),
        isComputed: Int.random(in: 0..<4, using: &random) == 0
      )
    }
    var columns: [ProofTable.Column] = []
    var groups: [ProofTable.GuardGroup] = []
    for variable in variables.indices where Bool.random(using: &random) || columns.isEmpty {
      guard variables.count > 1, Int.random(in: 0..<3, using: &random) == 0 else {
        columns.append(ProofTable.Column(variable: variable, guarding: nil))
        continue
      }
      let guards = guards(variables, &random)
      groups.append(ProofTable.GuardGroup(name: "group", guards: guards))
      if Int.random(in: 0..<4, using: &random) == 0 {
        columns.append(ProofTable.Column(variable: variable, guarding: nil))
      } else {
        columns += guards.map { ProofTable.Column(variable: variable, guarding: $0) }
      }
    }
    let hasOtherwise = Bool.random(using: &random)
    var rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      columns.map { column in
        Int.random(in: 0..<4, using: &random) == 0
          ? .any : cell(variables[column.variable].type, &random)
      }
    }
    if hasOtherwise { rows.append([]) }
    let hits = HitPolicy.allCases + [.unique, .unique, .first]
    return ProofTable(
      hit: hits[Int.random(in: hits.indices, using: &random)],
      variables: variables,
      columns: columns,
      rows: rows,
      hasOtherwise: hasOtherwise,
      groups: groups
    )
  }

  private static func guards(
    _ variables: [ProofVariable],
    _ random: inout SplitMix64
  ) -> [ProofGuard] {
    let variable = Int.random(in: variables.indices, using: &random)
    let first = cell(variables[variable].type, &random)
    let test = ProofTest(variable: variable, test: first)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      var opposite = first
      opposite.isNegated.toggle()
      return [.when(test), .when(ProofTest(variable: variable, test: opposite))]
    case 1:
      let other = Int.random(in: variables.indices, using: &random)
      let second = ProofTest(variable: other, test: cell(variables[other].type, &random))
      return [.when(test), .when(second), .noneOf([test, second])]
    case 2:
      let second = cell(variables[variable].type, &random)
      return [.when(test), .when(ProofTest(variable: variable, test: second))]
    default: return [.when(test), .noneOf([test])]
    }
  }

  static func type(_ random: inout SplitMix64) -> ValueType {
    let base: ValueType.Base
    switch Int.random(in: 0..<5, using: &random) {
    case 0: base = .truth
    case 1:
      let values = (0..<Int.random(in: 2...4, using: &random)).map { ChoiceValue(label: "v\($0)") }
      base = .choice(ChoiceType(values: values, isOrdered: Bool.random(using: &random)))
    case 2:
      base = .number(NumberType(scale: 1, least: -3, greatest: 6, values: [-3, 0, 2, 3, 6]))
    case 3:
      let first = CivilDate(year: 2024, month: 2, day: 26) ?? .earliest
      base = .date(first, first.adding(days: 6) ?? .latest)
    default: base = .number(NumberType(scale: 1, least: -4, greatest: 5))
    }
    return ValueType(base, isOptional: Int.random(in: 0..<4, using: &random) == 0)
  }

  static func cell(_ type: ValueType, _ random: inout SplitMix64) -> CellTest {
    let values = BruteForce.values(of: type)
    func value() -> Value { values[Int.random(in: values.indices, using: &random)] }
    func end() -> Value? { Int.random(in: 0..<3, using: &random) == 0 ? nil : value() }
    let tests = (0..<Int.random(in: 1...2, using: &random)).map { _ -> CellTest.Test in
      switch type.base {
      case .truth: return .equal(value())
      case .choice(let choice) where !choice.isOrdered: return .equal(value())
      default: break
      }
      if Int.random(in: 0..<3, using: &random) == 0 { return .equal(value()) }
      let (low, high) = (end(), end())
      if low == .absent || high == .absent { return .equal(.absent) }
      return .range(
        low,
        includesLow: Bool.random(using: &random),
        high,
        includesHigh: Bool.random(using: &random)
      )
    }
    return CellTest(tests: tests, isNegated: Int.random(in: 0..<5, using: &random) == 0)
  }
}
