import ExpressionLanguage
import Policy
import Scoring

/// One thing that a person can be asked for: a fact, or all records of a kind.
enum Step: Sendable {
  case fact(Int)
  case records(Int)

  /// The name by which it is missing.
  func name(in model: FactModel) -> String {
    switch self {
    case .fact(let index): NameKey.identifier(model.facts[index].name.english)
    case .records(let index): NameKey.identifier(model.records[index].name.english)
    }
  }
}

extension Facts {
  /// Everything that can be asked for.
  func steps(_ model: FactModel) -> [Step] {
    model.facts.indices.map { .fact($0) } + model.records.indices.map { .records($0) }
  }

  /// Takes one thing over from another person.
  mutating func take(_ step: Step, from other: Facts) {
    switch step {
    case .fact(let index): values[index] = other.values[index]
    case .records(let index): records[index] = other.records[index]
    }
  }

  /// The facts with each thing left out in turn, and its name: facts, records, and attributes.
  func withOneLeftOut(_ model: FactModel) -> [(name: String, facts: Facts)] {
    var all: [(String, Facts)] = []
    let empty = Facts(factCount: model.facts.count, recordsCount: model.records.count)
    for step in steps(model) {
      var facts = self
      facts.take(step, from: empty)
      all.append((step.name(in: model), facts))
    }
    for (index, kind) in model.records.enumerated() {
      guard case .known(let rows) = records[index] else { continue }
      for item in rows.indices {
        for (attribute, fact) in kind.attributes.enumerated() {
          var rows = rows
          rows[item][attribute] = .unknown(
            Missing(.attribute(records: index, item: item, attribute: attribute))
          )
          var facts = self
          facts.records[index] = .known(rows)
          let name = NameKey.identifier(kind.name.english) + ".\(item + 1)."
          all.append((name + NameKey.identifier(fact.name.english), facts))
        }
      }
    }
    return all
  }
}
