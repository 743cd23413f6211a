package import ExpressionLanguage

/// The notations in which a person's facts may be written.
package enum FactFileFormat: String, CaseIterable, Sendable {
  /// YAML 1.1, as far as it is plain names, text, lists and maps.
  case yaml
  /// JSON by RFC 8259.
  case json

  /// The notation of `source`, told by the ending of its name, or else by its first byte.
  ///
  /// - Complexity: O(*n*) in the blank bytes at the beginning.
  package init(of source: SourceText) {
    let name = source.name.lowercased()
    if name.hasSuffix(".json") {
      self = .json
    } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      self = .yaml
    } else {
      let content = source.bytes[FileBytes.contentStart(of: source)...]
      let first = content.first { !FileBytes.isBlank($0) }
      self = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .yaml
    }
  }
}
