import ExpressionLanguage
import Foundation
import Policy
import Scoring

/// People and what Anju decides of them, as lines of JSON: what the peers are given, and what they
/// must answer before anything is timed.
struct PeerPeople {
  private let law: Law
  private let people: [Facts]

  init(_ law: Law, _ people: [Facts]) {
    self.law = law
    self.people = people
  }

  /// Writes a line for each person: `facts`, and under `answer` whether the person may apply and the
  /// total in hundredths of a point.
  func write() throws {
    for facts in people {
      let way = try law.assessor.decide(facts, on: law.day).channels[0]
      guard case .number(let points)? = way.total else { throw Law.Failure.person("no total") }
      let line: [String: Any] = [
        "facts": object(facts),
        "answer": ["mayApply": way.outcome == .open, "points": points],
      ]
      let data = try JSONSerialization.data(withJSONObject: line, options: .sortedKeys)
      FileHandle.standardOutput.write(data + Data("\n".utf8))
    }
  }

  private func object(_ facts: Facts) -> [String: Any] {
    var object: [String: Any] = ["legalDate": law.day.description]
    for (fact, value) in zip(law.model.facts, facts.values) {
      object[PeerPeople.key(fact.name)] = PeerPeople.json(value, fact.type)
    }
    for (kind, records) in zip(law.model.records, facts.records) {
      guard case .known(let rows) = records, let attribute = kind.attributes.first else { continue }
      object[PeerPeople.key(kind.name)] = rows.map { PeerPeople.json($0[0], attribute.type) }
    }
    return object
  }

  /// `birth date` as `birthDate`.
  private static func key(_ name: Bilingual) -> String {
    let words = NameKey.identifier(name.english).split(separator: "-")
    return words.dropFirst().reduce(words.first.map(String.init) ?? "") { $0 + $1.capitalized }
  }

  private static func json(_ value: Value, _ type: ValueType) -> Any {
    switch value {
    case .truth(let truth): truth
    case .number(let number): number
    default: type.canonical(value)
    }
  }
}
