import Foundation
import Testing

@testable import WebService

/// How far it is looked into: a way that is open answers, the others and the points on request.
struct WaysReachTests {
  @Test func `a way that is open is told at once, and the others can be looked at`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.send("/en/ways", ["goal": "settle"])
      try await visitor.send(
        "/en/ways/question",
        ["of": "household-place", "answer": "beijing"]
      )
      let last = try await visitor.send(
        "/en/ways/question",
        ["of": "staff-of-a-relocated-unit", "answer": "true"]
      )
      #expect(last.location == "/en/ways/result")
      let result = try await visitor.follow()
      #expect(result.words.contains("Open to you: Relocated with Beijing registration"))
      #expect(result.words.contains("the other ways have not been looked at"))
      #expect(result.words.contains("Not looked at"))
      #expect(!result.words.contains("Not decided yet"))
      let reach = try #require(
        result.all(between: "name=\"reach\" value=\"", and: "\"").first
      )
      #expect(reach == "all")
      let next = try await visitor.send("/en/ways", ["goal": "settle", "reach": reach])
      #expect(next.location?.hasPrefix("/en/ways/question?of=") == true)
    }
  }

  @Test func `points are asked for only when somebody wants them`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      var page = try await visitor.submit("/en/ways", ["goal": "settle"])
      var asked: [String] = []
      func goOn() async throws {
        while let name = page.hidden("of"), asked.count < 40 {
          asked.append(name)
          page = try await Self.answer(name, visitor)
        }
      }
      try await goOn()
      #expect(page.words.contains("You meet the conditions to declare: Settlement by points"))
      #expect(!page.words.contains("The points, line by line"))
      let points: Set = [
        "education", "title", "round-year", "homes", "honours", "detentions", "employer-industry",
        "staff-of-a-relocated-unit",
      ]
      #expect(points.isDisjoint(with: asked))
      #expect(page.words.contains("Work out my points (at most 8 more)"))
      let count = asked.count
      page = try await visitor.submit("/en/ways", ["goal": "settle", "reach": "points"])
      try await goOn()
      #expect(Set(asked.dropFirst(count)) == points)
      #expect(page.words.contains("The points, line by line"))
      #expect(page.words.contains("Ways without ranking have not been looked at"))
      #expect(page.words.contains("Not looked at Returning graduates Joining family"))
      #expect(page.all(between: "name=\"reach\" value=\"", and: "\"") == ["all-points"])
      page = try await visitor.submit("/en/ways", ["goal": "settle", "reach": "all-points"])
      try await goOn()
      #expect(page.words.contains("Your answers were enough to judge every way"))
      #expect(page.words.contains("The points, line by line"))
    }
  }

  @Test func `the way for all is asked for first, and the ways for a few where it is closed`()
    async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      var page = try await visitor.submit("/en/ways", ["goal": "settle"])
      var asked: [String] = []
      while let name = page.hidden("of"), asked.count < 40 {
        asked.append(name)
        page = try await Self.answer(name, visitor)
      }
      #expect(Set(["family-members", "graduations", "origin-place"]).isDisjoint(with: asked))
      #expect(page.words.contains("Look for a way without ranking (at most"))
      // Whoever has no permit is not ranked, and is asked for what the other ways need.
      let other = door.browser()
      try await other.get("/en/ways")
      page = try await other.submit("/en/ways", ["goal": "settle"])
      asked = []
      while let name = page.hidden("of"), asked.count < 40 {
        asked.append(name)
        page =
          name == "permit-state"
          ? try await other.submit("/en/ways/question", ["of": name, "answer": "none"])
          : try await Self.answer(name, other)
      }
      #expect(Set(["family-members", "origin-place"]).isSubset(of: asked))
      #expect(Set(["criminal-record", "social-insurance"]).isDisjoint(with: asked))
      #expect(page.words.contains("None of these ways is open to you today"))
    }
  }

  @Test func `what is sensitive is asked when nothing else decides`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/zh/ways")
      var page = try await visitor.submit("/zh/ways", ["goal": "settle"])
      var asked: [String] = []
      while let name = page.hidden("of"), asked.count < 40 {
        asked.append(name)
        page = try await Self.answer(name, visitor, "/zh")
      }
      #expect(asked.last == "criminal-record")
      #expect(asked.contains("social-insurance"))
    }
  }

  @Test func `services that open by points wait for the points`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.send("/en/ways", ["goal": "services"])
      let page = try await visitor.submit(
        "/en/ways/question",
        ["of": "permit-state", "answer": "active"]
      )
      #expect(page.words.contains("13 services are open to you"))
      #expect(page.words.contains("it depends on your points"))
      #expect(page.words.contains("Work out my points"))
    }
  }

  /// Somebody who meets the conditions of points and of nothing else.
  static func answer(
    _ name: String,
    _ visitor: Browser,
    _ home: String = "/en"
  ) async throws -> Page {
    let path = home + "/ways/question"
    switch name {
    case "birth-date":
      return try await visitor.submit(
        path,
        ["of": name, "answer-year": "1986", "answer-month": "11", "answer-day": "11"]
      )
    case "social-insurance", "homes":
      try await visitor.send(
        path,
        [
          "of": name, "item": "0", "a0-year": "2021", "a0-month": "3", "a1-ongoing": "1",
          "a2": name == "homes" ? "rented" : "xiongan",
        ]
      )
      return try await visitor.submit(path, ["of": name, "answer": "no"])
    default: break
    }
    let answers = [
      "household-place": "elsewhere", "sex": "male", "kind-of-post": "worker", "reserve": "none",
      "permit-state": "active", "criminal-record": "false", "stable-employment": "true",
      "stable-residence": "true", "employer-qualifies": "true", "employer-industry": "other",
      "employer-confirms": "true", "origin-place": "elsewhere",
      "staff-of-a-relocated-unit": "false", "specially-needed": "false", "family-members": "no",
      "graduations": "no", "education": "college", "title": "junior", "round-year": "2026",
      "honours": "no", "detentions": "no",
    ]
    let answer = try #require(answers[name], "\(name)")
    return try await visitor.submit(path, ["of": name, "answer": answer])
  }
}
