/// A small measure in which every construct stands once, with its dictionary.
enum SmallMeasure {
  static let texts = ["demo/permit/2021-01-01.md": measure, "demo/facts.md": dictionary]

  static let measure = """
    ---
    policy: demo/permit
    title: 示例办法 · Sample Measure
    authority: 某市人民政府 · The City
    effective: 2021-01-01 .. 2024-12-31
    standing: reported
    numbering: ours
    time zone: Asia/Shanghai
    facts: ../facts.md
    sources:
      S: a source that we name
    ---

    # 第一章 总则 · Chapter 1 General

    ## 第一条 目的 · Article 1 Purpose {informative} {source: S, p. 3}

    > 为了示例，制定本办法。

    写明每种结构，见[说明](https://example.org/a?b=1&c=2)。
    Each construct once; `code` and 5 > 3 & 2 stay as they are.

    ## 第二条 申请条件 · Article 2 Who may apply

    申请人应当**同时符合**：
    An applicant meets **all of** these:

    1. 已满18周岁 · is 18 years of age or over `age now >= 18 years` {standing: sample, made up}
    2. 符合下列条件**之一**
       meets **any of** these
       1. 有住所 · has a home `any(homes[tenure = "own"])`
       2. 经机关认可 · is accepted by the office `accepted` {discretion}

    ### 用语 · Terms

    下列用语的**含义**：
    Each term **means** what stands beside it:

    1. 周岁 · age now `age(birth date, on: legal date, full: day after)`

    ## 第三条 例外 · Article 3 Relocated people {exception to: who may apply}

    疏解人员不受限制，**当** `relocated`。
    Whoever was relocated is not bound, that is **when** `relocated`.

    # 第二章 积分 · Chapter 2 Points

    ## 第四条 学历积分 · Article 4 Education points {standing: sample, made up}

    适用的各行相加，**最高30分**：
    The rows that apply are added, **at most 30 points**:

    | C+ | education · 学历 | age now | points | source |
    |---|---|---|--:|---|
    | (1) | "master" · 硕士 | - | 20 | S |
    | (2) | >= "bachelor" | [18..45] | 15 | |

    ## 第五条 计划 · Article 5 Plan

    | from | value | standing |
    |---|---|---|
    | 2021-01-01 | 300 people | |
    | 2023-01-01 | 500 people | sample |

    ## 第六条 渠道 · Article 6 Settlement

    | channel | value | standing | source |
    |---|---|---|---|
    | open when · 条件 | who may apply | reported | S |
    | ranked by · 排序 | education points | | |
    | plan · 年度计划 | plan | | |
    | leads to · 结果 | "settlement" · 落户 | | |

    ## 第七条 服务 · Article 7 Services

    持证人享受下列服务：
    The holder enjoys the following **when** `accepted`.

    | service | education points · 学历积分 | provided by |
    |---|---|---|
    | (1) 义务教育 · compulsory education | >= 10 | 教育局 · education |

    ## 第八条 裁量 · Article 8 Fines {discretion}

    由机关处理。
    The office decides.

    ## 第九条 不编写 · Article 9 Cards {not encoded: it decides nothing}

    证面内容。
    What the card shows.

    ## 第十条 旧规定 · Article 10 Old rule {repealed}

    原规定。
    It was.

    ## 2023年度 · Round 2023

    | office | value |
    |---|---|
    | declaration closes · 申报截止 | 2023-06-04 20:00 |
    | qualified people · 入围人数 | 324 people |

    """

  static let dictionary = """
    ---
    dictionary: demo
    title: 示例数据 · Sample facts
    ---

    # 本人 · The person

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | birth date · 出生日期 | date [1930-01-01..2030-12-31] | | police · 公安 | yes | no |
    | education · 学历 | "none" · 无 < "bachelor" · 本科 < "master" · 硕士 | | school · 学校 | yes | yes |
    | accepted · 已认可 | yes/no | | the office · 机关 | yes | no |
    | relocated · 疏解人员 | yes/no | | the unit · 单位 | yes | no |

    ## 住所 · Homes {spells: days} {up to: 60}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | tenure · 住所类型 | "own" · 自有, "rented" · 租赁 | | housing · 住建 | yes | yes |

    """
}
