import ExpressionLanguage
import FactFiles
import Policy
import Scoring
import TestSupport
import Testing

/// What is written of a person reads back as the same person.
struct FactFileWriterTests {
  private func read(_ text: String, _ model: FactModel) throws -> Facts {
    let source = SourceText(name: "written.yaml", bytes: Array(text.utf8))
    let file = FactFileReader.read(source)
    let formatter = DiagnosticFormatter(language: .english)
    let tree = try #require(
      file.tree,
      "\(file.diagnostics.sorted.map { formatter.format($0, in: source) })\n\(text)"
    )
    let found = FactsReader.read(tree, of: source, model: model)
    return try #require(
      found.facts,
      "\(found.diagnostics.sorted.map { formatter.format($0, in: source) })\n\(text)"
    )
  }

  private func expectSame(_ lhs: Facts, _ rhs: Facts, _ comment: Comment) {
    #expect(lhs.displayName == rhs.displayName, comment)
    #expect(lhs.values == rhs.values, comment)
    #expect(lhs.provenance == rhs.provenance, comment)
    for (left, right) in zip(lhs.records, rhs.records) {
      switch (left, right) {
      case (.unknown, .unknown): break
      case (.known(let left), .known(let right)): #expect(left == right, comment)
      default: Issue.record("records known and unknown", sourceLocation: #_sourceLocation)
      }
    }
  }

  @Test(arguments: Prepared.all)
  func `written and read again, a person is the same in either language`(
    prepared: Prepared
  ) throws {
    let sources = ["公安：户籍科", "a \"quoted\" # source", "none", "?", "\\ back", "", "{a: b}"]
    for seed in 0..<UInt64(6) {
      var person = RandomPerson(prepared, seed: seed + 3_000)
      var facts = person.partial(person.whole())
      if seed % 3 == 0 { facts.displayName = sources[Int(seed) % sources.count] + "李 O'Brien" }
      for index in facts.values.indices where person.pick(4) == 0 {
        facts.provenance[.fact(index)] = Provenance(
          source: sources[person.pick(sources.count)],
          asOf: person.pick(2) == 0 ? "2026-10-01" : ""
        )
      }
      for (kind, records) in facts.records.enumerated() where person.pick(3) == 0 {
        facts.provenance[.records(kind)] = Provenance(source: sources[person.pick(sources.count)])
        guard case .known(let rows) = records, !rows.isEmpty else { continue }
        facts.provenance[.attribute(records: kind, item: 0, attribute: 0)] = Provenance(asOf: "今年")
      }
      for language in Language.allCases {
        let writer = FactFileWriter(model: prepared.model, language: language)
        let text = writer.yaml(facts, heading: ["第一行", "", "a: [b"])
        expectSame(try read(text, prepared.model), facts, "seed \(seed)\n\(text)")
      }
    }
  }

  @Test func `nothing known is a file all the same`() throws {
    let prepared = try #require(Prepared.shipped.last)
    let writer = FactFileWriter(model: prepared.model, language: .english)
    let text = writer.yaml(prepared.nothing)
    #expect(text == "{}\n")
    expectSame(try read(text, prepared.model), prepared.nothing, "nothing")
  }

  @Test func `a choice called none is told from what is absent`() throws {
    let dictionary = """
      ---
      dictionary: test
      title: 测试 · Test
      ---

      # 本人 · The person

      | fact | type | unit | verified by | personal | can change |
      |---|---|---|---|---|---|
      | award · 奖 | optional "none" · 无, "high" · 高 | | office · 机关 | yes | no |
      | grade · 级 | "none" · 无, "high" · 高 | | office · 机关 | yes | no |
      """
    let way = """
      # 第一条 渠道 · Article 1 Way {source: S}

      | channel | value |
      |---|---|
      | open when · 条件 | (award otherwise "none") = grade |
      | order · 顺序 | 1 |
      """
    let measure = String(EveryConstruct.measure.prefix { $0 != "#" }) + way
    let library = Libraries.library(["test/facts.md": dictionary, "test/measure.md": measure])
    let day = try #require(CivilDate("2024-03-31"))
    let prepared = try Prepared(library, "test", on: day)
    for values in [[Value.absent, .choice(0)], [.choice(0), .choice(1)]] {
      var facts = prepared.nothing
      facts.values = values
      for language in Language.allCases {
        let text = FactFileWriter(model: prepared.model, language: language).yaml(facts)
        expectSame(try read(text, prepared.model), facts, "\(text)")
      }
    }
  }

  @Test func `what was not finished stands in remarks, and other dictionaries' facts are kept`()
    throws
  {
    let prepared = try #require(Prepared.shipped.first { $0.name == "xiongan" })
    let kind = try #require(prepared.model.records.firstIndex { $0.name.english == "Honours" })
    let range = SourceRange(0, 0)
    let text = FactFileWriter(model: prepared.model, language: .chinese).yaml(
      prepared.nothing,
      unfinished: [kind: [[.choice(2)]]],
      others: [
        FactTreeEntry(
          key: "外地: 事实",
          keyRange: range,
          value: .list([.scalar(text: "none", quoted: true, range: range)], range: range)
        )
      ]
    )
    #expect(text.contains("# 尚未填完，不作数：表彰\n#  - {级别: 省部级}\n"))
    #expect(text.contains("\"外地: 事实\": [\"none\"]\n"))
  }
}
