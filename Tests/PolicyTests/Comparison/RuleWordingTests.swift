import ExpressionLanguage
import TestSupport
import Testing

@testable import Policy

/// What a rule says to Chinese readers, where only its expression differs.
struct RuleWordingTests {
  private func wording() throws -> RuleWording {
    let (set, report) = PolicyCompiler.compile(
      SmallLaw.library(),
      jurisdiction: "demo",
      on: SmallLaw.day("2024-01-01")
    )
    let words = report.text(DiagnosticFormatter(language: .english), from: .error)
    return RuleWording(ComparedMeasure(try #require(set, "\(words)"), 0))
  }

  @Test(arguments: [
    ("age > 35 years and not (age = 40 years)", "周岁 > 35 年 且 非 (周岁 = 40 年)"),
    ("if age >= 35 then age points else 0", "若 周岁 >= 35 则 年龄分 否则 0"),
  ])
  func `names and plain words are said in Chinese`(code: String, chinese: String) throws {
    #expect(try wording().text(code) == Bilingual(code, chinese))
  }

  @Test(arguments: ["max(age, 3)", "age = unheard of", "social insurance[from = age]"])
  func `what nobody says aloud stays as it is written`(code: String) throws {
    #expect(try wording().text(code) == Bilingual(code, code))
  }
}
