import Testing

@testable import WebService

struct WaysAnswersTests {
  @Test func `answers come through the text of the cookie as they were`() throws {
    var answers = WaysAnswers()
    answers.goal = .service("housing-security")
    answers.reach = .points
    answers["birth-date"] = .value("1986-11-11")
    answers["employer-industry"] = .skipped
    answers["homes"] = .records([["2019-06", "~", "own"], ["2018-01", "2019-05", "?"]])
    answers["honours"] = .records([])
    answers["family-members"] = .begun([["a,b;c&d=é 家", "%", "", "x"]])
    let read = try #require(WaysAnswers(text: answers.text))
    #expect(read == answers)
    #expect(read.entries.map(\.name) == answers.entries.map(\.name))
  }

  @Test func `a text of another form is not read`() {
    #expect(WaysAnswers(text: "v=0&g=settle") == nil)
    #expect(WaysAnswers(text: "") == nil)
    #expect(WaysAnswers(text: "v=1&%zz") == nil)
    #expect(WaysAnswers(text: "v=1&g=nothing&q.x=1&f=2")?.entries.isEmpty == true)
  }

  @Test func `what was said keeps its place when it is changed`() {
    var answers = WaysAnswers()
    answers["a"] = .value("1")
    answers["b"] = .value("2")
    answers["a"] = .value("3")
    #expect(answers.entries.map(\.name) == ["a", "b"])
    answers["a"] = nil
    #expect(answers.entries.map(\.name) == ["b"])
  }
}
