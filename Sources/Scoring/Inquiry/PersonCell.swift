package import ExpressionLanguage
import Policy

/// Everybody who a person can still be, as far as some unknown facts are assumed.
struct PersonCell: Sendable {
  /// The facts, known, assumed or unknown.
  private(set) var facts: [Value]
  /// The records, likewise.
  private(set) var records: [RecordsValue]
  /// Facts that are only assumed to lie within a set; to an evaluator they are unknown.
  private var ranges: [MissingFact: ValueSet] = [:]

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

  /// The cell in which one fact lies within a set; one value is assumed outright.
  func assuming(_ key: MissingFact, within set: ValueSet) -> PersonCell {
    if let only = set.only { return assuming(key, .value(only)) }
    var cell = self
    cell.ranges[key] = set
    return cell
  }

  /// Within what a fact is assumed to lie.
  func range(_ key: MissingFact) -> ValueSet? { ranges[key] }

  func evaluator(
    _ assessor: Assessor,
    on day: CivilDate,
    concludes: Bool = true,
    _ tables: TableMemory
  ) -> Evaluator {
    Evaluator(
      program: assessor.set.program,
      facts: facts,
      records: records,
      legalDate: day,
      concludes: concludes,
      tables: tables
    )
  }

  /// What evaluates everybody in the cell at once.
  func possibilities(
    _ assessor: Assessor,
    on day: CivilDate,
    _ tables: TableMemory
  ) -> PossibilityEvaluator {
    let program = assessor.set.program
    var sets = program.possibilities(of: facts)
    var kinds = program.possibilities(of: records)
    for (key, set) in ranges {
      switch key {
      case .fact(let fact) where !facts[fact].isKnown: sets[fact] = set
      case .attribute(let kind, let item, let attribute):
        guard case .known(var rows) = kinds[kind], value(key)?.isKnown == false else { continue }
        rows[item][attribute] = set
        kinds[kind] = .known(rows)
      default: continue
      }
    }
    return PossibilityEvaluator(
      program: program,
      facts: sets,
      records: kinds,
      legalDate: day...day,
      tables: tables
    )
  }
}

/// What can be answered to one question.
package enum Answer: Hashable, Sendable {
  /// A value of a fact or of an attribute.
  case value(Value)
  /// All records of a kind; none is known to be none.
  case records([[Value]])
}
