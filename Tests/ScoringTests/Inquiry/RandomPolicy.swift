import ExpressionLanguage
import Policy
import Scoring
import TestSupport
import Testing

/// A measure made at random over facts of few values, so that everybody can be gone through.
struct RandomPolicy {
  private var generator: SplitMix64
  private static let truths = ["works", "rents", "is needed"]

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  /// The measure, compiled; `nil` where chance wrote what no officer may.
  mutating func prepared() -> Prepared? {
    let library = Libraries.library(["test/facts.md": facts, "test/measure.md": measure()])
    guard let day = CivilDate("2026-11-23") else { return nil }
    let (set, _) = PolicyCompiler.compile(library, jurisdiction: "test", on: day)
    return set.map { Prepared($0, on: day) }
  }

  private var facts: String {
    """
    ---
    dictionary: test
    title: 测试 · Test
    ---

    # 本人 · The person

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | works · 就业 | yes/no | | police · 公安 | yes | no |
    | rents · 租房 | yes/no | | housing · 住建 | yes | yes |
    | is needed · 需要 | yes/no | | office · 机关 | no | no |
    | level · 等级 | "low" · 低 < "middle" · 中 < "high" · 高 | | school · 学校 | yes | yes |
    | children · 子女 | whole number [0..2] | | police · 公安 | yes | no |
    | savings · 存款 | whole number [0..30] | | bank · 银行 | yes | yes |
    | bonus · 奖金 | optional whole number [1..2] | | office · 机关 | yes | no |

    """
  }

  private mutating func measure() -> String {
    """
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

    # 第一条 渠道 · Article 1 First way {source: S}

    | channel | value |
    |---|---|
    | open when · 条件 | \(condition(3)) |
    | ranked by · 排序 | total |
    | order · 顺序 | 1 |

    # 第二条 渠道 · Article 2 Second way {source: S}

    | channel | value |
    |---|---|
    | open when · 条件 | \(condition(2)) |
    | order · 顺序 | 2 |

    # 第三条 渠道 · Article 3 Third way {source: S}

    | channel | value |
    |---|---|
    | open when · 条件 | \(condition(4)) |
    | order · 顺序 | 3 |

    # 第四条 合计 · Article 4 Total {source: S}

    下列各项**合计**，**最高4分**：
    The **sum of** the following, **at most 4 points**:

    1. 等级 · level points `if level >= "\(["low", "middle", "high"][pick(3)])" then 3 points else 1 point`
    2. 情形 · case points `if \(condition(2)) then \(pick(3)) points else 1 point`
    3. 存款 · savings points `if savings > \(pick(35)) then 1 point else 0 points`
    4. 奖金 · bonus points `(bonus otherwise \(pick(2))) * 1 point`

    """
  }

  private mutating func condition(_ depth: Int) -> String {
    let truth = RandomPolicy.truths[pick(3)]
    switch depth == 0 ? pick(7) : pick(11) {
    case 0, 1: return truth
    case 2: return "not(\(truth))"
    case 3: return "level \(["=", "!=", ">="][pick(3)]) \"\(["middle", "high"][pick(2)])\""
    case 4: return "children \([">=", "<", "="][pick(3)]) \(1 + pick(2))"
    case 5: return "(bonus otherwise \(pick(3))) >= \(1 + pick(2))"
    case 6: return "savings \([">=", "<"][pick(2)]) \([4, 11, 17, 40][pick(4)])"
    case 7: return "(if \(truth) then \(condition(depth - 1)) else \(condition(depth - 1)))"
    case 8, 9: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    default: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    }
  }
}

extension Prepared {
  /// A set that a test compiled itself.
  init(_ set: PolicySet, on day: CivilDate) {
    assessor = Assessor(set)
    name = set.jurisdiction
    self.day = day
  }
}
