/// Adds members to one object; nobody adds the same key twice.
struct StoredObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let object: StoredObject

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { add(.null, key) }

  func encode(_ flag: Bool, forKey key: Key) { add(.flag(flag), key) }

  func encode(_ text: String, forKey key: Key) { add(.text(text), key) }

  func encode(_ number: some FixedWidthInteger & Encodable, forKey key: Key) {
    add(.number(String(number)), key)
  }

  func encode(_ number: some BinaryFloatingPoint & Encodable, forKey key: Key) throws {
    throw StoredEncoder.fraction(number)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    add(try .encoding(value), key)
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    let inner = StoredObject()
    add(.object(inner), key)
    return KeyedEncodingContainer(StoredObjectWriter<Inner>(object: inner))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let inner = StoredArray()
    add(.array(inner), key)
    return StoredArrayWriter(array: inner)
  }

  func superEncoder() -> any Encoder { inherited("super") }

  func superEncoder(forKey key: Key) -> any Encoder { inherited(key.stringValue) }

  /// Nothing that is kept is a class with a class above it; the value would be added too late.
  private func inherited(_ key: String) -> any Encoder {
    let encoder = StoredEncoder()
    object.members.append((key, encoder.value))
    return encoder
  }

  private func add(_ value: StoredValue, _ key: Key) {
    object.members.append((key.stringValue, value))
  }
}
