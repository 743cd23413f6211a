/// What is kept in the journal, to JSON and back.
///
/// Foundation's coders do the same and some more, in four times the time, which a rebuild and every
/// command spend mostly there. Keys are sorted and nothing is written that need not be, so the same
/// value always gives the same bytes: those that Foundation gives with sorted keys. Numbers with a
/// fraction are refused, since nothing that is kept has any.
enum StoredJSON {
  /// A value as JSON in UTF-8.
  ///
  /// - Throws: `EncodingError`.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = StoredEncoder()
    try value.encode(to: encoder)
    var writer = StoredJSONWriter()
    writer.write(encoder.value)
    return writer.bytes
  }

  /// The value that JSON in UTF-8 tells.
  ///
  /// - Throws: `DecodingError`, which does not tell where: what cannot be read is told by its place
  ///   in the journal.
  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try Value(from: StoredDecoder(document: try StoredDocument(bytes), node: 0))
  }
}
