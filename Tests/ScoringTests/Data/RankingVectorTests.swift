import ExpressionLanguage
import Foundation
import Policy
import Scoring
import Testing

/// Canada's ranking of 13 people, part by part, by the draft that lies beside the checkout.
@Suite(.enabled(if: Libraries.shared != nil, "no data lies beside the checkout"))
struct RankingVectorTests {
  private struct Vector: Decodable {
    struct Input: Decodable {
      struct Spouse: Decodable {
        var edu: String
        var clb: [Int]?
        var cdn: Int?
      }
      var age: Int
      var edu: String
      var clb1: [Int]
      var clb2: [Int]?
      var lang1: String?
      var lang2: String?
      var cdn: Int?
      var fw: Int?
      var canedu: Int?
      var cert: Bool?
      var pnp: Bool?
      var sib: Bool?
      var spouse: Spouse?
    }
    var id: String
    var input: Input
    var expected: [String: Int]
  }

  private static let rules = [
    "core": "core points", "age": "age points", "education": "education points",
    "first": "first language points", "second": "second language points",
    "cdn_work": "Canadian work points", "spouse": "spouse points",
    "transfer": "transferability points", "edu_transfer": "education combinations",
    "fw_transfer": "foreign work combinations", "cert": "trade certificate points",
    "additional": "additional points", "french": "French points", "total": "total score",
  ]
  private static let education = [
    "none": "below secondary", "secondary": "secondary", "bach": "bachelor",
    "twoplus": "two or more", "masters": "master", "phd": "doctorate",
  ]
  private static let abilities = ["listening", "reading", "writing", "speaking"]
  /// The least TCF scores of the levels that the French of these people has.
  private static let french = [7: [458, 453, 10, 10], 9: [523, 524, 14, 14]]

  /// A language as facts: the test, and a score for each ability.
  private func language(
    _ whose: String,
    _ levels: [Int],
    isFrench: Bool
  ) throws -> [(String, String)] {
    var entries = [("\(whose) test", isFrench ? "TCF" : "CELPIP")]
    for (index, ability) in RankingVectorTests.abilities.enumerated() {
      let level = levels[index]
      let score =
        isFrench ? try #require(RankingVectorTests.french[level])[index] : level
      entries.append(("\(whose) \(ability)", "\(score)"))
    }
    return entries
  }

  private func entries(_ input: Vector.Input) throws -> [(String, String)] {
    func yes(_ flag: Bool?) -> String { flag == true ? "yes" : "no" }
    let isFrench = input.lang1 == "fr"
    var entries = [
      ("age", "\(input.age) years"), ("in the pool", "yes"),
      ("education", try #require(RankingVectorTests.education[input.edu])),
      ("Canadian work", "\(input.cdn ?? 0) years"), ("foreign work", "\(input.fw ?? 0) years"),
      ("trade certificate", yes(input.cert)), ("provincial nomination", yes(input.pnp)),
      ("sibling in Canada", yes(input.sib)), ("has a spouse", yes(input.spouse != nil)),
      ("spouse comes along", yes(input.spouse != nil)), ("spouse is Canadian", "no"),
      (
        "Canadian credential",
        input.canedu == nil
          ? "\"none\"" : input.canedu == 3 ? "three years or more" : "one or two years"
      ),
      ("first language", isFrench ? "french" : "english"),
    ]
    entries += try language("first", input.clb1, isFrench: isFrench)
    if let levels = input.clb2 {
      entries.append(("second language", input.lang2 == "fr" ? "french" : "english"))
      entries += try language("second", levels, isFrench: input.lang2 == "fr")
    } else {
      entries += [("second language", "none"), ("second test", "none")]
      entries += RankingVectorTests.abilities.map { ("second \($0)", "none") }
    }
    if let spouse = input.spouse {
      entries.append(("spouse education", try #require(RankingVectorTests.education[spouse.edu])))
      entries.append(("spouse Canadian work", "\(spouse.cdn ?? 0) years"))
      if let levels = spouse.clb { entries += try language("spouse", levels, isFrench: false) }
    }
    return entries
  }

  @Test func `every part of every vector comes out`() throws {
    let shared = try #require(Libraries.shared)
    let data = try Data(contentsOf: shared.appending(path: "data/crs_vectors.json"))
    let vectors = try JSONDecoder().decode([Vector].self, from: data)
    #expect(vectors.count == 13)
    let library = try #require(Libraries.drafts("canada"))
    let prepared = try Prepared(library, "canada", on: try #require(CivilDate("2026-01-15")))
    for vector in vectors {
      let person = try Person(prepared, try entries(vector.input))
      #expect(try prepared.assessor.impossible(person.facts, on: prepared.day).isEmpty)
      for (part, rule) in RankingVectorTests.rules {
        let wanted = try #require(vector.expected[part])
        #expect(try person.value(of: rule) == "\(wanted)", "\(vector.id) \(part)")
      }
      let assessment = try prepared.assessor.assess(person.facts, on: prepared.day)
      #expect(assessment.channels.first?.total?.text == "\(vector.expected["total"] ?? -1)")
      let checks = AssessmentChecks(
        prepared: prepared,
        facts: person.facts,
        assessment: assessment,
        seed: 0
      )
      try checks.check()
    }
  }
}
