import ExpressionLanguage
import Policy
import Scoring
import Testing

/// Every form in which a fact may be written, in YAML and JSON, in English and Chinese.
struct FactsReadingTests {
  /// The canonical text of a fact as read, `nil` where the file is refused.
  private func canonical(_ text: String, _ name: String, file: String) throws -> String? {
    let (facts, diagnostics, model, _) = try FactDictionary.read(text, name: file)
    #expect(diagnostics.isEmpty, "\(text): \(diagnostics.map(\.headline.english))")
    let index = try #require(model.facts.firstIndex { $0.name.english == name })
    return facts.map { model.facts[index].type.canonical($0.values[index]) }
  }

  @Test(arguments: [
    ("birth date: 1986-11-11", "birth date", "1986-11-11"),
    ("Birth  Date: 1986-11-11", "birth date", "1986-11-11"),
    ("出生日期: 1986-11-11", "birth date", "1986-11-11"),
    ("出生日期: '2024-02-29'", "birth date", "2024-02-29"),
    ("birth date: 1930-01-01", "birth date", "1930-01-01"),
    ("birth date: 2030-12-31", "birth date", "2030-12-31"),

    ("birth date: ？", "birth date", "?"),
    ("works: yes", "works", "true"),
    ("works: no", "works", "false"),
    ("works: True", "works", "true"),
    ("就业: 是", "works", "true"),
    ("就业: 否", "works", "false"),
    ("level: \"none\"", "level", "none"),
    ("level: none", "level", "none"),
    ("level: 无", "level", "none"),
    ("等级: 高", "level", "high"),
    ("reply: no", "reply", "no"),
    ("答复: 同意", "reply", "yes"),
    ("height: 1.8", "height", "1.8"),
    ("height: 1.80", "height", "1.8"),
    ("height: 2", "height", "2.0"),
    ("height: 0", "height", "0.0"),
    ("months worked: 36", "months worked", "36"),
    ("months worked: 36 months", "months worked", "36"),
    ("months worked: 1 month", "months worked", "1"),
    ("months worked: 3 years", "months worked", "36"),
    ("工作月数: 36个月", "months worked", "36"),
    ("工作月数: 3年", "months worked", "36"),
    ("工作月数: 3 年", "months worked", "36"),
    ("years abroad: 2 years", "years abroad", "2"),
    ("境外年数: 2年", "years abroad", "2"),
    ("days away: 12 days", "days away", "12"),
    ("离开天数: 12天", "days away", "12"),
    ("share: 10%", "share", "0.1000"),
    ("share: 10 %", "share", "0.1000"),
    ("share: 0%", "share", "0.0000"),
    ("share: 0.25", "share", "0.2500"),
    ("income: 1_000.50", "income", "1000.50"),
    ("income: 1000 yuan", "income", "1000.00"),
    ("收入: 1000元", "income", "1000.00"),
    ("balance: -3", "balance", "-3"),
    ("balance: 0", "balance", "0"),
    ("language: none", "language", "none"),
    ("language: 无", "language", "none"),
    ("语言: 法语", "language", "french"),
    ("grade: none", "grade", "none"),
    ("grade: 9.0", "grade", "9.0"),
    ("filed: 2024-01-31 20:00", "filed", "2024-01-31 20:00"),
    ("filed: 2024-01-31", "filed", "2024-01-31 00:00"),
    ("remark: \"?\"", "remark", "?"),
    ("remark: 甲乙", "remark", "甲乙"),
    ("remark: ？", "remark", "?"),
  ])
  func `a fact is read as it is written`(text: String, name: String, wanted: String) throws {
    #expect(try canonical(text, name, file: "person.yaml") == wanted, "\(text)")
  }

