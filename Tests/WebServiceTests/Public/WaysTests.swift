import Foundation
import Testing

@testable import WebService

/// A visitor who finds out, without signing in.
struct WaysTests {
  @Test func `a visitor is asked one thing a page, with why and with a way back`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      let start = try await visitor.get("/zh/ways")
      #expect(start.status == 200)
      #expect(start.words.contains("您想了解什么"))
      let first = try await visitor.submit("/zh/ways", ["goal": "settle"])
      #expect(first.status == 200)
      #expect(first.all(between: "<h1>", and: "</h1>").count == 1)
      #expect(first.hidden("of") == "permit-state")
      #expect(first.words.contains("您有雄安新区居住证吗"))
      #expect(first.words.contains("为什么问这个"))
      #expect(first.words.contains("第三条"))
      #expect(first.has("href=\"/zh/ways\""))
      #expect(first.words.contains("回答只留在您的浏览器里"))
      let second = try await visitor.submit(
        "/zh/ways/question",
        ["of": "permit-state", "answer": "active"]
      )
      #expect(second.hidden("of") == "household-place")
      #expect(second.has("/zh/ways/question?of=permit-state"))
      #expect(!second.words.contains("回答只留在您的浏览器里"))
    }
  }

  @Test func `the goal limits what is asked`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      var page = try await visitor.submit("/en/ways", ["goal": "permit"])
      var asked: [String] = []
      while let name = page.hidden("of"), asked.count < 30 {
        asked.append(name)
        page = try await visitor.submit("/en/ways/question", ["of": name, "skip": "1"])
      }
      #expect(page.words.contains("Your result"))
      #expect(asked.contains("residence-registrations"))
      #expect(!asked.contains("education"))
      #expect(!asked.contains("sex"))
      #expect(asked.count == Set(asked).count)
    }
  }

  @Test func `whoever meets the conditions of the permit is told so, with papers and fee`()
    async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      var page = try await visitor.submit("/en/ways", ["goal": "permit"])
      let answers = [
        "household-place": "beijing", "permit-state": "none", "stable-employment": "true",
        "staff-of-a-relocated-unit": "false",
      ]
      for _ in 0..<12 {
        guard let name = page.hidden("of") else { break }
        if name == "residence-registrations" {
          page = try await Self.register(visitor)
        } else {
          page = try await visitor.submit(
            "/en/ways/question",
            ["of": name, "answer": answers[name] ?? "false"]
          )
        }
      }
      #expect(page.words.contains("Open to you: Residence permit"))
      #expect(page.words.contains("photograph"))
      #expect(page.words.contains("15 days"))
      #expect(page.words.contains("free"))
      #expect(page.words.contains("Article 9") || page.words.contains("Article 5"))
      #expect(page.has("/en/sign-in?next=/en/me/apply"))
      #expect(page.words.contains("sample"))
    }
  }

  /// Tells of one registration that goes on.
  private static func register(_ visitor: Browser) async throws -> Page {
    let name = "residence-registrations"
    try await visitor.submit("/en/ways/question", ["of": name, "answer": "yes"])
    let list = try await visitor.submit(
      "/en/ways/question",
      [
        "of": name, "item": "0", "a0-year": "2024", "a0-month": "3", "a0-day": "1",
        "a1-ongoing": "1", "a2": "xiongan",
      ]
    )
    #expect(list.words.contains("1 March 2024 to now, Xiong"))
    return try await visitor.submit("/en/ways/question", ["of": name, "answer": "no"])
  }

  @Test func `a day that is none is shown again with what was typed and what is wrong`()
    async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.submit("/en/ways", ["goal": "settle"])
      try await visitor.get("/en/ways/question?of=birth-date")
      let page = try await visitor.send(
        "/en/ways/question",
        ["of": "birth-date", "answer-year": "1986", "answer-month": "2", "answer-day": "30"]
      )
      #expect(page.status == 422)
      #expect(page.words.contains("There is a problem"))
      #expect(page.has("href=\"#answer\""))
      #expect(page.has("value=\"30\""))
      #expect(page.words.contains("There is no 1986-02-30 in the calendar"))
      let empty = try await visitor.send("/en/ways/question", ["of": "birth-date"])
      #expect(empty.status == 422)
      #expect(empty.words.contains("Enter a day"))
      let kind = try await visitor.submit(
        "/en/ways/question",
        ["of": "birth-date", "answer-year": "１９８６", "answer-month": "11", "answer-day": "1"]
      )
      #expect(kind.status == 200)
      #expect(kind.hidden("of") != "birth-date")
    }
  }

  @Test func `what can't be true is refused where it is said`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/zh/ways")
      try await visitor.submit("/zh/ways", ["goal": "settle"])
      try await visitor.submit(
        "/zh/ways/question",
        ["of": "household-place", "answer": "xiongan"]
      )
      let page = try await visitor.send(
        "/zh/ways/question",
        ["of": "permit-state", "answer": "active"]
      )
      #expect(page.status == 422)
      #expect(page.words.contains("户口在雄安新区而持有居住证"))
    }
  }

  @Test func `answers can be looked over, changed and taken away`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.submit("/en/ways", ["goal": "settle"])
      try await visitor.submit(
        "/en/ways/question",
        ["of": "household-place", "answer": "beijing"]
      )
      var answers = try await visitor.get("/en/ways/answers")
      #expect(answers.words.contains("Beijing"))
      let change = try #require(
        answers.all(between: "href=\"", and: "\"").first { $0.contains("of=household-place") }
      )
      let page = try await visitor.get(change.replacingOccurrences(of: "&amp;", with: "&"))
      #expect(page.has("value=\"beijing\" checked"))
      answers = try await visitor.submit(
        "/en/ways/question",
        ["of": "household-place", "answer": "elsewhere", "from": "answers"]
      )
      #expect(answers.words.contains("Check your answers"))
      #expect(answers.words.contains("Elsewhere"))
      let asked = try await visitor.get("/en/ways/clear")
      #expect(asked.words.contains("in this browser"))
      let nothing = try await door.browser().get("/en/ways/clear")
      #expect(nothing.words.contains("Nothing has been answered in this browser yet"))
      try await visitor.submit("/en/ways/clear")
      #expect(!visitor.cookies.keys.contains { $0.contains("ways") })
      let again = try await visitor.get("/en/ways/result")
      #expect(again.location == "/en/ways")
    }
  }
}
