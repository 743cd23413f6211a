import ExpressionLanguage
import Policy
import Scoring
import TestSupport
import Testing

/// What the shipped dictionaries call sensitive, and what hangs on points.
struct SensitiveQuestionTests {
  private static let prepared = Prepared.shipped.first { prepared in
    prepared.testDescription == "xiongan on 2026-11-23"
  }

  @Test func `what is sensitive is asked after all else`() throws {
    let prepared = try #require(Self.prepared)
    let questions = prepared.inquire(prepared.nothing).questions
    let late = questions.filter(\.isSensitive).map(\.name.id)
    #expect(Set(late) == ["criminal-record", "detentions"])
    #expect(questions.suffix(2).map(\.isSensitive) == [true, true])
  }

  @Test func `a service hangs on points where its table asks for them`() throws {
    let set = try #require(Self.prepared).set
    let names = set.services.indices.filter { set.restsOnPoints(service: $0) }
      .map { set.services[$0].name.english }
    #expect(names == ["housing security", "old-age care", "preschool education"])
  }
}
