import Foundation
import Policy
import TestSupport
import Testing

@testable import Scoring

/// The JSON of changes and forecasts, held against its guide.
struct OutlookGuideTests {
  private func keys(_ value: Any) -> Set<String> {
    if let object = value as? [String: Any] {
      return object.values.reduce(Set(object.keys)) { $0.union(keys($1)) }
    }
    return (value as? [Any] ?? []).reduce(Set()) { $0.union(keys($1)) }
  }

  @Test func `every key is in the guides, over people made at random`() throws {
    let texts = try ["changes-and-forecasts.md", "assessment-json.md"].map { name in
      try String(contentsOf: PackageRoot.file("Documentation/Guides/\(name)"), encoding: .utf8)
    }
    let guide = texts.joined()
    var found: Set<String> = []
    for seed in 500..<UInt64(512) {
      let prepared = try SmallWorld.prepared(seed: seed)
      var person = SmallPerson(prepared, seed: seed)
      let facts = person.facts(isPartial: false)
      let law = LawCourse(
        prepared.assessor,
        in: Libraries.library([:]),
        from: SmallWorld.day,
        months: 30
      )
      let advisor = try ChangeAdvisor(prepared.assessor, facts, on: SmallWorld.day, under: law)
      let changes = try advisor.changes(line: nil)
      let forecast = try Forecaster.forecast(facts, of: prepared.assessor, under: law)
      let text = AssessmentJSON.text(
        try prepared.assessor.assess(facts, on: SmallWorld.day),
        file: nil,
        outlook: Outlook(changes: changes, forecast: forecast)
      )
      found.formUnion(keys(try JSONSerialization.jsonObject(with: Data(text.utf8))))
    }
    #expect(found.isSuperset(of: ["single", "changedLines", "possibleFrom", "totals", "counted"]))
    #expect(found.filter { !guide.contains("`\($0)`") }.sorted() == [])
  }
}
