import Casework

/// The basis that follows from what a visitor said when finding out which way is theirs.
enum WaysBasis {
  /// The basis, where what was said tells one.
  static func of(_ visit: Visit) -> Basis? { WaysAnswers.of(visit).basis }
}
