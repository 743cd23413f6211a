extension Scaffold {
  /// One article of each kind.
  var measureText: String {
    """
    ---
    policy: \(jurisdiction)/\(measure)
    title: 示例办法 · Sample Measure
    authority: 示例机关 · Sample Office
    effective: \(from)
    standing: sample, made up to begin from
    numbering: ours
    time zone: Asia/Shanghai
    facts: ../facts.md
    ---

    <!-- The law's text stands first, in both languages; the rule stands below it. Prose is never
         read: what binds is the list, table or expression under a heading.
         先写条文（中英文），规则写在下面。文字本身不被读取：标题下的列表、表格或表达式才是规则。 -->

    # 第一章 总则 · Chapter 1 General

    ## 第一条 目的 · Article 1 Purpose {informative}

    <!-- An article without a rule says so: informative, discretion or not encoded: why.
         没有规则的条文要标明：informative（说明性）、discretion（由机关裁量）或 not encoded: 原因。 -->

    为示范办法的写法，制定本办法。
    This Measure shows how a measure is written.

    # 第二章 条件 · Chapter 2 Conditions

    ## 第二条 申请条件 · Article 2 Who may apply

    <!-- Conditions: one word in bold says how the list binds; each item ends in its test.
         条件：一个加粗词说明各项如何合并；每项以反引号中的条件结尾。 -->

    申请人应当**同时符合**下列条件：
    An applicant meets **all of** the following:

    1. 持有有效居住证 · holds a valid permit `permit state = "active"`
    2. 在本地连续缴纳社会保险1年及以上
       has been insured here for one year without a break
       `insured months >= 1 year`

    ### 连续缴费月数 · Insured months

    <!-- A name of its own for what is computed: the English label of its heading.
         为计算的内容另立名称：标题的英文标签。 -->

    ```feel
    current run(insurance[insured place = "here"], to: legal date)
    ```

    ## 第三条 退役军人 · Article 3 Veterans {exception to: who may apply}

    <!-- An exception: whom it fits is not bound by the rule that it names.
         例外：符合者不受所指规则约束。 -->

    退役军人不受第二条限制。
    Veterans are not bound by Article 2, that is **when** `veteran`.

    # 第三章 积分 · Chapter 3 Points

    ## 第四条 总积分 · Article 4 Total points

    <!-- A sum with a limit.
         合计，并有上限。 -->

    总积分为下列各项**合计**，**最高60分**：
    The **sum of** the following, **at most 60 points**:

    1. 学历 · education `education points`
    2. 缴费每年6分 · 6 points a year insured `round(insured months * 6 points / 1 year, 2, half up)`

    ## 第五条 学历积分 · Article 5 Education points

    <!-- A table that must decide everyone exactly once (U), which is proved.
         U 表：每人恰好落入一行，由程序证明。 -->

    | U | education · 学历 | points · 分值 |
    |---|---|--:|
    | (1) | "master" · 硕士 | 40 |
    | (2) | "bachelor" · 本科 | 30 |
    | (3) | "none" · 无 | 0 |

    ## 第六条 年度计划 · Article 6 Points plan

    <!-- A value by date: add a row when it changes, never alter one that has been in force.
         按日期取值：变化时加一行，已经生效的不改。 -->

    | from | value |
    |---|---|
    | \(from) | 500 people |

    # 第四章 结果 · Chapter 4 What it leads to

    ## 第七条 积分落户 · Article 7 Settlement by points

    <!-- A channel: a way in, with what opens it and what it leads to.
         渠道：由什么打开，通向什么。 -->

    | channel | value |
    |---|---|
    | open when · 条件 | who may apply |
    | ranked by · 排序 | total points |
    | ties · 同分 | "admit all" · 同分同落 |
    | plan · 年度计划 | points plan |
    | leads to · 结果 | "settlement" · 落户 |
    | order · 顺序 | 1 |

    ## 第八条 公共服务 · Article 8 Public services

    <!-- Services: each row opens the one it names.
         服务：每行打开所列的一项。 -->

    持证人享受下列服务：
    The holder enjoys the following **when** `permit state = "active"`.

    | service | total points · 总积分 | provided by |
    |---|---|---|
    | (1) 公共图书馆 · public library | - | 文化局 · culture |
    | (2) 公租房 · public housing | >= 40 | 住建局 · housing |

    ## 第九条 办理期限 · Article 9 Clocks

    <!-- What casework reads: days, fees, papers. The names are a closed list.
         经办约定：期限、费用、材料。名称为固定清单。 -->

    | office | value |
    |---|---|
    | days to issue · 制发期限 | 15 days |
    | notice days · 公示天数 | 7 days |

    """
  }
}
