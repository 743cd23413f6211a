import ExpressionLanguage
import Policy
import Testing

@testable import Casework
@testable import WebService

struct ClockWordsTests {
  @Test(arguments: [
    (1, true, "1 working day", "1个工作日"), (0, true, "0 working days", "0个工作日"),
    (5, true, "5 working days", "5个工作日"), (1, false, "1 day", "1天"), (2, false, "2 days", "2天"),
  ])
  func `one day is one, and working days are told from others`(
    count: Int,
    isWorkingDays: Bool,
    english: String,
    chinese: String
  ) throws {
    let day = try #require(CivilDate("2026-03-02"))
    let clock = CaseClock(
      id: "issue",
      name: Bilingual("issue", "办理"),
      waitsFor: .clerk,
      application: nil,
      since: day,
      due: nil,
      used: 0,
      left: nil,
      isWorkingDays: isWorkingDays,
      paused: nil,
      atEnd: Bilingual("it is overdue", "超期"),
      citation: Casework.Citation(
        measure: "m",
        article: Bilingual("Article 1", "第一条"),
        standing: .sample
      )
    )
    #expect(clock.length(count) == Bilingual(english, chinese))
  }
}
