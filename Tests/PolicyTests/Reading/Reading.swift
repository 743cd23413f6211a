import ExpressionLanguage
import Policy
import TestSupport
import Testing

/// A small file for one construct, with what the reader made of it.
struct Reading {
  /// The text without its markers.
  let marked: MarkedText
  /// The document, where there is one.
  let document: Document?
  /// Everything found, in order.
  let findings: [Diagnostic]

  /// Reads `body` below the front matter of a file of `kind`.
  init(_ body: String, kind: DocumentKind = .policy) {
    self.init(file: Reading.front(kind) + body)
  }

  /// Reads a whole file.
  init(file: String) {
    marked = MarkedText(file)
    let source = SourceText(name: "test.md", text: marked.text)
    let (document, diagnostics) = MeasureReader.read(source)
    self.document = document
    findings = diagnostics.sorted
  }

  /// Reads `text` under a heading of a measure.
  static func under(_ text: String) -> Reading { Reading("# Article 1 Rule · 第一条 规则\n\n" + text) }

  /// The front matter of a sound file of `kind`.
  static func front(_ kind: DocumentKind) -> String {
    switch kind {
    case .policy:
      """
      ---
      policy: test/measure
      title: A measure · 办法
      authority: The office · 机关
      effective: 2021-01-01
      standing: sample
      numbering: ours
      time zone: UTC
      facts: facts.md
      ---

      """
    case .amendment, .repeal:
      """
      ---
      \(kind.rawValue): test/measure
      title: A change · 修改
      authority: The office · 机关
      effective: 2022-01-01
      standing: sample
      ---

      """
    case .dictionary: "---\ndictionary: test\ntitle: Facts · 数据\n---\n\n"
    case .scenarios: "---\nscenarios: test/measure\non: 2021-06-01\n---\n\n"
    case .calendar:
      """
      ---
      calendar: test/days
      title: Days · 日历
      authority: The office · 机关
      standing: sample
      ---

      """
    }
  }

  /// The first section.
  var section: Section? { document?.sections.first }

  /// The text in `range`.
  func text(_ range: SourceRange?) -> String? {
    guard let range else { return nil }
    return SourceText(name: "test.md", text: marked.text).text(range)
  }

  /// The ids of what was found.
  var ids: [String] { findings.map(\.id) }

  /// Checks that exactly `expected` was found, each at the marker of its place in the list.
  func expect(_ expected: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    let places = expected.enumerated().map { "\($1) at \(marked.offsets[$0 + 1] ?? -1)" }
    let found = findings.map { "\($0.id) at \($0.range.start)" }
    #expect(found == places, sourceLocation: sourceLocation)
  }

  /// What the first finding says, as a person sees it.
  func message(_ language: Language = .english) -> String {
    guard let finding = findings.first else { return "" }
    let source = SourceText(name: "test.md", text: marked.text)
    return DiagnosticFormatter(language: language).format(finding, in: source)
  }
}
