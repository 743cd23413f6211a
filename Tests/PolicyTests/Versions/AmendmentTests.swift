import ExpressionLanguage
import Policy
import TestSupport
import Testing

/// Amendments and repeals: what is in force after them, and where each line comes from.
@Suite struct AmendmentTests {
  static let amends = "amends: demo/points"

  private func versions(_ library: PolicyLibrary) -> [String] {
    library.measures.sorted { $0.header.from < $1.header.from }.map { measure in
      "\(measure.header.from)..\(measure.header.until.map(\.description) ?? "")"
    }
  }

  @Test func `an article is replaced from the day of the amendment on`() throws {
    let library = SmallLaw.library([
      ("2022.md", SmallLaw.front(Self.amends, "2022-07-01") + SmallLaw.agePoints(40))
    ])
    #expect(library.report.text(DiagnosticFormatter(language: .english)) == "")
    #expect(versions(library) == ["2021-01-01..2022-06-30", "2022-07-01.."])
    #expect(try SmallLaw.points("Age points", age: 38, library, on: "2022-06-30") == .number(0))
    #expect(try SmallLaw.points("Age points", age: 38, library, on: "2022-07-01") == .number(20))
    #expect(try SmallLaw.points("Total", age: 38, library, on: "2022-07-01") == .number(60))
  }

