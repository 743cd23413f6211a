import ExpressionLanguage
import FactFiles
import Policy
import Scoring
import Testing

/// A person written as a file, and what a set says of it.
struct Person {
  let prepared: Prepared
  let facts: Facts

  /// Reads a person from `name: value` pairs.
  init(
    _ prepared: Prepared,
    _ entries: [(String, String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = entries.map { "\($0.0): \($0.1)\n" }.joined()
    let source = SourceText(name: "person.yaml", bytes: Array(text.utf8))
    let file = FactFileReader.read(source)
    let formatter = DiagnosticFormatter(language: .english)
    var said = file.diagnostics.sorted
    let tree = try #require(
      file.tree,
      "\(said.map { formatter.format($0, in: source) })",
      sourceLocation: sourceLocation
    )
    let read = FactsReader.read(tree, of: source, model: prepared.model)
    said = read.diagnostics.sorted
    facts = try #require(
      read.facts,
      "\(said.map { formatter.format($0, in: source) })",
      sourceLocation: sourceLocation
    )
    self.prepared = prepared
  }

  /// The canonical value of a rule of the jurisdiction; `?` where it is unknown.
  func value(of name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let rule = try #require(prepared.rule(name), sourceLocation: sourceLocation)
    let evaluator = Evaluator(
      program: prepared.set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: prepared.day
    )
    return rule.type.canonical(try evaluator.value(of: rule.id))
  }
}

extension Prepared {
  /// The rule of a name in a measure of the jurisdiction itself.
  func rule(_ name: String) -> Rule? {
    set.rules.first {
      NameKey.of($0.name.english) == NameKey.of(name)
        && set.measures[$0.measure].id.hasPrefix(set.jurisdiction + "/")
    }
  }
}
