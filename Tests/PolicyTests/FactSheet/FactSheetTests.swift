import ExpressionLanguage
import Policy
import TestSupport
import Testing

/// The dictionary as a table.
@Suite struct FactSheetTests {
  private func sheet(
    _ files: [PolicyFile],
    _ jurisdiction: String,
    _ language: Language
  ) throws -> (text: String, rows: [[String: String]], set: PolicySet) {
    let library = PolicyLibrary(files: files)
    let day = try #require(CivilDate("2026-11-23"))
    let set = try #require(
      PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: day).set
    )
    let text = FactSheet(set, of: library, language).csv
    let rows = try StrictCSV.rows(text)
    let header = try #require(rows.first)
    #expect(Set(header).count == header.count)
    let cells = rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    return (text, cells, set)
  }

  @Test(arguments: ["china", "xiongan"], Language.allCases)
  func `the shipped dictionaries come out as they are kept`(
    jurisdiction: String,
    language: Language
  ) throws {
    let (text, rows, set) = try sheet(ShippedPolicies.measures, jurisdiction, language)
    let attributes = set.model.records.reduce(0) { $0 + $1.attributes.count }
    #expect(rows.count == set.model.facts.count + set.model.records.count + attributes)
    Golden.expect(
      text.replacing("\r\n", with: "\n"),
      equals: "facts/\(jurisdiction).\(language.rawValue).csv"
    )
  }

  private static let measure = """
    ---
    policy: test/measure
    title: 试行办法 · Trial measure
    authority: 试行机关 · Trial office
    effective: 2024-01-01
    standing: sample
    numbering: ours
    time zone: Asia/Shanghai
    facts: facts.md
    ---

    # 第一章 总则 · Chapter 1 General

    ## 第一条 渠道 · Article 1 Way

    | channel | value |
    |---|---|
    | open when | may |
    | family | comes along |

    ### 可以 · May

    ```feel
    first step and covers(jobs[place = "here"], on: legal date)
    ```

    ### 第一步 · First step

    ```feel
    children > 2
    ```

    ### 随迁 · Comes along {each of: awards}

    ```feel
    award grade = "high"
    ```

    ## 第二条 其他 · Article 2 Other

    ```feel
    if with spouse then (largest(awards.award points) otherwise 0 points) else 1 point
    ```

    """

  @Test func `what uses a fact is found through rules, records and filters`() throws {
    let files = CaseFile(name: "sheet/measure", text: FactSheetTests.measure).files
    let (_, rows, _) = try sheet(files, "test", .english)
    func use(_ name: String, of records: String = "") throws -> [String] {
      let row = try #require(rows.first { $0["name"] == name && $0["records"] == records })
      return [row["measures"] ?? "", row["channels"] ?? ""]
    }
    let both = ["test/measure", "Way"]
    #expect(try use("children") == both)
    #expect(try use("Jobs") == both)
    #expect(try use("place", of: "Jobs") == both)
    #expect(try use("from", of: "Jobs") == both)
    #expect(try use("wage", of: "Jobs") == ["", ""])
    #expect(try use("Awards") == both)
    #expect(try use("award grade", of: "Awards") == both)
    #expect(try use("with spouse") == ["test/measure", ""])
    #expect(try use("award points", of: "Awards") == ["test/measure", ""])
    #expect(try use("tax paid") == ["", ""])
  }

  @Test func `bounds, decimals, units and values stand as declared`() throws {
    let files = CaseFile(name: "sheet/measure", text: FactSheetTests.measure).files
    let (_, rows, _) = try sheet(files, "test", .english)
    func cells(_ name: String, _ columns: [String]) throws -> [String] {
      let row = try #require(rows.first { $0["name"] == name })
      return columns.map { row[$0] ?? "no column" }
    }
    let bounds = ["type", "unit", "least", "greatest", "decimals", "optional"]
    #expect(try cells("score", bounds) == ["number", "", "0.0", "9.0", "1", "no"])
    #expect(try cells("share", bounds) == ["number", "", "0.00", "1.00", "2", "no"])
    #expect(try cells("bonus", bounds) == ["whole number", "points", "0", "100", "0", "yes"])
    #expect(
      try cells("entry date", bounds) == ["date", "", "1990-01-01", "2030-12-31", "", "yes"]
    )
    #expect(
      try cells("rank", ["type", "values"])
        == ["one of 3 values, in order", "\"low\" · 低 < \"middle\" · 中 < \"high\" · 高"]
    )
  }
}
