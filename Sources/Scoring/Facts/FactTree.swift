package import ExpressionLanguage

/// A person's file as it was written: scalars are still text, with their places.
///
/// Typing is left to the dictionary, because a general format's own typing would turn
/// `2023-02-29` into 1 March, `010` into 8 and `no` into false.
package indirect enum FactTree: Sendable {
  /// One value as written; `quoted` tells `"none"` from `none`.
  case scalar(text: String, quoted: Bool, range: SourceRange)
  /// A list.
  case list([FactTree], range: SourceRange)
  /// A map, its entries in the order written. Keys are unique.
  case map([FactTreeEntry], range: SourceRange)

  /// The place of the value.
  package var range: SourceRange {
    switch self {
    case .scalar(_, _, let range), .list(_, let range), .map(_, let range): range
    }
  }
}

/// One entry of a map in a person's file.
package struct FactTreeEntry: Sendable {
  /// The key as written.
  package var key: String
  /// The place of the key.
  package var keyRange: SourceRange
  /// The value.
  package var value: FactTree

  /// Creates an entry.
  package init(key: String, keyRange: SourceRange, value: FactTree) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}
