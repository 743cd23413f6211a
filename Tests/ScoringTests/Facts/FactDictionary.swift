import ExpressionLanguage
import FactFiles
import Policy
import Scoring
import Testing

/// A dictionary with one fact of every type, and people read by it.
enum FactDictionary {
  static let text = """
    ---
    dictionary: test
    title: 测试数据 · Test facts
    ---

    # 本人 · The person

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | birth date · 出生日期 | date [1930-01-01..2030-12-31] | | a · 甲 | yes | no |
    | works · 就业 | yes/no | | a · 甲 | yes | no |
    | level · 等级 | "none" · 无 < "low" · 低 < "high" · 高 | | a · 甲 | yes | no |
    | reply · 答复 | "no" · 不同意, "yes" · 同意 | | a · 甲 | yes | no |
    | height · 身高 | number [0.0..3.0] | | a · 甲 | yes | no |
    | months worked · 工作月数 | whole number [0..600] | months | a · 甲 | yes | no |
    | years abroad · 境外年数 | whole number [0..50] | years | a · 甲 | yes | no |
    | days away · 离开天数 | whole number [0..366] | days | a · 甲 | yes | no |
    | share · 比例 | number [0.0000..1.0000] | | a · 甲 | yes | no |
    | income · 收入 | number [0.00..1000000.00] | yuan | a · 甲 | yes | no |
    | balance · 差额 | whole number [-10..10] | | a · 甲 | yes | no |
    | language · 语言 | optional "english" · 英语, "french" · 法语 | | a · 甲 | yes | no |
    | grade · 成绩 | optional number [0.0..9.0] | | a · 甲 | yes | no |
    | filed · 提交时间 | instant | | a · 甲 | yes | no |
    | remark · 备注 | text | | a · 甲 | yes | no |

    # 记录 · Records

    ## 工作经历 · Jobs {spells: months} {up to: 3}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | city · 城市 | "here" · 本地, "there" · 外地 | | a · 甲 | yes | no |

    ## 居留 · Stays {spells: days} {up to: 3}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | stay place · 居留地 | "here" · 本地, "there" · 外地 | | a · 甲 | yes | no |

    ## 奖项 · Awards {records} {up to: 2}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | rank · 名次 | whole number [1..9] | | a · 甲 | yes | no |
    | award day · 获奖日期 | optional date [2000-01-01..2100-12-31] | | a · 甲 | yes | no |
    """

  /// A second dictionary, whose names a person's file may hold too.
  static let other = """
    ---
    dictionary: other
    title: 另一地的数据 · Facts of another place
    ---

    # 本人 · The other person

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | shoe size · 鞋码 | whole number [20..60] | | a · 甲 | yes | no |

    # 记录 · Other records

    ## 奖项 · Awards {records} {up to: 2}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | prize money · 奖金 | whole number [0..9000] | yuan | a · 甲 | yes | no |
    """

  static let library = Libraries.library([
    "test/facts.md": text,
    "other/facts.md": other,
    "test/measure/2020-01-01.md": """
    ---
    policy: test/measure
    title: 测试办法 · Test measure
    authority: 测试机关 · Test office
    effective: 2020-01-01
    standing: enacted
    numbering: ours
    time zone: Asia/Shanghai
    facts: ../facts.md
    sources:
      S: a source
    ---

    # 第一条 准入 · Article 1 Way {source: S}

    | channel | value |
    |---|---|
    | open when · 条件 | works |
    """,
  ])

  static let prepared: Prepared? = CivilDate("2024-01-01").flatMap {
    try? Prepared(library, "test", on: $0)
  }

  /// What a file says, typed by the dictionary.
  static func read(
    _ text: String,
    name: String = "person.yaml"
  ) throws -> (facts: Facts?, diagnostics: [Diagnostic], model: FactModel, source: SourceText) {
    let model = try #require(prepared, "the dictionary compiles").model
    let source = SourceText(name: name, bytes: Array(text.utf8))
    let file = FactFileReader.read(source)
    var diagnostics = file.diagnostics
    guard let tree = file.tree else { return (nil, diagnostics.sorted, model, source) }
    let (facts, found) = FactsReader.read(
      tree,
      of: source,
      model: model,
      foreign: library.declaredNames,
      quotesTell: file.format == .yaml
    )
    diagnostics.formUnion(found)
    return (facts, diagnostics.sorted, model, source)
  }
}
