import Foundation
import Testing

@testable import WebService

/// What first-time visitors stumbled over.
struct WaysKindnessTests {
  @Test func `each question has an address of its own, for the way back of the browser`()
    async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      let first = try await visitor.send("/en/ways", ["goal": "settle"])
      #expect(first.location == "/en/ways/question?of=birth-date")
      let second = try await visitor.send("/en/ways/question", ["of": "birth-date", "skip": "1"])
      #expect(second.location == "/en/ways/question?of=household-place")
    }
  }

  @Test func `nobody was born after today, and no spell began then`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/zh/ways")
      try await visitor.send("/zh/ways", ["goal": "settle"])
      let born = try await visitor.send(
        "/zh/ways/question",
        ["of": "birth-date", "answer-year": "2030", "answer-month": "1", "answer-day": "1"]
      )
      #expect(born.status == 422)
      #expect(born.words.contains("2030年1月1日还没有到"))
      let insured = try await visitor.send(
        "/zh/ways/question",
        [
          "of": "social-insurance", "item": "0", "a0-year": "2030", "a0-month": "5",
          "a1-ongoing": "1", "a2": "xiongan",
        ]
      )
      #expect(insured.status == 422)
      #expect(insured.words.contains("2030年5月还没有到"))
      let both = try await visitor.send(
        "/zh/ways/question",
        [
          "of": "social-insurance", "item": "0", "a0-year": "2020", "a0-month": "5",
          "a1-year": "2021", "a1-month": "5", "a1-ongoing": "1", "a2": "xiongan",
        ]
      )
      #expect(both.status == 422)
      #expect(both.words.contains("仍在继续"))
    }
  }

  @Test func `a relative's day of birth may be left out`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/zh/ways")
      try await visitor.send("/zh/ways", ["goal": "settle"])
      let one = try await visitor.get("/zh/ways/question?of=family-members&item=0")
      #expect(one.words.contains("家庭成员：第1位"))
      #expect(one.words.contains("不清楚的可以不填"))
      #expect(one.words.contains("我不清楚，先跳过"))
      let list = try await visitor.submit(
        "/zh/ways/question",
        ["of": "family-members", "item": "0", "a0": "spouse", "a2": "true", "a3": "xiongan"]
      )
      #expect(list.status == 200)
      #expect(list.words.contains("第1位"))
    }
  }

  @Test func `whoever answers from the result comes back to it`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.send("/en/ways", ["goal": "settle"])
      let result = try await visitor.get("/en/ways/result")
      #expect(result.has("of=household-place&amp;from=result"))
      let question = try await visitor.get("/en/ways/question?of=household-place&from=result")
      #expect(question.has("href=\"/en/ways/result\""))
      #expect(!question.words.contains("at most"))
      let sent = try await visitor.send(
        "/en/ways/question",
        ["of": "household-place", "answer": "elsewhere", "from": "result"]
      )
      #expect(sent.location == "/en/ways/result")
    }
  }

  @Test func `whoever lacks only time is told first when it comes`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/zh/ways")
      var page = try await visitor.submit("/zh/ways", ["goal": "settle"])
      let answers = [
        "household-place": "elsewhere", "sex": "male", "reserve": "none",
        "permit-state": "active", "criminal-record": "false", "stable-employment": "true",
        "stable-residence": "true", "employer-qualifies": "true", "employer-industry": "other",
        "origin-place": "elsewhere", "staff-of-a-relocated-unit": "false", "family-members": "no",
      ]
      for _ in 0..<20 {
        guard let name = page.hidden("of") else { break }
        switch name {
        case "birth-date":
          page = try await visitor.submit(
            "/zh/ways/question",
            ["of": name, "answer-year": "1970", "answer-month": "2", "answer-day": "9"]
          )
        case "social-insurance":
          try await visitor.send(
            "/zh/ways/question",
            [
              "of": name, "item": "0", "a0-year": "2024", "a0-month": "3", "a1-ongoing": "1",
              "a2": "xiongan",
            ]
          )
          page = try await visitor.submit("/zh/ways/question", ["of": name, "answer": "no"])
        default:
          page = try await visitor.submit(
            "/zh/ways/question",
            ["of": name, "answer": try #require(answers[name], "\(name)")]
          )
        }
      }
      #expect(page.words.contains("目前没有可以办理的途径"))
      #expect(page.words.contains("最早可以走的是积分落户：情况照旧的话，到2027年2月1日符合条件"))
      let closed = try #require(page.words.range(of: "目前不符合的"))
      #expect(page.words[closed.upperBound...].hasPrefix(" 积分落户"))
      // What no answer opens is not asked for.
      #expect(!page.words.contains("现在回答"))
    }
  }
}
