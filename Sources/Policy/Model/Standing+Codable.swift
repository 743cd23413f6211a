extension Standing: Codable {
  /// Reads a standing by its word.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let standing = Standing(word: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no standing")
    }
    self = standing
  }

  /// Writes the word.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(word)
  }
}
