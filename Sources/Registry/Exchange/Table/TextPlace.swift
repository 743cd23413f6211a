/// A place in a file as an editor shows it.
struct TextPlace: Hashable, Sendable {
  /// The line, from 1.
  var line: Int
  /// The character within the line, from 1.
  var column: Int
}
