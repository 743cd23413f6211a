/// The elements of one array, in order.
struct StoredElements: UnkeyedDecodingContainer {
  private let document: StoredDocument
  private let end: Int
  private var node: Int
  private(set) var currentIndex = 0

  init(_ document: StoredDocument, _ node: Int) throws {
    guard document.nodes[node].kind == .array else { throw StoredDocument.fault("no array") }
    self.document = document
    self.node = node + 1
    end = Int(document.nodes[node].next)
  }

  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { node >= end }

  var count: Int? {
    var count = currentIndex
    var place = node
    while place < end {
      count += 1
      place = Int(document.nodes[place].next)
    }
    return count
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, document.nodes[node].kind == .null else { return false }
    _ = try next()
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().decode(type) }

  mutating func decode(_ type: String.Type) throws -> String { try next().decode(type) }

  mutating func decode<Number: FixedWidthInteger & Decodable>(
    _ type: Number.Type
  ) throws -> Number { try next().decode(type) }

  mutating func decode<Number: BinaryFloatingPoint & Decodable>(
    _ type: Number.Type
  ) throws -> Number { try next().decode(type) }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: next())
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> { try next().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }

  private mutating func next() throws -> StoredDecoder {
    guard !isAtEnd else { throw StoredDocument.fault("the array has ended") }
    defer {
      node = Int(document.nodes[node].next)
      currentIndex += 1
    }
    return StoredDecoder(document: document, node: node)
  }
}
