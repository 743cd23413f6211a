/// Writes a value as the JSON of a payload: names in the order of their bytes, nothing blank, so
/// that the same value always gives the same bytes.
struct PayloadEncoder: Encoder {
  /// What can be no payload: a fraction, or nothing at all.
  struct Unwritable: Error {}

  private let slot: PayloadSlot

  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// - Throws: `Unwritable`.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let slot = PayloadSlot()
    try value.encode(to: PayloadEncoder(slot))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    try slot.write(to: &bytes)
    return bytes
  }

  fileprivate init(_ slot: PayloadSlot) { self.slot = slot }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    slot.becomeObject()
    return KeyedEncodingContainer(PayloadObject<Key>(slot: slot))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.becomeList()
    return PayloadList(slot: slot)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { PayloadSingle(slot: slot) }
}

/// One place of the tree that is being written; containers share it while they fill it.
private final class PayloadSlot {
  private enum Content {
    case empty, null
    case truth(Bool)
    case number(String)
    case text(String)
    case list([PayloadSlot])
    case object([(name: String, slot: PayloadSlot)])
  }

  private var content = Content.empty

  func becomeObject() { if case .object = content {} else { content = .object([]) } }
  func becomeList() { if case .list = content {} else { content = .list([]) } }
  func put(_ truth: Bool) { content = .truth(truth) }
  func put(number: some BinaryInteger) { content = .number(String(number)) }
  func put(_ text: String) { content = .text(text) }
  func putNull() { content = .null }

  func put(encoding value: some Encodable) throws {
    if let text = value as? String { put(text) } else { try value.encode(to: PayloadEncoder(self)) }
  }

  var count: Int { if case .list(let items) = content { items.count } else { 0 } }

  func addItem() -> PayloadSlot {
    let slot = PayloadSlot()
    if case .list(var items) = content {
      content = .empty
      items.append(slot)
      content = .list(items)
    }
    return slot
  }

  func addMember(_ name: String) -> PayloadSlot {
    let slot = PayloadSlot()
    if case .object(var members) = content {
      content = .empty
      members.append((name, slot))
      content = .object(members)
    }
    return slot
  }

  func write(to bytes: inout [UInt8]) throws {
    switch content {
    case .empty: throw PayloadEncoder.Unwritable()
    case .null: bytes += "null".utf8
    case .truth(let truth): bytes += (truth ? "true" : "false").utf8
    case .number(let number): bytes += number.utf8
    case .text(let text): PayloadSlot.write(text, to: &bytes)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (place, item) in items.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        try item.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      for (place, member) in sorted.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        PayloadSlot.write(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        try member.slot.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case 0x08: bytes += #"\b"#.utf8
      case 0x0C: bytes += #"\f"#.utf8
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case 0x09: bytes += #"\t"#.utf8
      case ..<0x20:
        bytes += #"\u00"#.utf8
        for digit in [byte >> 4, byte & 15] {
          bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

private struct PayloadObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: PayloadSlot
  let codingPath: [any CodingKey] = []

  private func member(_ key: Key) -> PayloadSlot { slot.addMember(key.stringValue) }

  func encodeNil(forKey key: Key) { member(key).putNull() }
  func encode(_ value: Bool, forKey key: Key) { member(key).put(value) }
  func encode(_ value: String, forKey key: Key) { member(key).put(value) }
  func encode(_ value: Double, forKey key: Key) throws { throw PayloadEncoder.Unwritable() }
  func encode(_ value: Float, forKey key: Key) throws { throw PayloadEncoder.Unwritable() }
  func encode(_ value: Int, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: Int8, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: Int16, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: Int32, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: Int64, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: UInt, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: UInt8, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: UInt16, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: UInt32, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: UInt64, forKey key: Key) { member(key).put(number: value) }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    try member(key).put(encoding: value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    PayloadEncoder(member(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    PayloadEncoder(member(key)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { PayloadEncoder(slot.addMember("super")) }
  func superEncoder(forKey key: Key) -> any Encoder { PayloadEncoder(member(key)) }
}

private struct PayloadList: UnkeyedEncodingContainer {
  let slot: PayloadSlot
  let codingPath: [any CodingKey] = []

  var count: Int { slot.count }

  func encodeNil() { slot.addItem().putNull() }
  func encode(_ value: some Encodable) throws { try slot.addItem().put(encoding: value) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    PayloadEncoder(slot.addItem()).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    PayloadEncoder(slot.addItem()).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { PayloadEncoder(slot.addItem()) }
}

private struct PayloadSingle: SingleValueEncodingContainer {
  let slot: PayloadSlot
  let codingPath: [any CodingKey] = []

  func encodeNil() { slot.putNull() }
  func encode(_ value: Bool) { slot.put(value) }
  func encode(_ value: String) { slot.put(value) }
  func encode(_ value: Double) throws { throw PayloadEncoder.Unwritable() }
  func encode(_ value: Float) throws { throw PayloadEncoder.Unwritable() }
  func encode(_ value: Int) { slot.put(number: value) }
  func encode(_ value: Int8) { slot.put(number: value) }
  func encode(_ value: Int16) { slot.put(number: value) }
  func encode(_ value: Int32) { slot.put(number: value) }
  func encode(_ value: Int64) { slot.put(number: value) }
  func encode(_ value: UInt) { slot.put(number: value) }
  func encode(_ value: UInt8) { slot.put(number: value) }
  func encode(_ value: UInt16) { slot.put(number: value) }
  func encode(_ value: UInt32) { slot.put(number: value) }
  func encode(_ value: UInt64) { slot.put(number: value) }
  func encode(_ value: some Encodable) throws { try slot.put(encoding: value) }
}
