/// The members of one object.
struct StoredMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let document: StoredDocument
  private let node: Int

  init(_ document: StoredDocument, _ node: Int) throws {
    guard document.nodes[node].kind == .object else { throw StoredDocument.fault("no object") }
    self.document = document
    self.node = node
  }

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    var keys: [Key] = []
    var key = node + 1
    while key < document.nodes[node].next {
      if let text = document.text(key), let known = Key(stringValue: text) { keys.append(known) }
      key = Int(document.nodes[key + 1].next)
    }
    return keys
  }

  func contains(_ key: Key) -> Bool { value(key.stringValue) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).decodeNil() }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decoder(key).decode(type) }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try decoder(key).decode(type)
  }

  func decode<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type,
    forKey key: Key
  ) throws -> Number { try decoder(key).decode(type) }

  func decode<Number: BinaryFloatingPoint & Decodable>(
    _ type: Number.Type,
    forKey key: Key
  ) throws -> Number { try decoder(key).decode(type) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: decoder(key))
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<Inner> { try decoder(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    guard let value = value("super") else { throw StoredDocument.fault("no member `super`") }
    return StoredDecoder(document: document, node: value)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: Key) throws -> StoredDecoder {
    guard let value = value(key.stringValue) else {
      let context = DecodingError.Context(codingPath: [], debugDescription: "a member is missing")
      throw DecodingError.keyNotFound(key, context)
    }
    return StoredDecoder(document: document, node: value)
  }

  private func value(_ name: String) -> Int? {
    let end = document.nodes[node].next
    var key = node + 1
    while key < end {
      if document.isKey(key, name) { return key + 1 }
      key = Int(document.nodes[key + 1].next)
    }
    return nil
  }
}
