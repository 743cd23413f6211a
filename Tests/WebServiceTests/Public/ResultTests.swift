import Casework
import Testing

@testable import WebService

/// The result of a visitor who has told all that counts for points.
struct ResultTests {
  @Test func `points are told with articles, what is missing and what the years bring`()
    async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.send("/en/ways", ["goal": "settle", "reach": "points"])
      let answers: KeyValuePairs = [
        "household-place": "beijing", "reserve": "none", "permit-state": "active",
        "criminal-record": "false", "stable-employment": "true", "stable-residence": "true",
        "employer-qualifies": "true", "staff-of-a-relocated-unit": "false",
        "education": "master", "title": "intermediate", "round-year": "2026",
      ]
      for (name, answer) in answers {
        let page = try await visitor.send("/en/ways/question", ["of": name, "answer": answer])
        #expect(page.status == 303, "\(name)")
      }
      try await visitor.send(
        "/en/ways/question",
        ["of": "birth-date", "answer-year": "1988", "answer-month": "5", "answer-day": "6"]
      )
      try await visitor.send(
        "/en/ways/question",
        [
          "of": "social-insurance", "item": "0", "a0-year": "2021", "a0-month": "3",
          "a1-ongoing": "1", "a2": "xiongan",
        ]
      )
      try await visitor.send("/en/ways/question", ["of": "social-insurance", "answer": "no"])
      let page = try await visitor.get("/en/ways/result")
      #expect(page.words.contains("You meet the conditions to declare: Settlement by points"))
      #expect(page.words.contains("your rank"))
      #expect(!page.words.contains("Open to you: Settlement by points"))
      // 15 for age, 40 for the degree, 17.25 for insurance are sure; homes, honours, industry and
      // detentions are not told.
      #expect(page.words.contains("Learning points"))
      #expect(page.words.contains("40.00"))
      #expect(page.words.contains("17.25"))
      #expect(page.words.contains("Homes"))
      #expect(page.words.contains("The points over five years"))
      #expect(page.words.contains("23 November 2031"))
      #expect(page.words.contains("diploma and degree certificate"))
      #expect(!page.words.contains("Open until 22 November 2026"))
      #expect(page.words.contains("Relocated with Beijing registration Closed"))
      #expect(page.words.contains("Not met"))
    }
  }

  @Test func `what was said tells the basis of an application`() {
    var answers = WaysAnswers()
    #expect(answers.basis == nil)
    answers["stable-residence"] = .value("true")
    #expect(answers.basis == .residence)
    answers["stable-employment"] = .value("false")
    #expect(answers.basis == .residence)
    answers["staff-of-a-relocated-unit"] = .value("true")
    #expect(answers.basis == .relocation)
    answers["basis"] = .value("study")
    #expect(answers.basis == .study)
  }
}
