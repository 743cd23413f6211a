import ExpressionLanguage
import Policy

/// A small measure with its amendments, as files of a folder.
enum SmallLaw {
  static let dictionary = """
    ---
    dictionary: demo
    title: 数据 · Facts
    ---

    # 事实 · Facts

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | age · 周岁 | whole number [0..120] | years | police · 公安 | yes | no |
    | education · 学历 | "master" · 硕士, "bachelor" · 学士, "none" · 无 | | schools · 学校 | yes | yes |

    """

  static func front(
    _ first: String,
    _ day: String,
    standing: String = "reported",
    _ more: String = ""
  ) -> String {
    """
    ---
    \(first)
    title: 办法 · Measure
    authority: 机关 · Office
    effective: \(day)
    standing: \(standing)
    \(more)---

    """
  }

  static let measure =
    front(
      "policy: demo/points",
      "2021-01-01",
      "numbering: ours\ntime zone: Asia/Shanghai\nfacts: facts.md\n"
    ) + """
      # 第一章 积分 · Chapter 1 Points

      ## 第一条 总分 · Article 1 Total

      下列各项**合计**：
      The **sum of** the following:

      1. `age points`
      2. `education points`

      ## 第二条 年龄分 · Article 2 Age points

      | U | age | points |
      |---|---|--:|
      | (1) | <= 35 | 20 |
      | (2) | > 35 | 0 |

      ### 说明 · Note {informative}

      以证件为准。
      The card counts.

      ## 第三条 学历分 · Article 3 Education points

      | U | education | points |
      |---|---|--:|
      | (1) | "master" | 40 |
      | (2) | not("master") | 0 |
      """

  /// The age points with another limit, as an article of an amendment.
  static func agePoints(_ limit: Int) -> String {
    """
    ## 第二条 年龄分 · Article 2 Age points

    | U | age | points |
    |---|---|--:|
    | (1) | <= \(limit) | 20 |
    | (2) | > \(limit) | 0 |
    """
  }

  /// The library of the measure and of more files.
  static func library(_ more: [(path: String, text: String)] = []) -> PolicyLibrary {
    var files = [
      file("facts.md", dictionary), file("points/2021.md", measure),
    ]
    files += more.map { file("points/" + $0.path, $0.text) }
    return PolicyLibrary(files: files)
  }

  private static func file(_ path: String, _ text: String) -> PolicyFile {
    PolicyFile(
      path: path,
      bytes: Array(text.replacing("facts: facts.md", with: "facts: ../facts.md").utf8),
      hash: "hash of " + path
    )
  }

  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }

  /// What a rule gives for somebody of an age, by the set in force on a day.
  static func points(
    _ rule: String,
    age: Int64,
    _ library: PolicyLibrary,
    on text: String
  ) throws -> Value? {
    let day = day(text)
    guard let set = PolicyCompiler.compile(library, jurisdiction: "demo", on: day).set else {
      return nil
    }
    return try points(rule, age: age, set, on: day)
  }

  static func points(
    _ rule: String,
    age: Int64,
    _ set: PolicySet,
    on day: CivilDate
  ) throws -> Value? {
    let facts = set.model.facts.map { fact -> Value in
      fact.name.english == "age" ? .number(age) : .choice(0)
    }
    let evaluator = Evaluator(
      program: set.program,
      facts: facts,
      records: [],
      legalDate: day
    )
    guard let index = set.rules.firstIndex(where: { $0.name.english == rule }) else { return nil }
    return try evaluator.value(of: index)
  }
}
