/// How far a visitor wants it looked into, beyond the first way that is open.
///
/// It is no rule: every way is judged by the same measures, and only what is asked for grows.
package struct WaysReach: OptionSet, Hashable, Sendable {
  /// The steps as bits: 1 for all ways, 2 for the points.
  package let rawValue: Int

  /// Creates a reach of its bits.
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Whether each way is open, also where one is known to be.
  package static let allWays = WaysReach(rawValue: 1)
  /// The points besides.
  package static let points = WaysReach(rawValue: 2)
  /// Until a way is open: then it is known whether and how.
  package static let firstWay: WaysReach = []

  /// The words for it in forms and in the visitor's browser.
  var text: String {
    switch self {
    case .firstWay: "first"
    case .allWays: "all"
    case .points: "points"
    default: "all-points"
    }
  }

  /// Reads the words.
  init?(text: String) {
    switch text {
    case "first": self = .firstWay
    case "all": self = .allWays
    case "points": self = .points
    case "all-points": self = [.allWays, .points]
    default: return nil
    }
  }
}
