import ExpressionLanguage
import Policy

/// All that explanations of a set say alike of everyone, made once for the set.
///
/// Names, places, standings, and what each condition and line mentions; only values are looked up
/// for a person.
final class Phrasebook: Sendable {
  let set: PolicySet
  let rules: [ExplainedRule]
  let channels: [ExplainedChannel]
  let services: [ExplainedService]
  /// The rules that say which family members come along, each once.
  let families: [Int]
  /// The facts, by index.
  let facts: [UsedSubject]
  /// The kinds of records, by index.
  let records: [UsedSubject]
  /// The attributes of each kind of records.
  let attributes: [[UsedSubject]]
  /// The measures, as an assessment names them.
  let policies: [Assessment.AppliedPolicy]
  private let missingFacts: [MissingName]
  private let missingRecords: [MissingName]
  private let scoreLines: [(round: Int, line: PublishedLine?)]

  /// - Complexity: O(*n*) in the size of the set.
  init(_ set: PolicySet, _ standings: Standings) {
    self.set = set
    rules = set.rules.map { ExplainedRule($0, set, standings) }
    channels = set.channels.map { ExplainedChannel($0, set, standings) }
    services = set.services.map { ExplainedService($0, set, standings) }
    families = Set(set.channels.compactMap(\.family)).sorted()
    facts = set.model.facts.map(Phrasebook.subject)
    attributes = set.model.records.map { $0.attributes.map(Phrasebook.subject) }
    records = set.model.records.map { kind in
      UsedSubject(
        fact: kind.name,
        id: NameKey.identifier(kind.name.english),
        type: nil,
        verifiedBy: kind.attributes.last?.verifiedBy
      )
    }
    missingFacts = set.model.facts.indices.map { set.name(.fact($0)) }
    missingRecords = set.model.records.indices.map { set.name(.records($0)) }
    policies = set.measures.map { measure in
      Assessment.AppliedPolicy(
        id: measure.id,
        title: measure.title,
        version: measure.from,
        hash: measure.hash,
        standing: measure.standing.standing,
        texts: measure.texts
      )
    }
    scoreLines = set.office.compactMap { entry in
      guard let round = entry.round, NameKey.of(entry.name.english) == "score line" else {
        return nil
      }
      guard let value = entry.values.first, let type = entry.types.first else {
        return (round, nil)
      }
      let line = PublishedLine(
        round: round,
        text: Bilingual(type.text(value, .english), type.text(value, .chinese)),
        standing: entry.standing.standing,
        points: type.number.flatMap { number in
          value.order.map { DecimalLiteral(units: $0, scale: number.scale) }
        }
      )
      return (round, line)
    }
  }

  private static func subject(_ fact: Fact) -> UsedSubject {
    UsedSubject(
      fact: fact.name,
      id: NameKey.identifier(fact.name.english),
      type: fact.type,
      verifiedBy: fact.verifiedBy
    )
  }

  /// How something that is missing is called, and who verifies it.
  func name(_ missing: MissingFact) -> MissingName {
    switch missing {
    case .fact(let index) where index < missingFacts.count: missingFacts[index]
    case .records(let index): missingRecords[index]
    case .fact, .attribute: set.name(missing)
    }
  }

  /// The score line of the last round that has one, up to a year.
  func scoreLine(until year: Int) -> PublishedLine? {
    scoreLines.filter { $0.round <= year }.max { $0.round < $1.round }?.line
  }
}
