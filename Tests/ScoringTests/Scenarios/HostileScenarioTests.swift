import ExpressionLanguage
import Policy
import Scoring
import Testing

/// Scenario files that say too little, too much or something else.
struct HostileScenarioTests {
  private static let front = """
    ---
    policy: test/measure
    title: 测试办法 · Test measure
    authority: 测试机关 · Test office
    standing: enacted
    numbering: ours
    time zone: Asia/Shanghai
    facts: facts.md
    sources:
      S: a source

    """

  private static func measure(_ effective: String, points: Int) -> String {
    front.replacing("standing: enacted", with: "effective: \(effective)\nstanding: enacted") + """
      ---

      # 第一条 准入 · Article 1 Way {source: S}

      | channel | value |
      |---|---|
      | open when · 条件 | works |
      | ranked by · 排序 | total |

      # 第二条 合计 · Article 2 Total {source: S}

      ```feel
      (if works then \(points) points else 0 points) + (largest(awards.prize) otherwise 0 points)
      ```

      # 第三条 奖励 · Article 3 Prize {each of: awards} {source: S}

      ```feel
      rank * 1 point
      ```

      # 第四条 加倍 · Article 4 Twice {given: count} {source: S}

      ```feel
      count * 2
      ```
      """
  }

  private func run(_ scenarios: String) -> (summary: ScenarioRunner.Summary, ids: [String]) {
    let facts = FactDictionary.text.replacing(
      "# 本人 · The person",
      with: """
        # 类型 · Types

        | type | is | unit |
        |---|---|---|
        | count · 次数 | whole number [0..9] | |

        # 本人 · The person
        """
    )
    let library = Libraries.library([
      "test/facts.md": facts,
      "test/2020-01-01.md": HostileScenarioTests.measure("2020-01-01 .. 2021-12-31", points: 3),
      "test/2022-01-01.md": HostileScenarioTests.measure("2022-01-01", points: 5),
      "test/scenarios.md": "---\nscenarios: test/measure\non: 2024-01-01\n---\n\n" + scenarios,
    ])
    let errors = library.report.text(DiagnosticFormatter(language: .english), from: .error)
    #expect(errors.isEmpty, "\(errors)")
    var runner = ScenarioRunner(library)
    let summary = runner.run()
    return (summary, summary.report.findings.values.flatMap { $0.sorted.map(\.id) })
  }

  private func table(_ word: String, _ rows: [(String, String)]) -> String {
    "| \(word) | value |\n|---|---|\n" + rows.map { "| \($0.0) | \($0.1) |\n" }.joined() + "\n"
  }

  @Test func `a good scenario holds, and one with a wrong value fails at its cell`() {
    let good = run(
      "# 一 · One\n\n" + table("given", [("works", "true"), ("awards", "none")])
        + table("expect", [("total", "5"), ("way", "eligible")])
    )
    #expect(good.ids.isEmpty && good.summary.scenarios == 1 && good.summary.failed == 0, "\(good)")
    let bad = run(
      "# 一 · One\n\n" + table("given", [("works", "true"), ("awards", "none")])
        + table("expect", [("total", "6"), ("way", "not eligible")])
    )
    #expect(bad.ids == ["unexpected-result", "unexpected-result"] && bad.summary.failed == 1)
  }

  @Test func `the legal date chooses the version in force`() {
    let found = run(
      "# 一 · One\n\n"
        + table("given", [("works", "true"), ("awards", "none"), ("legal date", "2021-12-31")])
        + table("expect", [("total", "3")])
        + "# 二 · Two\n\n| scenario | works | awards | legal date | expect total |\n"
        + "|---|---|---|---|---|\n| (1) | true | none | 2021-06-30 | 3 |\n"
        + "| (2) | true | none | 2022-01-01 | 5 |\n"
    )
    #expect(found.ids.isEmpty && found.summary.scenarios == 3, "\(found)")
    let none = run(
      "# 一 · One\n\n" + table("given", [("works", "true"), ("legal date", "2019-12-31")])
        + table("expect", [("total", "3")])
    )
    #expect(none.ids == ["no-measure-in-force"])
  }

  @Test(arguments: ["expect", "given"])
  func `a rule that needs a record or an argument is not asked alone`(word: String) {
    for name in ["prize", "twice"] {
      let tables =
        word == "expect"
        ? table("given", [("works", "true")]) + table("expect", [(name, "1")])
        : table("given", [(name, "1")]) + table("expect", [("way", "undetermined")])
      #expect(run("# 一 · One\n\n" + tables).ids == ["needs-more"])
    }
  }

  @Test(arguments: [
    ("given", "works", "perhaps", "unreadable-value"),
    ("given", "wroks", "true", "unknown-fact"),
    ("given", "awards", "3", "not-a-list-of-records"),
    ("given", "legal date", "2023-02-29", "unreadable-value"),
    ("given", "height", "9.9", "outside-bounds"),
    ("expect", "wya", "eligible", "unknown-expectation"),
    ("expect", "way", "open", "unexpected-result"),
    ("expect", "because", "Article 9", "unexpected-result"),
    ("expect", "missing", "nothing at all", "unexpected-result"),
    ("expect", "total", "five", "unreadable-value"),
  ])
  func `what cannot be read is said`(word: String, name: String, cell: String, id: String) {
    let given = word == "given" ? table("given", [(name, cell)]) : ""
    let expected = word == "expect" ? [(name, cell)] : [("way", "undetermined")]
    let found = run("# 一 · One\n\n" + given + table("expect", expected))
    #expect(found.ids.contains(id), "\(found.ids)")
    #expect(found.summary.failed == 1)
  }

  @Test func `what would be lost in silence is said`() {
    let twice = run(
      "# 一 · One\n\n" + table("given", [("works", "true"), ("works", "false")])
        + table("expect", [("way", "eligible")])
    )
    #expect(twice.ids.contains("doubled-fact"))
    let background = run(
      "# 背景 · Background\n\n" + table("given", [("works", "true")])
        + table("expect", [("way", "not eligible")])
        + "# 一 · One\n\n" + table("expect", [("way", "eligible")])
    )
    #expect(background.ids == ["expectation-in-background"])
    let late = run(
      "# 一 · One\n\n" + table("expect", [("way", "eligible")])
        + "# 背景 · Background\n\n" + table("given", [("works", "true")])
    )
    #expect(late.ids.isEmpty, "a background holds for what stands before it too: \(late.ids)")
    #expect(run("# 一 · One\n\n" + table("given", [("works", "true")])).ids == ["expects-nothing"])
  }

  @Test func `records that cannot be are refused as in a person's file`() {
    let spells =
      "| given jobs | from | to | city |\n|---|---|---|---|\n| (1) | 2020-03 | 2020-02 | \"here\" |\n\n"
    let found = run("# 一 · One\n\n" + spells + table("expect", [("way", "undetermined")]))
    #expect(found.ids.contains("ends-before-it-begins"))
    let many = "| given awards | rank |\n|---|---|\n| (1) | 1 |\n| (2) | 2 |\n| (3) | 3 |\n\n"
    let full = run("# 一 · One\n\n" + many + table("expect", [("way", "undetermined")]))
    #expect(full.ids.contains("too-many-records"))
  }
}
