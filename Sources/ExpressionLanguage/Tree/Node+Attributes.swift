extension Node {
  /// The attributes of the record in hand that the expression uses directly.
  ///
  /// - Complexity: O(*n*) in the size of the expression.
  package var attributes: Set<Int> {
    switch self {
    case .attribute(let index): [index]
    case .not(let one), .negate(let one), .scaled(let one, _), .recoded(let one, _),
      .absolute(let one), .year(let one):
      one.attributes
    case .all(let many), .any(let many), .sum(let many), .least(let many), .greatest(let many):
      many.reduce(into: []) { $0.formUnion($1.attributes) }
    case .call(_, let many): many.reduce(into: []) { $0.formUnion($1.attributes) }
    case .compare(_, let lhs, let rhs), .member(let lhs, let rhs), .product(let lhs, let rhs),
      .otherwise(let lhs, let rhs), .addMonths(let lhs, let rhs, _), .addDays(let lhs, let rhs),
      .age(let lhs, let rhs, _):
      lhs.attributes.union(rhs.attributes)
    case .conditional(let one, let two, let three), .date(let one, let two, let three):
      one.attributes.union(two.attributes).union(three.attributes)
    case .within(let subject, let tests):
      tests.reduce(into: subject.attributes) { $0.formUnion($1.attributes) }
    case .quotient(let quotient):
      quotient.numerator.attributes.union(quotient.denominator?.attributes ?? [])
    case .decision(let table):
      (table.inputs + table.guards).reduce(into: []) { $0.formUnion($1.attributes) }
    case .constant, .fact, .recordDefinition, .parameter, .definition, .legalDate, .measure,
      .aggregate:
      []
    }
  }
}

extension NodeTest {
  fileprivate var attributes: Set<Int> {
    switch self {
    case .compare(_, let node): node.attributes
    case .range(let low, _, let high, _): low.attributes.union(high.attributes)
    }
  }
}
