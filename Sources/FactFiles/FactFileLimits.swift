/// The bounds within which a person's file is read; a family's facts need a hundredth of them.
package enum FactFileLimits {
  /// The most bytes that a file may have.
  package static let bytes = 1 << 20
  /// The most lists and maps that may stand inside one another, the file's own map included.
  package static let depth = 32
  /// The most keys, values, lists and maps that a file may hold.
  package static let nodes = 20_000
  /// How many findings end the reading, because more would only repeat them.
  static let findings = 50
}
