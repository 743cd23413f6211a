import Policy
import Scoring
import Testing

/// A measure with one channel, and everything that can be said of applying by it.
enum StepMeasure {
  static let facts = """
    ---
    dictionary: town
    title: 某镇数据 · Facts of a town
    ---

    # 本人 · The person

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | permit · 居住证 | yes/no | | police · 公安 | yes | yes |
    | basis · 事由 | "work" · 就业, "study" · 就读 | | the person · 本人 | yes | yes |
    | moved · 疏解人员 | yes/no | | the unit · 单位 | yes | no |
    | age now · 周岁 | whole number [0..120] | years | police · 公安 | yes | no |

    ## 家属 · Family {records} {up to: 5}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | relation · 关系 | "spouse" · 配偶, "child" · 子女 | | police · 公安 | yes | no |
    | lives together · 共同居住 | yes/no | | police · 公安 | yes | yes |

    """

  static let text = """
    ---
    policy: town/settlement
    title: 某镇落户办法 · Settling in a town
    authority: 某镇 · The town
    effective: 2021-01-01
    standing: enacted
    numbering: ours
    time zone: Asia/Shanghai
    facts: facts.md
    sources:
      S: a source
    ---

    # 第一条 落户 · Article 1 Settling

    | channel | value | standing | source |
    |---|---|---|---|
    | open when · 条件 | who may apply | | |
    | ranked by · 排序 | total points | | |
    | family · 随迁家属 | accompanying | | |
    | apply at · 受理 | "town hall" · 镇政府, "post" · 邮寄 | reported | S |
    | papers · 材料 | papers | | |
    | decided within · 办理期限 | days to issue | | |
    | fee · 费用 | 12 yuan | sample | |
    | remedy · 救济途径 | ways of review | | |

    # 第二条 条件 · Article 2 Who may apply

    应当**同时符合**：
    A person meets **all of** these:

    1. 持有居住证 · holds a permit `permit`
    2. 年满十六周岁 · is 16 years of age `age now >= 16 years`

    # 第三条 疏解人员 · Article 3 Moved people {exception to: who may apply}

    不受限制，**当** `moved`。
    Not bound, that is **when** `moved`.

    # 第四条 总积分 · Article 4 Total points

    ```feel
    if permit then 1 point else 0 points
    ```

    # 第五条 材料 · Article 5 Papers {source: S, Art. 9}

    | C | moved | basis | age now | value | standing |
    |---|---|---|---|---|---|
    | (1) | - | - | - | "identity card" · 居民身份证 | |
    | (2) | false | "work" · 就业 | - | "proof of work" · 就业证明 | |
    | (3) | false | "study" · 就读 | - | "proof of study" · 就读证明 | sample |
    | (4) | true | - | - | "confirmation" · 单位确认 | |
    | (5) | - | not("work") | < 18 | "consent of a parent" · 监护人同意 | |

    # 第六条 期限 · Article 6 Clocks

    | office | value | standing | source |
    |---|---|---|---|
    | days to issue · 制发期限 | 15 working days | reported | S, Art. 9 |

    ## 2022年度 · Round 2022

    | office | value |
    |---|---|
    | declaration opens · 申报开始 | 2022-05-20 |

    ## 2023年度 · Round 2023

    | office | value | standing |
    |---|---|---|
    | declaration opens · 申报开始 | 2023-05-20 08:00 | sample |
    | declaration closes · 申报截止 | 2023-06-04 20:00 | reported |

    ## 2025年度 · Round 2025

    | office | value |
    |---|---|
    | declaration opens · 申报开始 | 2025-03-01 |
    | declaration closes · 申报截止 | 2025-03-31 |

    # 第七条 救济途径 · Article 7 Ways of review

    | from | until | value | standing |
    |---|---|---|---|
    | 2024-01-01 | | "reconsideration within 60 days" · 六十日内复议 | |
    | 2021-01-01 | 2023-12-31 | "reconsideration within 60 days" · 六十日内复议 | sample |
    | 2021-01-01 | | "litigation within six months" · 六个月内诉讼 | |

    # 第八条 随迁家属 · Article 8 Accompanying {each of: family}

    应当**同时符合**：
    A member meets **all of** these:

    1. 共同居住 · lives together `lives together`
    2. 配偶 · is the spouse `relation = "spouse"`

    """

  static func prepared(on day: String) throws -> Prepared {
    let library = Libraries.library(["facts.md": facts, "2021.md": text])
    return try Prepared(library, "town", on: Samples.date(day))
  }

  /// What the channel says of a person on a day.
  static func channel(
    _ entries: [(String, String)],
    on day: String = "2026-11-23"
  ) throws -> ChannelResult {
    let person = try Person(try prepared(on: day), entries)
    let assessment = try person.prepared.assessor.assess(person.facts, on: person.prepared.day)
    return assessment.channels[0]
  }
}
