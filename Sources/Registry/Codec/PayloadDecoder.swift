/// Makes a type of a payload's tree.
struct PayloadDecoder: Decoder {
  let node: PayloadNode

  /// Where it is in the tree is not told: nothing of a payload may get into an error.
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// - Throws: `PayloadReader.Fault`, `DecodingError`.
  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try Value(from: PayloadDecoder(node: try PayloadReader.read(bytes)))
  }

  static var unfit: DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "another shape"))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = node else { throw Self.unfit }
    return KeyedDecodingContainer(PayloadMembers<Key>(members: members))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let items) = node else { throw Self.unfit }
    return PayloadItems(items: items)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { PayloadValue(node: node) }
}

extension PayloadNode {
  /// The value as a type that is no container, or else as a type that reads itself.
  @inline(__always)
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == String.self, case .text(let text) = self, let value = text as? Value { return value }
    return try Value(from: PayloadDecoder(node: self))
  }

  var whole: Int {
    get throws {
      guard case .number(let number) = self else { throw PayloadDecoder.unfit }
      return number
    }
  }

  var text: String {
    get throws {
      guard case .text(let text) = self else { throw PayloadDecoder.unfit }
      return text
    }
  }

  var truth: Bool {
    get throws {
      guard case .truth(let truth) = self else { throw PayloadDecoder.unfit }
      return truth
    }
  }

  func exactly<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
    guard let number = Number(exactly: try whole) else { throw PayloadDecoder.unfit }
    return number
  }
}

/// The members of an object, by names.
private struct PayloadMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: [PayloadNode.Member]
  let codingPath: [any CodingKey] = []

  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

  private func node(_ key: Key) throws -> PayloadNode {
    let name = key.stringValue
    for member in members where member.name == name { return member.value }
    throw DecodingError.keyNotFound(
      key,
      DecodingError.Context(codingPath: [], debugDescription: "not there")
    )
  }

  func contains(_ key: Key) -> Bool { members.contains { $0.name == key.stringValue } }
  func decodeNil(forKey key: Key) throws -> Bool { try node(key) == .null }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try node(key).truth }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try node(key).text }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try node(key).whole }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw PayloadDecoder.unfit }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw PayloadDecoder.unfit }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try node(key).exactly(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try node(key).exactly(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try node(key).exactly(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try node(key).exactly(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try node(key).exactly(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try node(key).exactly(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try node(key).exactly(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try node(key).exactly(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try node(key).exactly(type) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try node(key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try PayloadDecoder(node: node(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try PayloadDecoder(node: node(key)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { throw PayloadDecoder.unfit }
  func superDecoder(forKey key: Key) throws -> any Decoder { PayloadDecoder(node: try node(key)) }
}

/// The items of a list, in order.
private struct PayloadItems: UnkeyedDecodingContainer {
  let items: [PayloadNode]
  let codingPath: [any CodingKey] = []
  private(set) var currentIndex = 0

  init(items: [PayloadNode]) { self.items = items }

  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  private mutating func next() throws -> PayloadNode {
    guard !isAtEnd else { throw PayloadDecoder.unfit }
    defer { currentIndex += 1 }
    return items[currentIndex]
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, items[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().decode(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try PayloadDecoder(node: next()).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try PayloadDecoder(node: next()).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { PayloadDecoder(node: try next()) }
}

/// One value.
private struct PayloadValue: SingleValueDecodingContainer {
  let node: PayloadNode
  let codingPath: [any CodingKey] = []

  func decodeNil() -> Bool { node == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try node.truth }
  func decode(_ type: String.Type) throws -> String { try node.text }
  func decode(_ type: Double.Type) throws -> Double { throw PayloadDecoder.unfit }
  func decode(_ type: Float.Type) throws -> Float { throw PayloadDecoder.unfit }
  func decode(_ type: Int.Type) throws -> Int { try node.whole }
  func decode(_ type: Int8.Type) throws -> Int8 { try node.exactly(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try node.exactly(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try node.exactly(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try node.exactly(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try node.exactly(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try node.exactly(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try node.exactly(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try node.exactly(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try node.exactly(type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try node.decode(type) }
}