  @Test func `amendments follow each other, and one may change what another put in`() throws {
    let library = SmallLaw.library([
      ("a.md", SmallLaw.front(Self.amends, "2022-01-01") + SmallLaw.agePoints(40)),
      ("b.md", SmallLaw.front(Self.amends, "2023-01-01") + SmallLaw.agePoints(50)),
      (
        "c.md",
        SmallLaw.front(Self.amends, "2024-01-01")
          + SmallLaw.agePoints(30).replacing("Article 2", with: "Article 2-1")
          .replacing("第二条", with: "第二条之一").replacing("Age points", with: "Youth points")
          .replacing("年龄分", with: "青年分 ").replacing(
            "Youth points",
            with: "Youth points {after: Article 2}"
          )
      ),
    ])
    #expect(library.report.text(DiagnosticFormatter(language: .english)) == "")
    #expect(
      versions(library) == [
        "2021-01-01..2021-12-31", "2022-01-01..2022-12-31", "2023-01-01..2023-12-31",
        "2024-01-01..",
      ]
    )
    let last = try #require(library.measure("demo/points", on: SmallLaw.day("2024-01-01")))
    #expect(
      last.texts.map(\.file) == ["points/2021.md", "points/a.md", "points/b.md", "points/c.md"]
    )
    #expect(last.hash.split(separator: "+").count == 4)
    #expect(try SmallLaw.points("Age points", age: 45, library, on: "2022-12-31") == .number(0))
    #expect(try SmallLaw.points("Age points", age: 45, library, on: "2024-01-01") == .number(20))
    #expect(try SmallLaw.points("Youth points", age: 29, library, on: "2024-01-01") == .number(20))
    #expect(try SmallLaw.points("Youth points", age: 29, library, on: "2023-12-31") == nil)
  }

  @Test func `every line of the consolidated text is a line of one of its texts`() throws {
    let library = SmallLaw.library([
      ("a.md", SmallLaw.front(Self.amends, "2022-01-01") + SmallLaw.agePoints(40)),
      (
        "b.md",
        SmallLaw.front(Self.amends, "2023-01-01", "transition: by decision day\n")
          + "### 说明 · Note {informative}\n\n以户口簿为准。\nThe booklet counts.\n"
      ),
    ])
    for measure in library.measures {
      let source = measure.document.source
      guard let origins = source.origins else { continue }
      #expect(origins.texts.map(\.name) == measure.texts.map(\.file))
      for number in 1..<source.lineStarts.count {
        let range = source.lineRange(number)
        let text = source.text(range)
        let written = source.written(range)
        let line = written.source.line(at: written.range.start)
        // A blank line may have been put between the two.
        #expect(text.isEmpty || written.source.text(written.source.lineRange(line)) == text)
        if !text.isEmpty { #expect(written.source.text(written.range) == text) }
      }
    }
    // The amendment of 2022 dropped the note, so that of 2023 has nothing to change.
    #expect(library.report.findings["points/b.md"]?.sorted.map(\.id) == ["amends-nothing"])
  }

  @Test func `a sub-section alone is replaced, and its article stays`() throws {
    let library = SmallLaw.library([
      (
        "b.md",
        SmallLaw.front(Self.amends, "2023-01-01")
          + "### 说明 · Note {informative}\n\n以户口簿为准。\nThe booklet counts.\n"
      )
    ])
    #expect(library.report.text(DiagnosticFormatter(language: .english)) == "")
    let text = try #require(library.measure("demo/points", on: SmallLaw.day("2023-01-01")))
      .document.source
    #expect(text.text(text.range).contains("booklet"))
    #expect(!text.text(text.range).contains("The card counts"))
    #expect(text.text(text.range).contains("| (1) | <= 35 | 20 |"))
  }

  @Test func `what an amendment says is as well founded as the amendment`() throws {
    let library = SmallLaw.library([
      (
        "a.md",
        SmallLaw.front(Self.amends, "2022-01-01", standing: "sample, ours") + SmallLaw.agePoints(40)
      )
    ])
    let set = try #require(
      PolicyCompiler.compile(library, jurisdiction: "demo", on: SmallLaw.day("2022-01-01")).set
    )
    let standings = Dictionary(
      set.rules.map { ($0.name.english, $0.standing) },
      uniquingKeysWith: { one, _ in one }
    )
    #expect(standings["Age points"] == StandingNote(.sample, reason: "ours"))
    #expect(standings["Education points"] == StandingNote(.reported))
    #expect(set.measures[0].standing.standing == .sample, "the whole is as weak as its weakest")
  }

  @Test func `an article that is repealed decides nothing any more`() throws {
    let library = SmallLaw.library([
      (
        "a.md",
        SmallLaw.front(Self.amends, "2022-01-01")
          + "## 第一条 总分 · Article 1 Total {repealed}\n"
      )
    ])
    let set = PolicyCompiler.compile(
      library,
      jurisdiction: "demo",
      on: SmallLaw.day("2022-01-01")
    ).set
    #expect(set?.rules.contains { $0.name.english == "Total" } == false)
    #expect(set?.measures[0].articles.map(\.binding) == [.repealed, .rules, .rules])
  }

  @Test func `a measure is repealed by a decision, or by the one that follows it`() throws {
    let decision = SmallLaw.library([
      ("end.md", SmallLaw.front("repeals: demo/points", "2024-01-01"))
    ])
    #expect(decision.report.text(DiagnosticFormatter(language: .english)) == "")
    #expect(versions(decision) == ["2021-01-01..2023-12-31"])
    #expect(decision.measure("demo/points", on: SmallLaw.day("2024-01-01")) == nil)
    let next = SmallLaw.library([
      (
        "next.md",
        SmallLaw.measure.replacing("effective: 2021-01-01", with: "effective: 2024-01-01")
          .replacing("numbering: ours", with: "numbering: ours\nrepeals: demo/points")
      )
    ])
    #expect(next.report.text(DiagnosticFormatter(language: .english)) == "")
    #expect(versions(next) == ["2021-01-01..2023-12-31", "2024-01-01.."])
  }

  @Test func `the amended version ends when the version that it amends was to end`() {
    let library = PolicyLibrary(files: [
      PolicyFile(path: "facts.md", bytes: Array(SmallLaw.dictionary.utf8), hash: ""),
      PolicyFile(
        path: "one.md",
        bytes: Array(
          SmallLaw.measure.replacing(
            "effective: 2021-01-01",
            with: "effective: 2021-01-01 .. 2025-12-31"
          ).utf8
        ),
        hash: ""
      ),
      PolicyFile(
        path: "two.md",
        bytes: Array(
          (SmallLaw.front(Self.amends, "2023-01-01") + SmallLaw.agePoints(40)).utf8
        ),
        hash: ""
      ),
    ])
    #expect(versions(library) == ["2021-01-01..2022-12-31", "2023-01-01..2025-12-31"])
  }

  @Test func `an article put in later is cited by two numbers in both languages`() {
    let source = SourceText(
      name: "x.md",
      text: SmallLaw.front(Self.amends, "2022-01-01")
        + "## 第一百二十条之三 增补 · Article 120-3 Added {after: Article 1} {informative}\n"
    )
    let (document, found) = MeasureReader.read(source)
    #expect(found.isEmpty)
    let citation = document?.sections.first?.heading.citation
    #expect(citation?.number == 120)
    #expect(citation?.inserted == 3)
    #expect(document?.sections.first?.heading.chinese?.citation?.text == "第一百二十条之三")
    #expect(document?.sections.first?.heading.name == "Added")
  }
}
