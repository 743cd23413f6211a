import ExpressionLanguage
import Policy
import Testing

@testable import Scoring

/// How bounds read.
struct BoundsTextTests {
  private func channel(
    _ bounds: Bounds?,
    _ outcome: Outcome,
    line: Int64? = nil
  ) -> ChannelResult {
    var total = Samples.line("total points", "总积分", nil)
    total.bounds = bounds
    var channel = Samples.channel("by points", "积分", outcome, total: total)
    channel.scoreLine = line.map { units in
      PublishedLine(
        round: 2025,
        text: Bilingual("85.00 points", "85.00分"),
        standing: .enacted,
        points: DecimalLiteral(units: units, scale: 2)
      )
    }
    return channel
  }

  private func headline(_ channel: ChannelResult, _ language: Language) -> String {
    let assessment = Assessment(
      displayName: nil,
      jurisdiction: "test",
      on: Samples.day,
      policies: [],
      channels: [channel],
      services: []
    )
    let text = TextExplanation(language: language, colour: false).text(assessment)
    return text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .joined(separator: language == .chinese ? "" : " ")
  }

  private let attained = Bounds(least: 7_200, greatest: 9_200, isAttained: true)
  private let certain = Bounds(least: -150, greatest: 9_200, isAttained: false)

  @Test func `both ends are named, and only called the ends where they are`() {
    let open = headline(channel(attained, .undetermined), .english)
    #expect(open.contains("not decided yet; 72.00 to 92.00 points, no line published"))
    #expect(
      headline(channel(certain, .closed), .english)
        .contains("would have no less than −1.50 and no more than 92.00 points")
    )
    #expect(headline(channel(attained, .undetermined), .chinese).contains("72.00至92.00分"))
    #expect(
      headline(channel(certain, .undetermined), .chinese).contains("不少于−1.50分，不多于92.00分")
    )
    #expect(headline(channel(nil, .undetermined), .english).contains("points not known yet"))
  }

  @Test func `a line that is reached or out of reach in any case is said to be`() {
    let reached = headline(channel(attained, .undetermined, line: 7_200), .english)
    #expect(reached.contains("reached whatever is missing"))
    let never = headline(channel(attained, .undetermined, line: 9_201), .chinese)
    #expect(never.contains("补齐后也达不到"))
    let between = headline(channel(attained, .undetermined, line: 7_201), .english)
    #expect(!between.contains("whatever is missing"))
  }

  @Test func `of an engineer without a title the total lies between two numbers`() throws {
    let day = try #require(CivilDate("2026-11-23"))
    let prepared = try Prepared(Libraries.shipped, "xiongan", on: day)
    let known = [
      ("birth date", "1986-11-11"), ("education", "master"), ("round year", "2026"),
      ("employer industry", "services"), ("staff of a relocated unit", "no"), ("homes", "none"),
      ("social insurance", "none"), ("honours", "none"), ("detentions", "none"),
    ]
    func total(without name: String) throws -> PointsLine {
      let person = try Person(prepared, known.filter { $0.0 != name })
      let assessment = try prepared.assessor.assess(person.facts, on: day)
      return try #require(assessment.channels.first { $0.total != nil }?.total)
    }
    let untitled = try total(without: "title")
    #expect(untitled.bounds == Bounds(least: 6_500, greatest: 7_000, isAttained: true))
    let uneducated = try total(without: "education")
    #expect(uneducated.bounds == Bounds(least: 2_500, greatest: 7_500, isAttained: true))
    // A hundred detentions would leave nothing; nobody is shown to have that many.
    let unpunished = try total(without: "detentions")
    #expect(unpunished.least == 0)
    #expect(unpunished.bounds?.isAttained == false)
  }
}
