package import ExpressionLanguage
import Policy

/// Everybody who a person can still be, as far as some unknown facts are assumed.
struct PersonCell: Sendable {
  /// The facts, known, assumed or unknown.
  private(set) var facts: [Value]
  /// The records, likewise.
  private(set) var records: [RecordsValue]

  init(_ facts: Facts) {
    self.facts = facts.values
    records = facts.records
  }

  /// What is known of one fact; records have no single value.
  func value(_ key: MissingFact) -> Value? {
    switch key {
    case .fact(let fact): return facts[fact]
    case .records: return nil
    case .attribute(let kind, let item, let attribute):
      guard case .known(let rows) = records[kind] else { return nil }
      return rows[item][attribute]
    }
  }

  /// The cell in which one fact is this.
  func assuming(_ key: MissingFact, _ answer: Answer) -> PersonCell {
    var cell = self
    switch (key, answer) {
    case (.fact(let fact), .value(let value)): cell.facts[fact] = value
    case (.records(let kind), .records(let rows)): cell.records[kind] = .known(rows)
    case (.attribute(let kind, let item, let attribute), .value(let value)):
      guard case .known(var rows) = records[kind] else { return self }
      rows[item][attribute] = value
      cell.records[kind] = .known(rows)
    default: preconditionFailure("a value answers a fact, records answer records")
    }
    return cell
  }

  func evaluator(_ assessor: Assessor, on day: CivilDate) -> Evaluator {
    Evaluator(program: assessor.set.program, facts: facts, records: records, legalDate: day)
  }
}

/// What can be answered to one question.
package enum Answer: Hashable, Sendable {
  /// A value of a fact or of an attribute.
  case value(Value)
  /// All records of a kind; none is known to be none.
  case records([[Value]])
}
