import ExpressionLanguage
import Testing

@testable import Scoring
@testable import WebService

struct InquiryShelfTests {
  private let shelf = InquiryShelf()
  private let day = CivilDate(year: 2026, month: 11, day: 23) ?? .latest

  private func answers(_ value: String, goal: WaysGoal = .settle) -> WaysAnswers {
    var answers = WaysAnswers()
    answers.goal = goal
    answers["birth-date"] = .value(value)
    return answers
  }

  /// Whether something had to be worked out.
  private func isNew(_ answers: WaysAnswers, on day: CivilDate) -> Bool {
    var isNew = false
    _ = shelf.inquiry(after: answers, on: day) {
      isNew = true
      return Inquiry(questions: [], idle: [], settled: [:])
    }
    return isNew
  }

  @Test func `what follows from the same answers is worked out once`() throws {
    let tomorrow = try #require(day.adding(days: 1))
    #expect(isNew(answers("1990-01-01"), on: day))
    #expect(!isNew(answers("1990-01-01"), on: day))
    #expect(isNew(answers("1990-01-02"), on: day))
    #expect(isNew(answers("1990-01-01", goal: .permit), on: day))
    #expect(isNew(answers("1990-01-01"), on: tomorrow))
  }

  @Test func `the oldest go`() {
    #expect(isNew(answers("first"), on: day))
    for number in 0..<(2 * InquiryShelf.most) { #expect(isNew(answers("\(number)"), on: day)) }
    #expect(isNew(answers("first"), on: day))
    #expect(!isNew(answers("\(2 * InquiryShelf.most - 1)"), on: day))
  }
}
