import ExpressionLanguage
import Policy
import TestSupport

@testable import Scoring

/// Trees of any shape; they need not make sense.
enum RandomTrees {
  static func condition(_ random: inout SplitMix64, depth: Int) -> ConditionResult {
    let count = depth == 0 ? 0 : Int.random(in: 0...3, using: &random)
    var children: [ConditionResult] = []
    for _ in 0..<count { children.append(condition(&random, depth: depth - 1)) }
    let joining: [ListOperator] = [.allOf, .anyOf, .noneOf]
    var result = Samples.condition(
      words("stable work ", &random),
      words("稳定就业，", &random),
      ConditionStatus.allCases.randomElement(using: &random) ?? .met,
      at: Samples.place(3, "(1)(2)"),
      joining: joining.randomElement(using: &random),
      children,
      uses: [Samples.permit("active", "有效"), Samples.rule("months", "月数", Bilingual("3", "3"))],
      missing: [Samples.insurance]
    )
    result.standing = Standing.allCases.randomElement(using: &random) ?? .sample
    result.isDiscretion = Bool.random(using: &random)
    return result
  }

  static func line(_ random: inout SplitMix64, depth: Int) -> PointsLine {
    let count = depth == 0 ? 0 : Int.random(in: 0...3, using: &random)
    var lines: [PointsLine] = []
    for _ in 0..<count { lines.append(line(&random, depth: depth - 1)) }
    let kinds: [PointsLine.Kind] = [.item, .limit, .floor, .condition]
    return Samples.line(
      words("points ", &random),
      words("积分（分）", &random),
      Int.random(in: 0...4, using: &random) == 0
        ? nil : Int64.random(in: -99_999...99_999, using: &random),
      kind: kinds.randomElement(using: &random) ?? .item,
      counts: Bool.random(using: &random),
      joining: Bool.random(using: &random) ? .highestOf : nil,
      lines,
      uses: [Samples.rule("insured months", "缴费月数", Bilingual("48 months", "48个月"))]
    )
  }

  private static func words(_ word: String, _ random: inout SplitMix64) -> String {
    String(repeating: word, count: Int.random(in: 1...9, using: &random))
  }
}
