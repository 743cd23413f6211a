package import ExpressionLanguage

/// Proves that two conditions never hold for one person.
package enum Apartness {
  /// What could be said of two conditions.
  package enum Result: Hashable, Sendable {
    /// No person meets both.
    case apart
    /// A person with these facts, by index, meets both.
    case together([Int: Value])
    /// It hangs on something that proofs do not look into, or there are too many combinations.
    case notProved
  }

  /// Whether one person can meet both `first` and `second`.
  ///
  /// Comparisons of one fact with constants are understood, and all that joins them. A rule by its
  /// name is the same in both conditions, but what it can be is not looked into. Any other part
  /// may be true or false as it pleases.
  ///
  /// - Parameters:
  ///   - first: One condition.
  ///   - second: The other.
  ///   - facts: Every fact, by index.
  ///   - budget: How many branches may be looked at before the proof is given up.
  /// - Returns: That nobody meets both, or somebody who does, or that neither is proved.
  /// - Complexity: O(*b*·*n*) in the branches looked at and the tests of both conditions.
  package static func whoMeetsBoth(
    _ first: Node,
    _ second: Node,
    facts: [ProofVariable],
    budget: Int = 200_000
  ) -> Result {
    var reader = ConditionReader(facts: facts.map(\.type))
    let both = ProofFormula.all([reader.formula(of: first), reader.formula(of: second)])
    if reader.isTooLarge { return .notProved }
    let space = ProofSpace(types: reader.types, atoms: reader.atoms.all)
    var search = ProofSearch(space: space, budget: budget)
    do {
      guard try search.classes(where: both) != nil else { return .apart }
      let known = both.assuming { atom in space.variables[atom] < facts.count }
      guard let classes = try search.classes(where: known) else { return .notProved }
      var values: [Int: Value] = [:]
      for fact in facts.indices {
        values[fact] = classes[fact].map { space.classes[fact][$0] }
      }
      return .together(values)
    } catch {
      return .notProved
    }
  }
}

extension ProofFormula {
  /// The formula where every test that is not `known` counts against it: what holds of this holds
  /// of the formula, whatever the other tests say.
  fileprivate func assuming(known: (Int) -> Bool) -> ProofFormula {
    switch self {
    case .constant: self
    case .literal(let atom, _): known(atom) ? self : .constant(false)
    case .all(let parts): .all(parts.map { $0.assuming(known: known) })
    case .any(let parts): .any(parts.map { $0.assuming(known: known) })
    }
  }
}
