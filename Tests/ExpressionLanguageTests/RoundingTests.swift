import ExpressionLanguage
import Testing

/// Every mode of rounding on every small quotient, against arithmetic that rounds by definition.
@Suite struct RoundingTests {
  /// The integers nearest to a quotient from below and from above, found by counting up.
  private static func neighbours(_ top: Int, _ bottom: Int) -> (below: Int, above: Int) {
    var below = -200
    // `below` is the greatest integer that is not more than the quotient.
    while bottom > 0 ? (below + 1) * bottom <= top : (below + 1) * bottom >= top { below += 1 }
    return (below, below * bottom == top ? below : below + 1)
  }

  private static func expected(_ mode: Rounding, _ top: Int, _ bottom: Int) -> Int {
    let (below, above) = neighbours(top, bottom)
    if below == above { return below }
    // Twice the distance from `below`, in units of the denominator's size.
    let rest = abs(top - below * bottom) * 2
    let isNegative = (top < 0) != (bottom < 0)
    switch mode {
    case .floor: return below
    case .ceiling: return above
    case .down: return isNegative ? above : below
    case .up: return isNegative ? below : above
    case .halfUp, .halfEven:
      if rest < abs(bottom) { return below }
      if rest > abs(bottom) { return above }
      if mode == .halfEven { return below % 2 == 0 ? below : above }
      return isNegative ? below : above
    }
  }

  @Test(arguments: Rounding.allCases) func `every small quotient rounds as defined`(
    mode: Rounding
  ) {
    for top in -120...120 {
      for bottom in -24...24 where bottom != 0 {
        let found = mode.quotient(Int128(top), Int128(bottom))
        #expect(
          found == Int64(RoundingTests.expected(mode, top, bottom)),
          "\(top) / \(bottom) \(mode.rawValue)"
        )
      }
    }
  }

  @Test func `what does not fit is refused`() {
    #expect(Rounding.down.quotient(Int128(Int64.max), 1) == Int64.max)
    #expect(Rounding.down.quotient(Int128(Int64.min), 1) == Int64.min)
    #expect(Rounding.down.quotient(Int128(Int64.min), -1) == nil)
    #expect(Rounding.up.quotient(Int128(Int64.max) * 10 + 1, 10) == nil)
    #expect(Rounding.down.quotient(Int128(Int64.max) * 10 + 1, 10) == Int64.max)
    #expect(Rounding.halfUp.quotient(Int128(Int64.max) * 1_000_000_000_000, 1) == nil)
  }

  @Test(arguments: Rounding.allCases) func `an expression rounds like the mode`(mode: Rounding) {
    let scope = TestScope([("x", .number(-50...50)), ("y", .number(1...9))])
    let (typed, diagnostics, _) = scope.check("round(x * 3 / y, 1, \(mode.rawValue))")
    #expect(diagnostics.isEmpty)
    guard let type = typed.type.number else {
      Issue.record("no number")
      return
    }
    let program = scope.program(typed.node)
    for x in Int64(-50)...50 {
      for y in Int64(1)...9 {
        let evaluator = Evaluator(
          program: program,
          facts: [.number(x), .number(y)],
          records: [],
          legalDate: .earliest
        )
        guard case .number(let found)? = try? evaluator.value(of: 0) else {
          Issue.record("no value for \(x), \(y)")
          continue
        }
        #expect(found == mode.quotient(Int128(x) * 30, Int128(y)))
        #expect((type.least...type.greatest).contains(found), "the bounds hold")
      }
    }
  }
}
