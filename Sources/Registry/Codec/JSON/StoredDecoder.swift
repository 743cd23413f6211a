/// Gives one value of a document to whoever decodes it, as a whole or as a single value.
struct StoredDecoder: Decoder, SingleValueDecodingContainer {
  let document: StoredDocument
  let node: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try StoredMembers<Key>(document, node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try StoredElements(document, node)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  // MARK: Single values

  func decodeNil() -> Bool { document.nodes[node].kind == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch document.nodes[node].kind {
    case .yes: return true
    case .no: return false
    default: throw StoredDocument.fault("neither true nor false")
    }
  }

  func decode(_ type: String.Type) throws -> String {
    guard let text = document.text(node) else { throw StoredDocument.fault("no text") }
    return text
  }

  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    guard let number: Number = document.integer(node) else {
      throw StoredDocument.fault("no whole number, or one too great")
    }
    return number
  }

  func decode<Number: BinaryFloatingPoint & Decodable>(_ type: Number.Type) throws -> Number {
    throw StoredDocument.fault("numbers with a fraction are not kept")
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}
