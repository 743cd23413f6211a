/// How well a value is founded.
package enum Standing: Int, Comparable, CaseIterable, Sendable {
  /// We made it up, because the official value is not public.
  case sample
  /// A named source says so.
  case reported
  /// An official text on file says so.
  case enacted

  /// The standing that a word names.
  package init?(word: String) {
    switch word {
    case "sample": self = .sample
    case "reported": self = .reported
    case "enacted": self = .enacted
    default: return nil
    }
  }

  /// The word of the language, also in machine output.
  package var word: String {
    switch self {
    case .sample: "sample"
    case .reported: "reported"
    case .enacted: "enacted"
    }
  }

  /// The word in Chinese.
  package var chinese: String {
    switch self {
    case .sample: "样例"
    case .reported: "据报道"
    case .enacted: "有官方文本"
    }
  }

  /// Whether `lhs` is less well founded.
  package static func < (lhs: Standing, rhs: Standing) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A standing with the reason that the text gives for it.
package struct StandingNote: Hashable, Sendable {
  /// The standing.
  package var standing: Standing
  /// The words after the comma; empty where there are none.
  package var reason: String

  /// Creates a standing.
  package init(_ standing: Standing, reason: String = "") {
    self.standing = standing
    self.reason = reason
  }
}
