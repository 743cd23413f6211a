import ExpressionLanguage
import FactFiles
import Foundation
import Policy
import Scoring
import TestSupport
import Testing

/// How many questions it takes to decide the example residents, from nothing.
struct QuestionCountTests {
  private static let prepared = Prepared.shipped.first { prepared in
    prepared.testDescription == "xiongan on 2026-11-23"
  }

  /// In the order of the inquiry, and in that of the dictionary with what does not matter left out.
  private static let counts = [
    ("engineer", 19, 22), ("graduate", 10, 19), ("relocated-from-beijing", 8, 18),
    ("relocated-talent", 20, 23), ("special-channel", 11, 20),
  ]

  @Test(arguments: counts)
  func `a resident is decided in so many questions`(
    name: String,
    asked: Int,
    inOrder: Int
  ) throws {
    let prepared = try #require(QuestionCountTests.prepared)
    let facts = try QuestionCountTests.facts(name, prepared.model)
    let best = QuestionCountTests.count(prepared, facts) { $0.first?.key }
    let plain = QuestionCountTests.count(prepared, facts) { $0.map(\.key).min() }
    #expect(best == asked, "\(name)")
    #expect(plain == inOrder, "\(name)")
  }

  private static func count(
    _ prepared: Prepared,
    _ whole: Facts,
    _ next: ([Question]) -> MissingFact?
  ) -> Int {
    var facts = prepared.nothing
    var inquiry = prepared.inquire(facts)
    var count = 0
    while let key = next(inquiry.questions) {
      let question = inquiry.questions.first { $0.key == key }
      facts.take(key, from: whole)
      inquiry = prepared.inquire(facts, after: question?.name.verifiedBy)
      count += 1
    }
    return count
  }

  private static func facts(_ name: String, _ model: FactModel) throws -> Facts {
    let url = PackageRoot.file("Examples/residents/\(name).yaml")
    let source = SourceText(name: name + ".yaml", bytes: Array(try Data(contentsOf: url)))
    let tree = try #require(FactFileReader.read(source).tree)
    return try #require(FactsReader.read(tree, of: source, model: model).facts)
  }
}
