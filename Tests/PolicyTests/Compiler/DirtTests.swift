import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

/// Files that nobody would write, or only somebody who wants to do harm: refused with a place, a
/// reason and a fix, at once.
@Suite struct DirtTests {
  private static let head = """
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


    """

  private func report(_ bytes: [UInt8]) -> (report: Report, seconds: Double) {
    let shared = CaseFile(name: "dirt/measure", text: "").files.last
    var files = [PolicyFile(path: "measure.md", bytes: bytes, hash: "")]
    if let shared { files.append(shared) }
    let start = DirtTests.processorSeconds
    let report = PolicyChecker(PolicyLibrary(files: files)).report
    return (report, DirtTests.processorSeconds - start)
  }

  /// What this thread has computed, and not what a clock tells: the machine may have more to do.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func report(_ body: String) -> (report: Report, seconds: Double) {
    report(Array((DirtTests.head + body).utf8))
  }

  /// Records an issue unless `id` is found quickly, with a place, a reason and a fix.
  private func expect(
    _ id: String,
    _ found: (report: Report, seconds: Double),
    line: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.seconds < 20, "\(id) took \(found.seconds) s", sourceLocation: sourceLocation)
    let all = found.report.findings["measure.md"]?.sorted ?? []
    guard let diagnostic = all.first(where: { $0.id == id }) else {
      Issue.record("\(id) is not among \(all.prefix(5).map(\.id))", sourceLocation: sourceLocation)
      return
    }
    #expect(diagnostic.severity == .error, sourceLocation: sourceLocation)
    #expect(diagnostic.reason != nil, "a reason", sourceLocation: sourceLocation)
    #expect(diagnostic.fix != nil, "a fix", sourceLocation: sourceLocation)
    for text in [diagnostic.headline] + [diagnostic.reason, diagnostic.fix].compactMap(\.self) {
      #expect(!text.english.isEmpty && !text.chinese.isEmpty, sourceLocation: sourceLocation)
    }
    if let line, let source = found.report.sources["measure.md"] {
      #expect(
        source.line(at: diagnostic.range.start) == line,
        sourceLocation: sourceLocation
      )
    }
    let words = found.report.text(DiagnosticFormatter(language: .chinese))
    #expect(words.count < 2_000_000, "what is said stays readable", sourceLocation: sourceLocation)
  }

  private func rule(_ number: Int, _ expression: String) -> String {
    "## 第\(number)条 规则\(number) · Article \(number) Rule r\(number)\n\n```feel\n\(expression)\n```\n\n"
  }

  @Test func `bytes that are no UTF-8`() {
    var bytes = Array(DirtTests.head.utf8)
    bytes += [0xB5, 0xDA, 0xD2, 0xBB, 0x0A]
    expect("not-utf8", report(bytes), line: 14)
  }

  @Test func `a NUL`() {
    expect("control-character", report("words\u{0}words\n"), line: 14)
  }

  @Test func `ten megabytes`() {
    let line = String(repeating: "x", count: 99) + "\n"
    expect("file-too-large", report(String(repeating: line, count: 105_000)), line: 1)
  }

  @Test func `a hundred thousand lines`() {
    expect("too-many-lines", report(String(repeating: "\n", count: 100_001)))
  }

  @Test func `two thousand and one headings`() {
    expect("too-many-sections", report(String(repeating: "## 甲 · A {informative}\n", count: 2_001)))
  }

  @Test func `a table of three thousand columns`() {
    let row = "|" + String(repeating: " a |", count: 3_000) + "\n"
    let dashes = "|" + String(repeating: "---|", count: 3_000) + "\n"
    expect(
      "too-many-columns",
      report("## 第一条 表 · Article 1 Table\n\n" + row + dashes + row),
      line: 16
    )
  }

  @Test func `quotations twenty thousand deep`() {
    let body = String(repeating: ">", count: 19_000) + " words\n"
    expect("nested-quotation", report(body + body), line: 14)
    let spaced = (0..<20_000).map { _ in ">" }.joined(separator: "\n") + "\n"
    #expect(report(spaced).seconds < 20)
  }

  @Test func `brackets ten thousand deep`() {
    let open = String(repeating: "(", count: 9_000)
    let close = String(repeating: ")", count: 9_000)
    let found = report(rule(1, open + "children" + close))
    #expect(found.report.hasErrors && found.seconds < 20)
    expect("too-deep", report(rule(1, String(repeating: "not(", count: 300) + "with spouse")))
    expect("too-deep", report(rule(1, String(repeating: "if ", count: 300) + "with spouse")))
    expect("unexpected", report(rule(1, String(repeating: "- ", count: 500) + "children")))
  }

  @Test func `a hundred rules in a row pass, one more does not`() {
    func chain(_ count: Int, _ first: String) -> String {
      rule(1, first) + (2...count).map { rule($0, "rule r\($0 - 1) + 1") }.joined()
    }
    let good = report(chain(100, "children"))
    #expect(!good.report.hasErrors && good.seconds < 20)
    expect("too-many-steps", report(chain(2_000, "children")))
    // Backwards, so that the first rule needs all the others.
    let backwards = (1...150).map { rule($0, $0 == 150 ? "children" : "rule r\($0 + 1) + 1") }
    expect("too-many-steps", report(backwards.joined()))
  }

  @Test func `deep expressions through a hundred rules do not overflow the stack`() {
    let open = String(repeating: "(1 + ", count: 55)
    let close = String(repeating: ")", count: 55)
    let rules = (1...100).map { number in
      rule(number, open + (number == 1 ? "children" : "rule r\(number - 1)") + close)
    }
    expect("too-many-steps", report(rules.joined()))
    let long = String(repeating: " + children", count: 480)
    let wide = (1...100).map { number in
      rule(number, (number == 100 ? "children" : "rule r\(number + 1)") + long)
    }
    let found = report(wide.joined())
    #expect(!found.report.hasErrors && found.seconds < 20)
  }

  @Test func `a thousand rules`() {
    let rules = (1...1_000).map { rule($0, $0 % 50 == 1 ? "children" : "rule r\($0 - 1) + 1") }
    let found = report(rules.joined())
    let words = found.report.text(DiagnosticFormatter(language: .english))
    #expect(!found.report.hasErrors, "\(words)")
    #expect(found.seconds < 20, "took \(found.seconds) s")
  }

  @Test func `a thousand rules of one name`() {
    let body = (1...1_000).map { number in
      "## 第\(number)条 规则 · Article \(number) Rule\n\n```feel\nchildren\n```\n\n"
    }
    expect("doubled-name", report(body.joined()))
  }

  @Test func `a hundred rules in a circle`() {
    let rules = (1...90).map { rule($0, "rule r\($0 % 90 + 1) + 1") }
    expect("circular-rules", report(rules.joined()))
  }

  @Test func `a long line of one expression`() {
    let found = report(rule(1, String(repeating: "children + ", count: 1_500) + "1"))
    expect("expression-too-long", found)
  }

  @Test func `rules that call each other twice do not double the work`() throws {
    var body = rule(1, "rule r2(children)")
    for number in 2...40 {
      let inner = number == 40 ? "x" : "rule r\(number + 1)(x) + rule r\(number + 1)(x) * 0"
      body +=
        "## 第\(number)条 规则\(number) · Article \(number) Rule r\(number) {given: x as level}\n\n"
      body += "```feel\n\(inner)\n```\n\n"
    }
    let shared = CaseFile(name: "dirt/measure", text: "").files.last
    let text = DirtTests.head + body
    var files = [PolicyFile(path: "measure.md", bytes: Array(text.utf8), hash: "")]
    if let shared { files.append(shared) }
    let day = try #require(CivilDate(year: 2024, month: 6, day: 1))
    let (set, report) = PolicyCompiler.compile(
      PolicyLibrary(files: files),
      jurisdiction: "test",
      on: day
    )
    let words = report.text(DiagnosticFormatter(language: .english))
    let found = try #require(set, "\(words)")
    let person = SamplePerson(found.model)
    let evaluator = Evaluator(
      program: found.program,
      facts: person.facts,
      records: person.records,
      legalDate: day
    )
    #expect(try evaluator.value(of: 0) == .number(3))
  }

  @Test func `many exceptions that are not ordered`() {
    var body = rule(1, "children * 1 point")
    for number in 2...40 {
      body +=
        "## 第\(number)条 例\(number) · Article \(number) Ex e\(number) {exception to: rule r1}\n\n"
      body += "**when** `children > \(number % 9)`\n\n```feel\n\(number) points\n```\n\n"
    }
    expect("two-exceptions", report(body))
  }
}
