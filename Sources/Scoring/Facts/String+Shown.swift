extension String {
  /// Whether the text stays on one line and commands no terminal.
  ///
  /// Rare Han characters may stand in private or unassigned places, so those are let through.
  var isShowable: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  /// The text as a message may quote it: short, and on one line.
  var shown: String {
    let scalars = unicodeScalars.prefix(60).map { String($0).isShowable ? $0 : "\u{FFFD}" }
    return String(String.UnicodeScalarView(scalars)) + (unicodeScalars.count > 60 ? "…" : "")
  }
}
