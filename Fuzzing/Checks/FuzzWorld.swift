import ExpressionLanguage
import Policy

/// A small dictionary with a fact of every type, for texts that need names.
enum FuzzWorld {
  /// The dictionary.
  static let dictionary = """
    ---
    dictionary: fuzz
    title: 数据 · Facts
    ---

    # 类型 · Types

    | type | is | unit |
    |---|---|---|
    | level · 等级 | "none" · 无 < "low" · 低 < "high" · 高 | |

    # 本人 · The person

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | birth date · 出生日期 | date [1930-01-01..2030-12-31] | | police · 公安 | yes | no |
    | works · 有工作 | yes/no | | office · 经办 | yes | yes |
    | education · 学历 | level | | school · 学校 | yes | yes |
    | income · 收入 | whole number [0..10_000_000] | yuan | tax · 税务 | yes | yes |
    | score · 成绩 | number [0.0..9.0] | | school · 学校 | yes | yes |
    | paid months · 缴费月数 | whole number [0..720] | months | office · 经办 | yes | yes |
    | bonus · 奖励分 | optional number [0.00..99.99] | points | office · 经办 | yes | yes |
    | award day · 获奖日 | optional date [1950-01-01..2030-12-31] | | office · 经办 | yes | no |
    | place · 地区 | "here" · 本地, "elsewhere" · 外地 | | police · 公安 | yes | yes |
    | applied at · 申报时刻 | instant | | office · 经办 | yes | no |
    | remark · 备注 | text | | office · 经办 | yes | yes |

    ## 就业 · Jobs {spells: months} {up to: 20}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | wage · 工资 | whole number [0..1_000_000] | yuan | tax · 税务 | yes | yes |

    ## 住所 · Homes {spells: days} {up to: 20}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | tenure · 性质 | "own" · 自有, "rented" · 租赁 | | office · 经办 | yes | yes |

    ## 奖项 · Awards {records} {up to: 20}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | grade · 级别 | level | | office · 经办 | yes | no |
    | worth · 奖分 | whole number [0..50] | points | office · 经办 | yes | no |

    """

  /// A measure that binds nothing, beside a dictionary that is tried.
  static let measure = """
    ---
    policy: fuzz/measure
    title: 办法 · Measure
    authority: 机关 · Office
    effective: 2024-01-01
    standing: sample
    numbering: ours
    time zone: Asia/Shanghai
    facts: facts.md
    ---

    # 第一章 总则 · Chapter 1 General

    ## 第一条 目的 · Article 1 Purpose {informative}

    文字。
    Words.

    """

  /// What the dictionary declares.
  static var model: FactModel { world.model }

  /// The world's rules, of which there are none, ready to be joined by one.
  static var program: Program { world.program }

  private static let world: PolicySet = {
    let files = [("facts.md", dictionary), ("measure.md", measure)].map { path, text in
      PolicyFile(path: path, bytes: Array(text.utf8), hash: "")
    }
    let day = CivilDate(year: 2024, month: 6, day: 1) ?? .earliest
    let library = PolicyLibrary(files: files)
    guard let set = PolicyCompiler.compile(library, jurisdiction: "fuzz", on: day).set else {
      preconditionFailure("the dictionary of the world is sound")
    }
    return set
  }()
}
