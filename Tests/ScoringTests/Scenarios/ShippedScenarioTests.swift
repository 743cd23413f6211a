import ExpressionLanguage
import Policy
import Scoring
import Testing

/// The scenarios that stand beside measures.
struct ShippedScenarioTests {
  @Test func `every scenario of the shipped measures holds`() {
    var runner = ScenarioRunner(Libraries.shipped)
    let summary = runner.run()
    let text = summary.report.text(DiagnosticFormatter(language: .english))
    #expect(summary.failed == 0, "\(text)")
    #expect(summary.scenarios >= 100)
    #expect(summary.expectations >= 300)
  }

  @Test(
    .enabled(if: Libraries.shared != nil, "no drafts lie beside the checkout"),
    arguments: ["beijing", "canada", "xiongan"]
  )
  func `the scenarios of the drafts hold`(jurisdiction: String) throws {
    let library = try #require(Libraries.drafts(jurisdiction))
    var runner = ScenarioRunner(library)
    let summary = runner.run()
    let text = summary.report.text(DiagnosticFormatter(language: .english))
    let errors = library.report.text(DiagnosticFormatter(language: .english), from: .error)
    #expect(summary.failed == 0, "\(text) \(errors)")
    #expect(summary.scenarios > 0)
  }
}
