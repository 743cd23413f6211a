package import ExpressionLanguage

/// What the measures decide of one person on one day, without reasons.
///
/// The same answers as those of an `Assessment`, in the order in which the set declares them; for
/// whoever asks about many people, or about one person many times.
package struct Decision: Hashable, Sendable {
  /// What one channel says.
  package struct Way: Hashable, Sendable {
    /// Whether it is open.
    package var outcome: Outcome
    /// The facts that are missing for the outcome; `nil` where it is decided.
    package var missing: Missing?
    /// The total by which it ranks, of the type of its formula: a number, or unknown; `nil` where
    /// it does not rank.
    package var total: Value?
  }

  /// The channels, by their position in the set.
  package var channels: [Way]
  /// The answers of the services, by their position in the set.
  package var services: [ServiceResult.Answer]
}
