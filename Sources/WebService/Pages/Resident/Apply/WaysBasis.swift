import Casework

/// The basis that follows from what a visitor said when finding out which way is theirs.
enum WaysBasis {
  /// The basis that was said, or the first for which the visitor said that they have what it takes;
  /// only to begin with: the person chooses.
  static func of(_ visit: Visit) -> Basis? {
    let answers = WaysCookie(visit).answers
    if case .value(let text)? = answers["basis"], let basis = Basis(rawValue: text) { return basis }
    return grounds.first { answers[$0.fact] == .value("true") }?.basis
  }

  private static let grounds: [(fact: String, basis: Basis)] = [
    ("staff-of-a-relocated-unit", .relocation), ("stable-employment", .employment),
    ("stable-residence", .residence), ("continuous-study", .study),
  ]
}
