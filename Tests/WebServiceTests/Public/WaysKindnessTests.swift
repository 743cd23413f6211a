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
      #expect(first.location == "/en/ways/question?of=permit-state")
      let second = try await visitor.send(
        "/en/ways/question",
        ["of": "permit-state", "skip": "1"]
      )
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

  @Test(arguments: [
    ("/zh", "社会保险从出生以前开始"), ("/en", "social insurance from before the birth"),
  ])
  func `nothing began before one was born`(home: String, words: String) async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get(home + "/ways")
      try await visitor.send(home + "/ways", ["goal": "settle"])
      try await visitor.send(
        home + "/ways/question",
        ["of": "birth-date", "answer-year": "1995", "answer-month": "5", "answer-day": "20"]
      )
      let early = try await visitor.send(
        home + "/ways/question",
        [
          "of": "social-insurance", "item": "0", "a0-year": "1995", "a0-month": "4",
          "a1-ongoing": "1", "a2": "xiongan",
        ]
      )
      #expect(early.status == 422)
      #expect(early.words.contains(words))
      #expect(early.has("href=\"#a0\""))
      let right = try await visitor.send(
        home + "/ways/question",
        [
          "of": "social-insurance", "item": "0", "a0-year": "2015", "a0-month": "4",
          "a1-ongoing": "1", "a2": "xiongan",
        ]
      )
      #expect(right.status == 303)
      // And the other way about: a birth after what was told.
      try await visitor.send(home + "/ways/question", ["of": "social-insurance", "answer": "no"])
      let born = try await visitor.send(
        home + "/ways/question",
        ["of": "birth-date", "answer-year": "2016", "answer-month": "5", "answer-day": "20"]
      )
      #expect(born.status == 422)
      #expect(born.words.contains(words))
    }
  }

  @Test func `whoever has told all of them goes on, and whoever has not tells of another`()
    async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.send("/en/ways", ["goal": "settle"])
      let path = "/en/ways/question"
      func tell(_ item: String, _ year: String, then: String) async throws -> Page {
        try await visitor.send(
          path,
          [
            "of": "social-insurance", "item": item, "a0-year": year, "a0-month": "1",
            "a1-year": year, "a1-month": "9", "a2": "xiongan", "then": then,
          ]
        )
      }
      let first = try await tell("0", "2015", then: "more")
      #expect(first.location == path + "?of=social-insurance&item=1")
      let second = try await tell("1", "2017", then: "done")
      #expect(second.location?.contains("of=social-insurance") == false)
      let answers = try await visitor.get("/en/ways/answers")
      #expect(answers.words.contains("January 2015 to September 2015"))
      #expect(answers.words.contains("January 2017 to September 2017"))
      #expect(!answers.words.contains("not finished"))
    }
  }

  @Test func `the old can answer too`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.send("/en/ways", ["goal": "settle"])
      for (year, status) in [("1926", 303), ("1900", 303), ("1899", 422)] {
        let page = try await visitor.send(
          "/en/ways/question",
          ["of": "birth-date", "answer-year": year, "answer-month": "1", "answer-day": "1"]
        )
        #expect(page.status == status, "\(year)")
      }
    }
  }

  @Test func `whoever holds a permit is told that as the reason why none can be had`() async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.send("/en/ways", ["goal": "permit"])
      let page = try await visitor.submit(
        "/en/ways/question",
        ["of": "permit-state", "answer": "active"]
      )
      #expect(
        page.words.contains(
          "Not open to you today: Residence permit Not met: holds no permit already"
        )
      )
    }
  }

  @Test func `whoever knows nothing is told so, and of no points`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      var page = try await visitor.submit("/en/ways", ["goal": "settle"])
      var asked = 0
      while let name = page.hidden("of"), asked < 40 {
        asked += 1
        page = try await visitor.submit("/en/ways/question", ["of": name, "skip": "1"])
      }
      #expect(page.words.contains("Not decided yet: 7 ways are still possible"))
      #expect(page.words.contains("know yet stays undetermined"))
      #expect(!page.words.contains("How many points you have"))
    }
  }

  @Test func `no way is open to whoever is registered nowhere in China`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.send("/en/ways", ["goal": "settle"])
      let question = try await visitor.get("/en/ways/question?of=household-place")
      #expect(question.words.contains("Nowhere in China (foreign citizens too)"))
      try await visitor.send(
        "/en/ways/question",
        ["of": "family-members", "item": "0", "a0": "spouse", "a2": "true", "a3": "xiongan"]
      )
      try await visitor.send("/en/ways/question", ["of": "family-members", "answer": "no"])
      let page = try await visitor.submit(
        "/en/ways/question",
        ["of": "household-place", "answer": "none"]
      )
      // Every way presupposes a registration elsewhere in China: nothing else needs to be asked.
      #expect(page.words.contains("None of these ways is open to you today"))
      #expect(page.words.contains("is registered elsewhere in China"))
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
      #expect(one.words.contains("不清楚，跳过"))
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
      #expect(page.words.contains("最早可能走的是积分落户：情况照旧的话，到2027年2月1日"))
      // Nothing else decides while it is too early, so what is sensitive is not asked.
      #expect(!page.words.contains("犯罪记录吗"))
      let closed = try #require(page.words.range(of: "目前不符合的"))
      #expect(page.words[closed.upperBound...].hasPrefix(" 积分落户"))
      // What no answer opens is not asked for.
      #expect(!page.words.contains("现在回答"))
    }
  }
}
