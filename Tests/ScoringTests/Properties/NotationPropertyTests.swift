import ExpressionLanguage
import FactFiles
import Policy
import Scoring
import TestSupport
import Testing

/// However a person is written down, the answer is the same to the byte.
struct NotationPropertyTests {
  private func read(_ text: String, _ name: String, _ model: FactModel) throws -> Facts {
    let source = SourceText(name: name, bytes: Array(text.utf8))
    let file = FactFileReader.read(source)
    let formatter = DiagnosticFormatter(language: .english)
    let tree = try #require(
      file.tree,
      "\(file.diagnostics.sorted.map { formatter.format($0, in: source) }) \(text)"
    )
    let found = FactsReader.read(tree, of: source, model: model, quotesTell: file.format == .yaml)
    return try #require(
      found.facts,
      "\(found.diagnostics.sorted.map { formatter.format($0, in: source) })"
    )
  }

  @Test(arguments: Prepared.all)
  func `order, notation and language of a file change no byte of the answer`(
    prepared: Prepared
  ) throws {
    for seed in 600..<UInt64(602) {
      var person = RandomPerson(prepared, seed: seed)
      let whole = person.whole()
      var facts = seed % 2 == 0 ? whole : person.partial(whole)
      facts.displayName = "李 O'Brien"
      let assessment = try prepared.assessor.assess(facts, on: prepared.day)
      let wanted = Shown(assessment)
      var file = PersonFile(model: prepared.model, generator: SplitMix64(seed: seed))
      let (yaml, json) = file.write(facts)
      for (text, name) in [(yaml, "a.yaml"), (json, "a.json")] {
        let read = try self.read(text, name, prepared.model)
        #expect(read.values == facts.values, "seed \(seed) \(name)")
        let again = try prepared.assessor.assess(read, on: prepared.day)
        #expect(Shown(again) == wanted, "seed \(seed) \(name)")
      }
    }
  }

  @Test func `one assessor gives everyone the same answer at once and one by one`() async throws {
    let prepared = try #require(Prepared.shipped.last)
    let people = (700..<UInt64(712)).map { seed in
      var person = RandomPerson(prepared, seed: seed)
      return person.whole()
    }
    let alone = try people.map {
      AssessmentJSON.text(try prepared.assessor.assess($0, on: prepared.day), file: nil)
    }
    let together = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (index, facts) in people.enumerated() {
        group.addTask {
          let assessment = try prepared.assessor.assess(facts, on: prepared.day)
          return (index, AssessmentJSON.text(assessment, file: nil))
        }
      }
      var texts = [String](repeating: "", count: people.count)
      for try await (index, text) in group { texts[index] = text }
      return texts
    }
    #expect(together == alone)
  }
}

/// Everything that is shown of an assessment.
private struct Shown: Equatable {
  var json: String
  var english: String
  var chinese: String

  init(_ assessment: Assessment) {
    json = AssessmentJSON.text(assessment, file: nil)
    english = TextExplanation(language: .english, colour: false).text(assessment)
    chinese = TextExplanation(language: .chinese, colour: false).text(assessment)
  }
}
