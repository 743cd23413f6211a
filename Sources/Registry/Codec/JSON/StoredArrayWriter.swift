/// Adds elements to one array.
struct StoredArrayWriter: UnkeyedEncodingContainer {
  let array: StoredArray

  var codingPath: [any CodingKey] { [] }
  var count: Int { array.elements.count }

  func encodeNil() { array.elements.append(.null) }

  func encode(_ flag: Bool) { array.elements.append(.flag(flag)) }

  func encode(_ text: String) { array.elements.append(.text(text)) }

  func encode(_ number: some FixedWidthInteger & Encodable) {
    array.elements.append(.number(String(number)))
  }

  func encode(_ number: some BinaryFloatingPoint & Encodable) throws {
    throw StoredEncoder.fraction(number)
  }

  func encode(_ value: some Encodable) throws { array.elements.append(try .encoding(value)) }

  func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    let inner = StoredObject()
    array.elements.append(.object(inner))
    return KeyedEncodingContainer(StoredObjectWriter<Key>(object: inner))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    let inner = StoredArray()
    array.elements.append(.array(inner))
    return StoredArrayWriter(array: inner)
  }

  /// An object: nothing that is kept is a class with a class above it.
  func superEncoder() -> any Encoder {
    let encoder = StoredEncoder()
    array.elements.append(encoder.value)
    return encoder
  }
}
