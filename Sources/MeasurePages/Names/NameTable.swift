import ExpressionLanguage
import Policy

/// What a name in an expression of a measure stands for.
enum Named: Hashable, Sendable {
  case fact(Int)
  case records(Int)
  case attribute(records: Int, Int)
  case rule(Int)
}

/// The names that the expressions of one measure use.
struct NameTable: Sendable {
  private let set: PolicySet
  private let rules: [String: NamedThing]
  private let facts: [String: Int]
  private let records: [String: Int]

  /// The names that a measure of a set knows.
  ///
  /// - Complexity: O(*n*) in the number of facts.
  init(_ set: PolicySet, measure: Int) {
    self.set = set
    rules = set.names[measure]
    facts = Dictionary(
      set.model.facts.enumerated().map { (NameKey.of($1.name.english), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    records = Dictionary(
      set.model.records.enumerated().map { (NameKey.of($1.name.english), $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What a name in lower case stands for.
  func thing(_ key: String) -> Named? {
    if case .rule(let rule) = rules[key] { return .rule(rule) }
    if let fact = facts[key] { return .fact(fact) }
    return records[key].map { .records($0) }
  }

  /// What a name stands for inside a filter of a kind of records, or after its dot.
  func thing(_ key: String, of kind: Int) -> Named? {
    let attributes = set.model.records[kind].attributes
    if let index = attributes.firstIndex(where: { NameKey.of($0.name.english) == key }) {
      return .attribute(records: kind, index)
    }
    if case .rule(let rule) = rules[key], set.rules[rule].records == kind { return .rule(rule) }
    return nil
  }

  /// Whether a rule has parameters, so that it is called like a function.
  func isCalled(_ named: Named) -> Bool {
    if case .rule(let rule) = named { !set.rules[rule].parameters.isEmpty } else { false }
  }
}
