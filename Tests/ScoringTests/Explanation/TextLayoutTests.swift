import ExpressionLanguage
import Policy
import TestSupport
import Testing

@testable import Scoring

struct TextLayoutTests {
  static let longEnglish = String(repeating: "is legally and stably employed here; ", count: 12)
  static let longChinese = String(repeating: "在新区（含容城）合法稳定就业，并居住3年以上；", count: 12)

  /// Everything, each name and all words made long.
  static var long: Assessment {
    var assessment = Samples.everything
    let words = Bilingual(longEnglish, longChinese)
    for index in assessment.channels.indices {
      assessment.channels[index].name = words
      assessment.channels[index].conditions = assessment.channels[index].conditions.map {
        var condition = $0
        condition.words = words
        condition.uses = [Samples.fact(longEnglish, longChinese, words)]
        return condition
      }
      assessment.channels[index].total?.name = words
    }
    for index in assessment.services.indices { assessment.services[index].name = words }
    for index in assessment.policies.indices { assessment.policies[index].title = words }
    return assessment
  }

  @Test(arguments: [32, 40, 80, 132], Language.allCases)
  func `no line is wider than the page`(width: Int, language: Language) {
    for assessment in [Samples.everything, TextLayoutTests.long] {
      let text = TextExplanation(language: language, width: width, colour: false).text(assessment)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
        #expect(line.last != " ", "\(line)")
      }
      #expect(!text.contains("\n\n\n") && text.hasSuffix("\n"))
    }
  }

  @Test(arguments: 0..<60)
  func `no line of any tree is wider than the page`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let conditions = [RandomTrees.condition(&random, depth: 5)]
    let sheet = RandomTrees.line(&random, depth: 5)
    let outcome = Outcome.allCases.randomElement(using: &random) ?? .open
    let channel = Samples.channel("Way", "渠道", outcome, conditions, total: sheet)
    for language in Language.allCases {
      let width = Int.random(in: 40...100, using: &random)
      let text = TextExplanation(language: language, width: width, colour: false)
        .text(Samples.assessment([channel]))
      let wide = text.split(separator: "\n").filter { DisplayWidth.of(String($0)) > width }
      #expect(wide.isEmpty, "\(wide)")
    }
  }

  @Test func `only a word longer than a line is let out over the edge`() {
    let word = String(repeating: "x", count: 100)
    let channel = Samples.channel("A \(word) b", "甲")
    let text = TextExplanation(language: .english, width: 40, colour: false)
      .text(Samples.assessment([channel]))
    let wide = text.split(separator: "\n").filter { $0.count > 40 }
      .map { String($0.drop { $0 == " " }) }
    #expect(wide.allSatisfy { $0 == word }, "\(wide)")
  }

  @Test func `colour changes no character`() {
    for language in Language.allCases {
      let plain = TextExplanation(language: language, colour: false).text(Samples.everything)
      let coloured = TextExplanation(language: language, colour: true).text(Samples.everything)
      #expect(!plain.contains("\u{1B}"))
      #expect(coloured.contains("\u{1B}[32m✓ "))
      #expect(coloured.replacing(#/\u{1B}\[[0-9]+m/#, with: "") == plain)
      let open = coloured.split(separator: "\n").filter { line in
        line.contains("\u{1B}") && !line.hasSuffix("\u{1B}[0m")
          && line.matches(of: #/\u{1B}\[[1-9]/#).count > line.matches(of: #/\u{1B}\[0m/#).count
      }
      #expect(open.isEmpty, "a look is left on at a line's end: \(open)")
    }
  }

  @Test func `a name cannot reach the terminal`() {
    let text = TextExplanation(language: .english, colour: false)
      .text(Samples.assessment(name: "Eve\u{1B}[2J\u{7}\nOpen\u{9B}1m"))
    #expect(text.hasPrefix("Eve[2J Open1m · on 2026-11-23\n"))
  }

  @Test func `lines break where the language lets them`() {
    func lines(_ text: String, _ width: Int) -> [String] {
      StyledText(text).wrapped(to: width).map { $0.printed(colour: false) }
    }
    #expect(lines("符合条件，可以。", 8) == ["符合条", "件，可", "以。"])
    #expect(lines("共（甲）", 4) == ["共", "（甲）"])
    #expect(lines("满100分", 6) == ["满", "100分"])
    #expect(lines("one two", 5) == ["one", "two"])
    #expect(lines("one\u{A0}· two", 5) == ["one", "two"])
    #expect(lines("", 5) == [""])
    #expect(lines("a \(StyledText.together("第 三条"))", 9) == ["a 第 三条"])
    #expect(lines("ab \(StyledText.together("第 三条"))", 9) == ["ab", "第 三条"])
  }
}
