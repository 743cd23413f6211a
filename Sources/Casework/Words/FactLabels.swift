package import ExpressionLanguage
import Policy
import Scoring

/// What people call facts, their values and their sources, and papers: the labels of the
/// dictionaries and of the permit's measure in force.
package struct FactLabels: Sendable {
  private let facts: [String: Fact]
  private let records: [String: Bilingual]
  private let sources: [String: Bilingual]
  private let papers: PermitPapers

  /// Reads the dictionaries of a law.
  ///
  /// - Complexity: O(*n*) in the facts.
  package init(_ law: OfficeLaw) {
    let model = law.assessor.set.model
    papers = PermitPapers(law: law)
    var sources: [String: Bilingual] = [:]
    for fact in model.facts + model.records.flatMap(\.attributes) {
      sources[NameKey.of(fact.verifiedBy.english)] = fact.verifiedBy
    }
    self.sources = sources
    facts = Dictionary(
      model.facts.map { (NameKey.of($0.name.english), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    records = Dictionary(
      model.records.map { (NameKey.of($0.name.english), $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The label of a fact or kind of records; as it stands where no dictionary in force has it.
  package func fact(_ name: String) -> Bilingual {
    let key = NameKey.of(name)
    return facts[key]?.name ?? records[key] ?? Bilingual(name, name)
  }

  /// The label of a source.
  package func source(_ name: String) -> Bilingual {
    sources[NameKey.of(name)] ?? Bilingual(name, name)
  }

  /// The labels of papers, in a row.
  ///
  /// - Complexity: O(*n* · *m*) in the names and the papers of the measure.
  package func papers(_ names: [String]) -> Bilingual { CaseWords.list(names.map(papers.words)) }

  /// What a statement says, in words.
  package func content(_ statement: FactStatement) -> Bilingual {
    switch statement.content {
    case .none: return Bilingual("none", "无")
    case .records(let rows):
      return Bilingual(rows.count == 1 ? "1 record" : "\(rows.count) records", "\(rows.count)项记录")
    case .value(let text):
      let type = facts[NameKey.of(statement.fact)]?.type
      guard let type, let value = type.value(canonical: text) else { return Bilingual(text, text) }
      if case .date(let day) = value { return day.words }
      return Bilingual(type.text(value, .english), type.text(value, .chinese))
    }
  }
}
