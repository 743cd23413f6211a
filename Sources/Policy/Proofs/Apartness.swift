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
  package static func whoMeetsBoth(
    _ first: Node,
    _ second: Node,
    facts: [ProofVariable],
    budget: Int = 200_000
  ) -> Result {
    .notProved
  }
}
