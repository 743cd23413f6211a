import Casework

/// The basis that follows from what a visitor said when finding out which way is theirs.
enum WaysBasis {
  /// The basis, if what was said tells one; only to begin with: the person chooses.
  static func of(_ visit: Visit) -> Basis? { WaysCookie(visit).answers.basis }
}
