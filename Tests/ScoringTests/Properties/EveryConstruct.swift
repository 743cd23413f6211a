import ExpressionLanguage
import Policy
import Scoring
import Testing

/// A measure in which everything stands that a score sheet or a list of conditions can be made of,
/// in the orders that are hardest to explain.
enum EveryConstruct {
  static let measure = """
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

    # 第一条 准入 · Article 1 Way {source: S}

    | channel | value |
    |---|---|
    | open when · 条件 | who may apply |
    | ranked by · 排序 | total |
    | family · 随迁 | prized |
    | order · 顺序 | 2 |

    # 第二条 另一途径 · Article 2 Other way {source: S}

    | channel | value |
    |---|---|
    | open when · 条件 | works and balance != 3 |
    | ranked by · 排序 | total + 1 point |
    | order · 顺序 | 1 |

    # 第三条 条件 · Article 3 Who may apply {source: S}

    应当**同时符合**下列条件：
    A person meets **all of** the following:

    1. 就业 · works `works` {discretion}
    2. 符合下列条件**之一**
       meets **any of** the following
       1. 等级达到低 · is of a level `level >= "low"` {standing: sample, ours}
       2. 无下列情形，即不得有其一
          has **none of** the following
          1. 差额为负 · a balance below nothing `balance < 0`
          2. 答复不同意 · a reply of no `reply = "no"`
    3. 在此居住 · lives here `lives here` {standing: reported}
    4. 无不良 · is clean `clean`

    ## 居住 · Lives here

    ```feel
    covers(stays[stay place = "here"], on: legal date)
    ```

    ## 免居住 · Freed from living here {exception to: lives here}

    等级高的不受前条限制。
    A person is not bound by this **when** `level = "high"`.

    ## 无不良 · Clean

    A person has **none of** the following:

    1. 差额为三 · a balance of three `balance = 3`
    2. 在外超过百天 · more than 100 days away `days away > 100 days`

    ## 清白从宽 · Clean all the same {exception to: clean}

    **When** `months worked >= 120 months`, a person meets **any of** the following:

    1. 答复同意 · a reply of yes `reply = "yes"`
    2. 有奖 · an award `any(awards)`

    # 第四条 合计 · Article 4 Total {source: S}

    下列各项**合计**，**最低5分**，**最高60分**：
    The **sum of** the following, **at least 5 points**, **at most 60 points**:

    1. `best of two`
    2. `least of two`
    3. `rows that add`
    4. `rows of which one`
    5. `work points`
    6. `replaced`
    7. `grid`
    8. `only when`
    9. 内含列表，**取最高**
       lists within, the **highest of**
       1. 二者相加，**合计**
          two together, the **sum of**
          1. 半分 · a half `0.5 points` {standing: sample, ours}
          2. `grid`
       2. `least of two`
    10. 奖项 · awards `largest(awards.prize) otherwise 0 points`
    11. 扣减 · deducted `-round(days away * 1 point / 30 days, 1, up)`

    ## 二者取高 · Best of two

    **最高20分**，下列各项**取最高**：
    The **highest of** the following, **at most 20 points**:

    1. `work points`
    2. 等级分 · by level `if level = "high" then 30 points else 7 points`
    3. `grid`

    ## 二者取低 · Least of two

    The **lowest of** the following, **at least 1 point**:

    1. `work points`
    2. 身高分 · by height `round(height * 3 points / 1, 3, half even)`

    ## 各行相加 · Rows that add

    The rows are added, **at most 12 points**:

    | C+ | level · 等级 | works · 就业 | points · 分值 |
    |---|---|---|--:|
    | (1) | "low" · 低 | - | 5 |
    | (2) | not("none") | true | 9.5 |
    | (3) | - | true | 0 |
    | (4) | - | false | -2 |

    ## 各行取一 · Rows of which one

    | C> | level · 等级 | balance · 差额 | points · 分值 |
    |---|---|---|--:|
    | (1) | "low" · 低, "high" · 高 | - | 5 |
    | (2) | - | > 0 | 6 |
    | (3) | - | < -5 | 1 |

    ## 工作分 · Work points

    **At most** `work limit`, **at least 2 points**.

    ```feel
    round(months worked * 3 points / 1 year, 2, half up)
    ```

    ### 工作分上限 · Work limit

    | U | works · 就业 | points · 分值 |
    |---|---|--:|
    | (1) | true | 40 |
    | (2) | false | 10.25 |

    ## 代替 · Replaced

    The **sum of** the following, **at most 3 points**:

    1. `work points`
    2. `grid`

    ## 代替为 · Replaces {exception to: replaced}

    **When** `level = "high"`, the **highest of** the following, **at most 33 points**:

    1. `rows that add`
    2. 差额 · the balance `balance * 1 point`

    ## 表格 · Grid

    | U | years abroad · 境外年数 | points if works | points otherwise |
    |---|---|--:|--:|
    | (1) | 0 | 0 | 1 |
    | (2) | [1..10] | 2 | 3.125 |
    | (3) | > 10 | 4 | 4 |

    ## 仅当 · Only when

    **When** `reply = "yes" and share > 0.5`, the **sum of** the following, **at most 2 points**:

    1. 语言 · language `if (language otherwise "french") = "french" then 1 point else 2 points`
    2. 成绩 · grade `(grade otherwise 1.0) * 1 point`

    ## 奖分 · Prize {each of: awards}

    | U | rank · 名次 | points · 分值 |
    |---|---|--:|
    | (1) | 1 | 9 |
    | (2) | [2..9] | 1 |

    ## 得奖 · Prized {each of: awards}

    **Any of** the following:

    1. 名次靠前 · ranked high `rank <= 3`
    2. 早年获奖 · long ago `(award day otherwise 2099-01-01) < add(birth date, 40 years, month end: down)`

    # 第五条 服务 · Article 5 Services {source: S}

    The following are open **when** `works`; they are **suspended when** `balance = 3`.

    | service | total · 合计 | provided by |
    |---|---|---|
    | (1) 甲服务 · service a | >= 30 | 甲机关 · office a |
    | (2) 乙服务 · service b | < 6 | 甲机关 · office a |
    """

  static let library = Libraries.library([
    "test/facts.md": FactDictionary.text, "test/measure.md": measure,
  ])

  /// The measure on an ordinary day, or `nil` with the reason told by a test.
  static let prepared: Prepared? = CivilDate("2024-03-31").flatMap {
    try? Prepared(library, "test", on: $0)
  }
}
