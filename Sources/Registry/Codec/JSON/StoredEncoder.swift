/// Takes one value from whoever encodes it, as a whole or as a single value.
final class StoredEncoder: Encoder, SingleValueEncodingContainer {
  /// What was encoded: an object without members where nothing was.
  private(set) var value = StoredValue.object(StoredObject())

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    // Whoever asks twice goes on with the same object.
    if case .object(let object) = value {
      return KeyedEncodingContainer(StoredObjectWriter<Key>(object: object))
    }
    let object = StoredObject()
    value = .object(object)
    return KeyedEncodingContainer(StoredObjectWriter<Key>(object: object))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array(let array) = value { return StoredArrayWriter(array: array) }
    let array = StoredArray()
    value = .array(array)
    return StoredArrayWriter(array: array)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  // MARK: Single values

  func encodeNil() { value = .null }

  func encode(_ flag: Bool) { value = .flag(flag) }

  func encode(_ text: String) { value = .text(text) }

  func encode(_ number: some FixedWidthInteger & Encodable) { value = .number(String(number)) }

  func encode(_ number: some BinaryFloatingPoint & Encodable) throws {
    throw StoredEncoder.fraction(number)
  }

  func encode(_ other: some Encodable) throws { try other.encode(to: self) }

  static func fraction(_ number: Any) -> EncodingError {
    let why = "numbers with a fraction are not kept"
    return .invalidValue(number, EncodingError.Context(codingPath: [], debugDescription: why))
  }
}

/// A value on its way into the journal.
enum StoredValue {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case object(StoredObject)
  case array(StoredArray)

  /// What any value encodes itself as.
  static func encoding(_ other: some Encodable) throws -> StoredValue {
    let encoder = StoredEncoder()
    try other.encode(to: encoder)
    return encoder.value
  }
}

/// An object that members are still added to.
final class StoredObject {
  var members: [(key: String, value: StoredValue)] = []
}

/// An array that elements are still added to.
final class StoredArray {
  var elements: [StoredValue] = []
}
