/// How far a visitor wants it looked into; each step asks for more than the one before.
///
/// It is no rule: every way is judged by the same measures, and only what is asked for grows.
package enum WaysReach: String, Hashable, Sendable, CaseIterable {
  /// Until a way is open on which nobody is ranked: then it is known whether and how.
  case firstWay = "first"
  /// Whether each way is open.
  case allWays = "all"
  /// The points besides, which take more answers than all the rest.
  case points
}
