import FoundationEssentials

/// The small things that the office keeps, as JSON: the same bytes for the same value.
enum StoredJSON {
  private static let encoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
  private static let decoder = JSONDecoder()

  static func bytes(_ value: some Encodable) throws -> [UInt8] { Array(try encoder.encode(value)) }

  static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    try decoder.decode(type, from: Data(bytes))
  }
}
