import ExpressionLanguage

extension TableBuilder {
  /// A guard ready to run and to be proved.
  struct BuiltGuard {
    var node: Node
    var proof: ProofGuard
  }

  /// The guards of the columns of one name, in order; `nil` for a column without one.
  mutating func build(_ drafts: [TableDraft.GuardDraft?]) -> [BuiltGuard?] {
    var built: [BuiltGuard?] = []
    var tests: [(node: Node, test: ProofTest)] = []
    for draft in drafts {
      guard case .when(let range) = draft, let one = build(range) else {
        built.append(nil)
        continue
      }
      tests.append(one)
      built.append(BuiltGuard(node: one.node, proof: .when(one.test)))
    }
    for (index, draft) in drafts.enumerated() {
      guard case .otherwise(let range) = draft else { continue }
      if !isGood { continue }
      if tests.isEmpty || index != drafts.count - 1 {
        fail(.guardOtherwise(at: range))
        continue
      }
      built[index] = BuiltGuard(
        node: .not(.any(tests.map(\.node))),
        proof: .noneOf(tests.map(\.test))
      )
    }
    return built
  }

  private mutating func build(_ range: SourceRange) -> (node: Node, test: ProofTest)? {
    let source = compiler.source(scope.measure)
    let (syntax, _) = ExpressionParser.parse(range, of: source, known: scope.known)
    guard let formula = compiler.condition(range, scope, lendsUnits: true) else {
      isGood = false
      return nil
    }
    references.formUnion(formula.references)
    guard let (name, isNegated) = subject(of: syntax), let (_, variable) = variable(name),
      let test = test(formula.node)
    else {
      fail(.badGuard(formula.text, at: range))
      return nil
    }
    var cell = test
    if isNegated { cell.isNegated.toggle() }
    return (formula.node, ProofTest(variable: variable, test: cell))
  }

  /// The name that a guard tests, and whether it stands in `not(…)`.
  private func subject(of syntax: Syntax) -> (SourceRange, Bool)? {
    switch syntax {
    case .name(_, let range): (range, false)
    case .not(.name(_, let range), _): (range, true)
    case .binary(_, .name(_, let range), .literal, _): (range, false)
    case .within(.name(_, let range), .tests, _): (range, false)
    default: nil
    }
  }

  /// The test that a guard's node makes of its subject; `nil` where it is no plain test.
  private func test(_ node: Node) -> CellTest? {
    switch node {
    case .fact, .definition, .parameter, .attribute, .recordDefinition:
      return CellTest(tests: [.equal(.truth(true))])
    case .not(let inner): return test(inner)
    case .compare(let comparison, let subject, .constant(let value)):
      return CellTest(
        tests: [TableBuilder.test(comparison, value).divided(by: subject.factor)],
        isNegated: comparison == .notEqual
      )
    case .within(let subject, let tests):
      var read: [CellTest.Test] = []
      for test in tests {
        switch test {
        case .compare(let comparison, .constant(let value)):
          if comparison == .notEqual { return nil }
          read.append(TableBuilder.test(comparison, value).divided(by: subject.factor))
        case .range(.constant(let low), let includesLow, .constant(let high), let includesHigh):
          let test = CellTest.Test.range(
            low,
            includesLow: includesLow,
            high,
            includesHigh: includesHigh
          )
          read.append(test.divided(by: subject.factor))
        default: return nil
        }
      }
      return CellTest(tests: read)
    default: return nil
    }
  }

  private static func test(_ comparison: Comparison, _ value: Value) -> CellTest.Test {
    switch comparison {
    case .equal, .notEqual: .equal(value)
    case .less: .range(nil, includesLow: false, value, includesHigh: false)
    case .lessOrEqual: .range(nil, includesLow: false, value, includesHigh: true)
    case .greater: .range(value, includesLow: false, nil, includesHigh: false)
    case .greaterOrEqual: .range(value, includesLow: true, nil, includesHigh: false)
    }
  }
}

extension Node {
  /// What the subject of a guard was multiplied by to be compared.
  fileprivate var factor: Int64 {
    if case .scaled(_, let factor) = self { factor } else { 1 }
  }
}

extension CellTest.Test {
  /// The test that a number passes where `factor` times the number passes this one.
  fileprivate func divided(by factor: Int64) -> CellTest.Test {
    if factor == 1 { return self }
    switch self {
    case .equal(.number(let number)):
      // A range without members where no multiple is equal to the number.
      return number % factor == 0
        ? .equal(.number(number / factor))
        : .range(.number(1), includesLow: true, .number(0), includesHigh: true)
    case .equal: return self
    case .range(let low, let includesLow, let high, let includesHigh):
      let (first, firstIsIn) = CellTest.Test.end(low, factor, .ceiling, includesLow)
      let (last, lastIsIn) = CellTest.Test.end(high, factor, .floor, includesHigh)
      return .range(first, includesLow: firstIsIn, last, includesHigh: lastIsIn)
    }
  }

  private static func end(
    _ value: Value?,
    _ factor: Int64,
    _ rounding: Rounding,
    _ isIn: Bool
  ) -> (Value?, Bool) {
    guard case .number(let number)? = value,
      let moved = rounding.quotient(Int128(number), Int128(factor))
    else { return (value, isIn) }
    return (.number(moved), isIn || number % factor != 0)
  }
}

extension Diagnostic {
  static func guardOtherwise(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "guard-otherwise",
      at: range,
      Bilingual("otherwise heads the last column of a name", "otherwise 写在同名列的最后一列"),
      reason: Bilingual(
        "It takes whom the other columns of the name leave.",
        "它包括同名其他列之外的情形。"
      ),
      fix: Bilingual("move the column behind the others", "把该列移到同名各列之后")
    )
  }

  static func badGuard(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-guard",
      at: range,
      Bilingual("this cannot guard a column", "不能作列的条件"),
      reason: Bilingual(
        "A guard tests one name against values written out, so that columns can be proved apart.",
        "列的条件只能是一个名称与具体取值的比较，这样才能验证各列互不重叠。"
      ),
      fix: Bilingual(
        "NAME, not(NAME), NAME = value, or NAME in (…)",
        "NAME、not(NAME)、NAME = 取值，或 NAME in (…)"
      )
    )
  }
}