  @Test(arguments: [
    (#"{"birth date": "1986-11-11"}"#, "birth date", "1986-11-11"),
    (#"{"works": true, "level": "none"}"#, "works", "true"),
    (#"{"works": true, "level": "none"}"#, "level", "none"),
    (#"{"language": "none"}"#, "language", "none"),
    (#"{"height": 1.8}"#, "height", "1.8"),
    (#"{"months worked": "3 years"}"#, "months worked", "36"),
    (#"{"birth date": "?"}"#, "birth date", "?"),
    (#"{"出生日期": {"值": "1986-11-11", "来源": "公安", "截至": "2024-01-01"}}"#, "birth date", "1986-11-11"),
  ])
  func `JSON says the same`(text: String, name: String, wanted: String) throws {
    #expect(try canonical(text, name, file: "person.json") == wanted, "\(text)")
  }

  @Test func `what is not written is unknown, and unlike none`() throws {
    let (facts, _, model, _) = try FactDictionary.read("works: yes")
    let read = try #require(facts)
    for (index, value) in read.values.enumerated() where model.facts[index].name.english != "works"
    {
      #expect(value == .unknown(Missing(.fact(index))))
    }
    for records in read.records {
      guard case .unknown = records else {
        Issue.record("records that nobody gave are known")
        continue
      }
    }
  }

  @Test(arguments: ["none", "无", "[]", "{value: none}", "{value: [], source: a}", "{值: 无}"])
  func `no records are known to be none`(written: String) throws {
    let (facts, diagnostics, _, _) = try FactDictionary.read("awards: \(written)")
    #expect(diagnostics.isEmpty)
    guard case .known(let rows) = facts?.records[2] else {
      Issue.record("\(written) is not known")
      return
    }
    #expect(rows.isEmpty)
  }

  @Test func `records are read with spells by month and by day`() throws {
    let (facts, diagnostics, model, _) = try FactDictionary.read(
      """
      jobs:
        - {from: 2019-02, to: 2020-02, city: here}
        - {起: 2021-01, 止: 无, 城市: 外地}
        - {from: 2021-03, to: ？}
      居留:
        - {from: 2019-02-03, to: none, stay place: here}
      awards:
        value:
          - {rank: 1, award day: none}
          - {rank: {value: 2, source: b, as of: 2024-01-01}}
        source: a
      """
    )
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let read = try #require(facts)
    var rows: [[String]] = []
    for (kind, records) in zip(model.records, read.records) {
      guard case .known(let known) = records else { continue }
      rows += known.map { row in zip(kind.attributes, row).map { $0.type.canonical($1) } }
    }
    #expect(
      rows == [
        ["2019-02-01", "2020-02-29", "here"], ["2021-01-01", "none", "there"],
        ["2021-03-01", "?", "?"], ["2019-02-03", "none", "here"], ["1", "none"], ["2", "?"],
      ]
    )
    #expect(read.provenance[.records(2)] == Provenance(source: "a"))
    #expect(
      read.provenance[.attribute(records: 2, item: 1, attribute: 0)]
        == Provenance(source: "b", asOf: "2024-01-01")
    )
  }

  @Test func `provenance is kept with its value`() throws {
    let (facts, _, _, _) = try FactDictionary.read(
      "birth date: {value: 1986-11-11, source: 公安, as of: 2026-10-01}\nworks: {值: ？, 来源: a}"
    )
    let read = try #require(facts)
    #expect(read.provenance[.fact(0)] == Provenance(source: "公安", asOf: "2026-10-01"))
    #expect(read.provenance[.fact(1)] == Provenance(source: "a"))
    #expect(read.values[1] == .unknown(Missing(.fact(1))))
  }

  @Test func `a name is shown and never a fact`() throws {
    #expect(try FactDictionary.read("姓名: 陈志远").facts?.displayName == "陈志远")
    #expect(try FactDictionary.read("name: ？").facts?.displayName == nil)
    #expect(try FactDictionary.read("name: \"?\"").facts?.displayName == "?")
    #expect(try FactDictionary.read("works: yes").facts?.displayName == nil)
  }

  @Test func `what another dictionary declares is passed over`() throws {
    let text = "shoe size: 43\n鞋码: 43\nawards:\n  - {rank: 1, prize money: 3, 奖金: 3}"
    let (facts, diagnostics, _, _) = try FactDictionary.read(text)
    #expect(facts != nil && diagnostics.isEmpty, "\(diagnostics)")
  }
}
