import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

/// Every construct of the language, as the compiler understands it.
@Suite struct RuleGoldenTests {
  static let cases = CaseFile.all(in: "rules")
  private static let day = CivilDate(year: 2024, month: 6, day: 1) ?? .earliest

  @Test(arguments: cases) func `a construct is understood as it is kept`(file: CaseFile) {
    let library = file.library
    let (set, report) = PolicyCompiler.compile(
      library,
      jurisdiction: "test",
      on: RuleGoldenTests.day
    )
    var all = library.report
    all.formUnion(report)
    let words = all.text(DiagnosticFormatter(language: .english))
    guard let set else {
      Issue.record("\(file.name) is refused:\n\(words)")
      return
    }
    Golden.expect(words + RuleText(set).text, equals: file.name + ".txt")
  }

  @Test func `there are enough of them`() { #expect(RuleGoldenTests.cases.count >= 40) }
}
