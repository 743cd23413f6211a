package import ExpressionLanguage

/// The lines between the two `---` at the head of a file.
package struct FrontMatter: Sendable {
  /// The kind of file, from the first key.
  package var kind: DocumentKind
  /// The file's identifier, the value of the first key, such as `xiongan/residence-permit`.
  package var id: String
  /// Where the identifier stands.
  package var idRange: SourceRange
  /// Every entry in order, the first key among them; of doubled keys only the first.
  package var entries: [FrontEntry]
  /// From the first `---` to the second, both included.
  package var range: SourceRange

  /// Creates front matter from its parts.
  package init(
    kind: DocumentKind,
    id: String,
    idRange: SourceRange,
    entries: [FrontEntry],
    range: SourceRange
  ) {
    self.kind = kind
    self.id = id
    self.idRange = idRange
    self.entries = entries
    self.range = range
  }

  /// The entry of `key`, if the file has one.
  package func entry(_ key: String) -> FrontEntry? {
    entries.first { $0.key == key }
  }
}

/// One `key: value` line of front matter, with the lines indented below it.
package struct FrontEntry: Sendable {
  /// The key.
  package var key: String
  /// Where the key stands.
  package var keyRange: SourceRange
  /// The text after the colon, trimmed; empty where the entry has children.
  package var value: String
  /// Where the value stands.
  package var valueRange: SourceRange
  /// The entries indented by two spaces below; they have no children of their own.
  package var children: [FrontEntry]

  /// Creates an entry from its parts.
  package init(
    key: String,
    keyRange: SourceRange,
    value: String,
    valueRange: SourceRange,
    children: [FrontEntry] = []
  ) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
    self.valueRange = valueRange
    self.children = children
  }
}
