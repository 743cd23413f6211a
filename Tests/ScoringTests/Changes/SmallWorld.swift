import ExpressionLanguage
import Policy
import Scoring
import TestSupport
import Testing

/// Measures made at random over a dictionary of small domains, in which everything can be tried.
struct SmallWorld {
  static let day = CivilDate("2024-03-15") ?? .earliest

  static let dictionary = """
    ---
    dictionary: test
    title: 测试数据 · Test facts
    ---

    # 本人 · The person

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | willing · 愿意 | yes/no | | a · 甲 | yes | yes |
    | permitted · 持证 | yes/no | | b · 乙 | yes | to yes |
    | native · 本地 | yes/no | | b · 乙 | yes | no |
    | schooling · 学历 | "nil" · 空 < "low" · 低 < "middle" · 中 < "high" · 高 | | c · 丙 | yes | up |
    | grade · 等级 | "bad" · 差 < "fair" · 中 < "good" · 好 | | c · 丙 | yes | yes |
    | colour · 颜色 | "red" · 红, "green" · 绿, "blue" · 蓝 | | a · 甲 | yes | yes |
    | trade · 行业 | "farm" · 农, "mill" · 工, "shop" · 商 | | a · 甲 | yes | to "mill", "shop" |
    | size · 大小 | whole number [0..12] | | a · 甲 | yes | yes |
    | rank · 位次 | whole number [0..9] | | c · 丙 | yes | up |
    | signed · 签订日 | date [2024-03-01..2024-03-20] | | a · 甲 | yes | yes |
    | bonus · 奖励 | optional whole number [0..4] | | b · 乙 | yes | yes |
    | year now · 年度 | whole number [2020..2060] | | a · 甲 | no | each year |
    | born · 出生 | date [1950-01-01..2024-12-31] | | a · 甲 | yes | no |

    # 记录 · Records

    ## 居住 · Stays {spells: months} {up to: 3}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | stay place · 居住地 | "here" · 本地, "there" · 外地 | | b · 乙 | yes | yes |

    ## 来访 · Visits {spells: days} {up to: 3}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | kind of visit · 类别 | "work" · 工作, "family" · 家庭, "none" · 无 | | b · 乙 | yes | to "work", "family" |
    | paid · 付费 | yes/no | | b · 乙 | yes | yes |

    ## 物品 · Things {records} {up to: 2}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | marked · 标明 | yes/no | | c · 丙 | yes | yes |
    | worth · 价值 | whole number [0..5] | | c · 丙 | yes | no |

    # 校验 · Checks {check}

    有下列情形**之一**的，退回：
    **Any of** the following is returned:

    1. 红色且愿意 · red while willing `colour = "red" and willing`
    2. 奖励过多 · too much of a bonus `(bonus otherwise 0) > size + 3`
    """

  /// A set made from a seed.
  static func prepared(seed: UInt64) throws -> Prepared {
    var maker = SmallMeasure(generator: SplitMix64(seed: seed))
    let library = Libraries.library([
      "test/facts.md": dictionary, "test/measure.md": maker.text(),
    ])
    return try Prepared(library, "test", on: day)
  }
}

/// Writes a measure at random: conditions in lists, and a total of points.
struct SmallMeasure {
  var generator: SplitMix64

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func one(_ texts: [String]) -> String { texts[pick(texts.count)] }

  mutating func text() -> String {
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

    # 第一条 途径 · Article 1 Way {source: S}

    | channel | value |
    |---|---|
    | open when · 条件 | who may apply |
    | ranked by · 排序 | total |

    # 第二条 条件 · Article 2 Who may apply {source: S}

    应当**同时符合**下列条件：
    A person meets **all of** the following:

    1. 其一 · first `\(condition(2))`
    2. 其二 · second `\(condition(2))`
    3. 其三 · third `\(condition(1))`

    # 第三条 总分 · Article 3 Total {source: S}

    下列各项**合计**，**最高60分**：
    The **sum of** the following, **at most 60 points**:

    1. `schooling points`
    2. 大小 · size `size * \(pick(4)) points`
    3. 居住 · stays `round(months(stays[stay place = "here"], to: legal date) * \(pick(3)) points / 1 month, 0, half up)`
    4. 愿意 · willing `if \(condition(1)) then \(pick(20)) points else \(pick(9)) points`
    5. 物品 · things `count(things[marked]) * \(pick(8)) points`

    ## 学历分 · Schooling points

    | U | schooling · 学历 | points · 分值 |
    |---|---|--:|
    | (1) | "nil" | \(pick(9)) |
    | (2) | "low", "middle" | \(pick(20)) |
    | (3) | "high" | \(pick(40)) |
    """
  }

  /// A condition of some depth.
  mutating func condition(_ depth: Int) -> String {
    if depth > 0, pick(2) == 0 {
      let word = one([" and ", " or "])
      return "(\(condition(depth - 1))\(word)\(condition(depth - 1)))"
    }
    if depth > 0, pick(8) == 0 { return "not(\(condition(depth - 1)))" }
    switch pick(18) {
    case 0: return one(["willing", "not(willing)"])
    case 1: return "permitted"
    case 2: return one(["native", "not(native)"])
    case 3:
      return "schooling \(one([">=", "=", "<="])) \(one(["\"low\"", "\"middle\"", "\"high\""]))"
    case 4: return "grade \(one(["=", "!=", ">"])) \(one(["\"bad\"", "\"fair\""]))"
    case 5: return "colour \(one(["=", "!="])) \(one(["\"red\"", "\"green\""]))"
    case 6: return "trade in (\"\(one(["farm", "mill"]))\", \"shop\")"
    case 7: return "size \(one([">=", "<", "="])) \(pick(13))"
    case 8: return "size + rank >= \(pick(22))"
    case 9: return "rank - size = \(pick(9) - 4)"
    case 10: return "signed \(one([">", "<="])) 2024-03-\(one(["02", "09", "19"]))"
    case 11: return one(["bonus = none", "(bonus otherwise 0) >= 2"])
    case 12:
      return "current run(stays[stay place = \"here\"], to: legal date) >= \(1 + pick(9)) months"
    case 13: return "covers(visits[kind of visit = \"work\" and paid], on: legal date)"
    case 14:
      return "days(visits[kind of visit != \"none\"], to: legal date) >= \(1 + pick(60)) days"
    case 15: return one(["any(things[marked and worth > 2])", "count(things[marked]) = 1"])
    case 16: return "year now >= \(2_024 + pick(4))"
    default:
      return "age(born, on: date(year now, 1, 1), full: day after) >= \(17 + pick(30)) years"
    }
  }
}
