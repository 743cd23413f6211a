import ExpressionLanguage
import Testing

/// One person of whom some things are not known, and everybody who that person could be.
struct PartialPerson {
  /// The values that a fact could have, where it is not known.
  var domains: [[Value]]
  /// The facts as known; `nil` where unknown.
  var facts: [Value?]
  /// The records of one kind as known, each attribute `nil` where unknown; `nil` where the records
  /// themselves are unknown.
  var records: [[Value?]]?
  /// What all records could be, where records or parts of them are unknown.
  var possibleRecords: [[[Value]]]

  init(
    domains: [[Value]],
    facts: [Value?],
    records: [[Value?]]? = [],
    possibleRecords: [[[Value]]] = [[]]
  ) {
    (self.domains, self.facts) = (domains, facts)
    (self.records, self.possibleRecords) = (records, possibleRecords)
  }

  /// The facts with what is unknown said to be so.
  var values: [Value] {
    facts.enumerated().map { $1 ?? .unknown(Missing(.fact($0))) }
  }

  var recordsValue: RecordsValue {
    guard let records else { return .unknown }
    return .known(
      records.enumerated().map { item, row in
        row.enumerated().map { attribute, value in
          value ?? .unknown(Missing(.attribute(records: 0, item: item, attribute: attribute)))
        }
      }
    )
  }

  /// Calls `body` with the facts of everybody who the person could be.
  func forEachCompletion(_ body: ([Value], RecordsValue) -> Void) {
    var chosen = facts.map { $0 ?? .absent }
    func choose(_ fact: Int) {
      guard fact < facts.count else {
        for rows in possibleRecords { body(chosen, .known(rows)) }
        return
      }
      if facts[fact] != nil {
        choose(fact + 1)
        return
      }
      for value in domains[fact] {
        chosen[fact] = value
        choose(fact + 1)
      }
    }
    choose(0)
  }
}

extension Program {
  /// What the first rule gives, or `nil` where it cannot be decided.
  func value(
    _ facts: [Value],
    _ records: [RecordsValue] = [],
    on day: CivilDate = .earliest
  ) -> Value? {
    let evaluator = Evaluator(program: self, facts: facts, records: records, legalDate: day)
    return try? evaluator.value(of: 0)
  }
}

/// Records an issue where a known result is contradicted by somebody who the person could be.
///
/// - Returns: Whether the result was known.
@discardableResult
func expectNeverContradicted(
  _ program: Program,
  _ person: PartialPerson,
  on day: CivilDate = .earliest,
  _ what: @autoclosure () -> String,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Bool {
  let hasRecords = !program.records.isEmpty
  let records = hasRecords ? [person.recordsValue] : []
  guard let found = program.value(person.values, records, on: day), found.isKnown else {
    return false
  }
  person.forEachCompletion { facts, rows in
    guard let real = program.value(facts, hasRecords ? [rows] : [], on: day), real != found else {
      return
    }
    Issue.record(
      "\(what()): said \(found), but \(facts) with \(rows) gives \(real)",
      sourceLocation: sourceLocation
    )
  }
  return true
}
