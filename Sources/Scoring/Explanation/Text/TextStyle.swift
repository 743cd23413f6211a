/// How a stretch of text looks on a terminal with colour.
enum TextStyle: Sendable {
  /// As the terminal writes.
  case plain
  /// A heading or a name.
  case strong
  /// What a reader may skip: citations, values, sources.
  case quiet
  /// What speaks for the person.
  case good
  /// What is not decided.
  case doubtful
  /// What speaks against.
  case bad

  /// The number of the look in an escape sequence; `nil` where none is needed.
  var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .quiet: "2"
    case .good: "32"
    case .doubtful: "33"
    case .bad: "31"
    }
  }
}
