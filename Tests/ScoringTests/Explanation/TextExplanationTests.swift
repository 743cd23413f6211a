import ExpressionLanguage
import Policy
import TestSupport
import Testing

@testable import Scoring

struct TextExplanationTests {
  func text(_ assessment: Assessment, _ language: Language = .english, width: Int = 80) -> String {
    TextExplanation(language: language, width: width, colour: false).text(assessment)
  }

  @Test(arguments: Language.allCases)
  func `answers stand first, then the measures, then why`(language: Language) {
    let expected = language == .english ? TextSamples.english : TextSamples.chinese
    let actual = text(Samples.everything, language)
    #expect(actual == expected, "\(LineDiff.between(expected: expected, actual: actual))")
  }

  @Test func `the Chinese text has no Latin letter, the English one no Han character`() {
    let chinese = text(Samples.everything, .chinese)
    #expect(!chinese.contains { $0.isASCII && $0.isLetter })
    var english = Samples.everything
    english.displayName = nil
    for use in english.services.indices { english.services[use].uses = [] }
    #expect(!text(english).contains { $0.isLetter && DisplayWidth.of($0) == 2 })
  }

  @Test func `a channel that ranks says its points and its line, or that there is none`() {
    var channel = Samples.channel(
      "Points",
      "积分",
      total: Samples.line("total", "总积分", 8750)
    )
    #expect(
      text(Samples.assessment([channel])).contains(
        "✓ Points: may declare, 87.50 points, no line published\n"
      )
    )
    #expect(
      text(Samples.assessment([channel]), .chinese).contains(
        "✓ 积分：可以申报，87.50分，未公布分数线\n"
      )
    )
    channel.scoreLine = PublishedLine(
      round: 2023,
      text: Bilingual("97.13 points", "97.13分"),
      standing: .reported
    )
    let text = text(Samples.assessment([channel]))
    #expect(text.contains("may declare, 87.50 points, line of 2023: 97.13 points (reported)\n"))
    #expect(text.contains("  reported  a named source says so\n"))
  }

  @Test func `an unknown total says what is missing`() {
    let sheet = Samples.line("total", "总积分", nil, [Samples.line("employment", "就业", nil)])
    let open = Samples.assessment([Samples.channel("Points", "积分", total: sheet)])
    let english = text(open)
    #expect(
      english.contains("may declare; points not known yet: missing social insurance\n")
    )
    #expect(english.contains("   ?     employment · Article 5\n"))
    #expect(english.contains("missing: social insurance (public service)\n"))
    #expect(text(open, .chinese).contains("可以申报；积分还不能确定，还缺：社会保险缴费\n"))
    let undetermined = Samples.assessment([
      Samples.channel("Points", "积分", .undetermined, total: sheet)
    ])
    #expect(text(undetermined).contains("Points: not decided yet; points not known yet\n"))
    #expect(text(undetermined).contains("missing  social insurance (public service)\n"))
    let closed = Samples.assessment([Samples.channel("Points", "积分", .closed, total: sheet)])
    #expect(text(closed).contains("Points: may not declare; points not known\n"))
    #expect(!text(closed).contains("Score sheet"))
  }

  @Test func `where nothing is open the text says so, kindly`() {
    let closed = Samples.channel("Graduates", "毕业生", .closed)
    let unknown = Samples.channel("Family", "投靠", .undetermined)
    #expect(text(Samples.assessment([closed])).contains("Nothing is open on this day.\n"))
    #expect(
      text(Samples.assessment([unknown, closed])).contains(
        "Nothing is open yet. Once what is missing is known, something may be.\n"
      )
    )
    let none = text(Samples.assessment())
    #expect(none.contains("These measures open no way to apply for.\n"))
    #expect(!none.contains("Reasons") && !none.contains("Services"))
    #expect(text(Samples.assessment(), .chinese).contains("这些规定没有设置可以申请的渠道。\n"))
  }

  @Test func `a decision under an exception names it, with the facts of its condition`() {
    var condition = Samples.condition("is insured long enough", "缴费年限符合", at: Samples.place(3))
    condition.exception = ExceptionResult(
      name: Bilingual("Years in Beijing count", "在京年限计入"),
      place: Samples.place(4),
      uses: [Samples.permit("active", "有效")]
    )
    let assessment = Samples.assessment([Samples.channel("Points", "积分", .open, [condition])])
    #expect(
      text(assessment, width: 120).contains(
        "decided under Article 4: Years in Beijing count; permit state: active"
          + " (公安, as of 2026-10-01)\n"
      )
    )
  }

  @Test
  func `services that share answer and reason share a line, and providers stand with the open`() {
    let services = ["a", "b"].map {
      Samples.service($0, $0, .closed, uses: [Samples.permit("none", "无")])
    }
    let text = text(Samples.assessment(services: services))
    #expect(text.contains("  ✗ closed · permit state: none (公安, as of 2026-10-01)\n    a; b\n"))
  }

  @Test func `the same family rule is explained once`() {
    let apart = Samples.condition("lives together", "共同居住生活", .notMet)
    var channel = Samples.channel("One", "甲")
    channel.family = [Samples.member("spouse", "配偶", 1, .closed, [apart])]
    var other = channel
    other.name = Bilingual("Two", "乙")
    let text = text(Samples.assessment([channel, other]))
    #expect(text.split(separator: "spouse may not come along:").count == 2)
    #expect(text.split(separator: "may not come along: spouse").count == 3)
  }

  @Test func `words on standing are explained only where they are used`() {
    let text = text(Samples.assessment([Samples.channel("One", "甲")]))
    #expect(!text.contains("sample") && !text.contains("reported"))
  }

  @Test func `one measure needs no number`() {
    var assessment = Samples.everything
    assessment.policies.removeLast()
    #expect(!text(assessment).contains("[1]"))
  }
}
