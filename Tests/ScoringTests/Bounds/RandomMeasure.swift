import ExpressionLanguage
import Policy
import TestSupport

/// Writes measures at random whose facts have few values, so that everybody can be gone through.
struct RandomMeasure {
  static let dictionary = """
    ---
    dictionary: test
    title: 测试数据 · Test facts
    ---

    # 本人 · The person

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | level · 等级 | "none" · 无 < "low" · 低 < "high" · 高 | | a · 甲 | yes | no |
    | kind · 类别 | "red" · 红, "green" · 绿, "blue" · 蓝 | | a · 甲 | yes | no |
    | works · 就业 | yes/no | | a · 甲 | yes | no |
    | children · 子女数 | whole number [0..3] | | a · 甲 | yes | no |
    | balance · 差额 | whole number [-2..2] | | a · 甲 | yes | no |

    ## 不可能 · Impossible {check}

    A file that meets **any of** the following is returned as faulty:

    1. 就业而差额为负 · works with a balance below nothing `works and balance < 0`
    2. 红而无等级 · red without a level `kind = "red" and level = "none" and children > 1`
    """

  private static let levels = ["\"none\"", "\"low\"", "\"high\""]
  private static let kinds = ["\"red\"", "\"green\"", "\"blue\""]

  var random: SplitMix64

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func points() -> Int { pick(31) - 6 }

  /// A measure with one channel that ranks by a total of a few lines.
  mutating func text() -> String {
    let names = (0..<(2 + pick(3))).map { "line \(["a", "b", "c", "d", "e"][$0])" }
    let joining = ["**sum of**", "**sum of**", "**sum of**", "**highest of**"][pick(4)]
    let limit = ["", ", **at most 30 points**", ", **at least 3 points**"][pick(3)]
    let items = names.enumerated().map { "\($0 + 1). `\($1)`" }.joined(separator: "\n")
    let rules = names.map { "## \($0.replacing("line", with: "Line"))\n\n" + rule() + "\n" }
    return """
      ---
      policy: test/measure
      title: 测试办法 · Test measure
      authority: 测试机关 · Test office
      effective: 2020-01-01
      standing: enacted
      numbering: ours
      time zone: Asia/Shanghai
      facts: facts.md
      sources:
        S: a source
      ---

      # Article 1 Way {source: S}

      | channel | value |
      |---|---|
      | open when | works or not(works) |
      | ranked by | total |

      # Article 2 Total {source: S}

      The \(joining) the following\(limit):

      \(items)

      \(rules.joined(separator: "\n"))
      """
  }

  private mutating func rule() -> String {
    switch pick(5) {
    case 0: return formula()
    case 1: return unique()
    case 2: return first()
    default: return collected()
    }
  }

  private mutating func formula() -> String {
    let factor = pick(7) - 3
    let text: String
    switch pick(4) {
    case 0: text = "children * \(factor) points"
    case 1: text = "if works then \(points()) points else children * \(factor) points"
    case 2: text = "max(balance, children) * 2 points"
    default: text = "round(children * 5 points / 3, 1, half up) - balance * 1 point"
    }
    return "```feel\n\(text)\n```\n"
  }

  private mutating func unique() -> String {
    let (name, values) =
      pick(2) == 0 ? ("level", RandomMeasure.levels) : ("kind", RandomMeasure.kinds)
    let rows = values.enumerated().map { "| (\($0 + 1)) | \($1) | \(points()) |" }
    return "| U | \(name) | points |\n|---|---|--:|\n" + rows.joined(separator: "\n") + "\n"
  }

  private mutating func first() -> String {
    let end = pick(3)
    return """
      | F | balance | points |
      |---|---|--:|
      | (1) | < \(end - 1) | \(points()) |
      | (2) | \(end) | \(points()) |
      | (3) | otherwise | \(points()) |

      """
  }

  private mutating func collected() -> String {
    let hit = ["C+", "C+", "C>", "C<"][pick(4)]
    var rows: Set<String> = []
    for _ in 0..<(2 + pick(4)) {
      let level = ["-", RandomMeasure.levels[pick(3)], "not(\(RandomMeasure.levels[pick(3)]))"]
      let works = ["-", "true", "false"]
      let children = ["-", ">= \(1 + pick(3))", "\(pick(4))"]
      rows.insert("\(level[pick(3)]) | \(works[pick(3)]) | \(children[pick(3)])")
    }
    let lines = rows.subtracting(["- | - | -"]).sorted().enumerated()
      .map { "| (\($0 + 1)) | \($1) | \(points()) |" }
    return "| \(hit) | level | works | children | points |\n|---|---|---|---|--:|\n"
      + lines.joined(separator: "\n") + "\n"
  }
}
