import ExpressionLanguage
import Policy
import Testing

struct FrontMatterTests {
  @Test func `keys and values are read as written`() throws {
    let reading = Reading("# A\n")
    let front = try #require(reading.document?.front)
    reading.expect()
    #expect(front.kind == .policy)
    #expect(front.id == "test/measure")
    #expect(reading.text(front.idRange) == "test/measure")
    #expect(front.entry("title")?.value == "A measure · 办法")
    #expect(reading.text(front.entry("time zone")?.keyRange) == "time zone")
    #expect(reading.text(front.entry("effective")?.valueRange) == "2021-01-01")
  }

  @Test func `two spaces nest one level`() throws {
    let reading = Reading(
      file: """
        ---
        policy: a/b
        title: t
        authority: a
        effective: 2021-01-01 .. 2022-01-01
        standing: sample
        numbering: ours
        time zone: UTC
        uses:
          other/measure: total points
        sources:
          X: Xinhua: "a report", 2021
        ---
        """
    )
    reading.expect()
    let front = try #require(reading.document?.front)
    #expect(front.entry("uses")?.children.map(\.key) == ["other/measure"])
    #expect(front.entry("sources")?.children.first?.value == "Xinhua: \"a report\", 2021")
  }

  @Test func `a dictionary and scenarios have their own keys`() {
    Reading("# A\n", kind: .dictionary).expect()
    Reading("# A\n", kind: .scenarios).expect()
    Reading(file: "---\ndictionary: d\ntitle: t\n1️⃣on: 2021-01-01\n---\n").expect("unknown-key")
    Reading(file: "---\n1️⃣scenarios: d\n---\n").expect("missing-key")
  }

  @Test func `a file without front matter is refused`() {
    let reading = Reading(file: "1️⃣# A heading\n")
    reading.expect("front-matter-missing")
    #expect(reading.document == nil)
    Reading(file: "1️⃣").expect("front-matter-missing")
  }

  @Test func `front matter that does not end is refused and the body read`() throws {
    let reading = Reading(file: "1️⃣---\ndictionary: d\ntitle: t\n\n# A · 甲\n")
    reading.expect("front-matter-unclosed")
    #expect(try #require(reading.document).sections.count == 1)
  }

  @Test func `the first key says what the file is`() {
    let reading = Reading(file: "---\n1️⃣polcy: a\n---\n")
    reading.expect("unknown-document-kind")
    #expect(reading.findings.first?.fix?.english == "policy:")
    #expect(reading.document == nil)
  }

  @Test func `an unknown key is named with the one that was meant`() {
    let reading = Reading(file: "---\n1️⃣scenarios: s\n2️⃣onn: 2021-01-01\n---\n")
    reading.expect("missing-key", "unknown-key")
    #expect(reading.findings.last?.fix?.english == "on:")
  }

  @Test func `a key stands once, with a value`() {
    Reading(file: "---\nscenarios: s\non: a\n1️⃣on: b\n---\n").expect("doubled-key")
    Reading(file: "---\nscenarios: s\n1️⃣on:\n---\n").expect("key-without-value")
    Reading(file: "---\nscenarios: s\non1️⃣:2021-01-01\n---\n").expect("colon-without-space")
    Reading(file: "---\nscenarios: s\non: x\n1️⃣just words\n---\n").expect("front-matter-line")
    Reading(file: "---\nscenarios: s\non: x\n1️⃣title：情景\n---\n").expect("full-width-colon")
  }

  @Test func `only sources and uses have lines below`() {
    Reading(file: "---\nscenarios: s\non: x\n  1️⃣y: z\n---\n").expect("unwanted-child")
    let sources = Reading.front(.policy).replacing("facts: facts.md", with: "sources: 1️⃣X")
    Reading(file: sources).expect("unwanted-value")
    let empty = Reading.front(.policy).replacing("facts: facts.md", with: "1️⃣sources:")
    Reading(file: empty).expect("key-without-value")
    let uses = Reading.front(.policy).replacing("facts: facts.md", with: "uses:\n  1️⃣Other: x")
    Reading(file: uses).expect("malformed-id")
    let deep = Reading.front(.policy)
      .replacing("facts: facts.md", with: "sources:\n  X: a\n1️⃣    Y: b")
    Reading(file: deep).expect("front-matter-indent")
  }

  @Test(arguments: ["a", "a-b/c-1/d", "189"])
  func `names of files are lower-case words`(id: String) {
    Reading(file: "---\nscenarios: \(id)\non: x\n---\n").expect()
  }

  @Test(arguments: ["A", "a b", "a--b", "/a", "a/", "办法", "a_b"])
  func `any other name is refused`(id: String) {
    Reading(file: "---\nscenarios: 1️⃣\(id)\non: x\n---\n").expect("malformed-id")
  }
}
