/// Bytes written one after another so that no two different sequences of values give the same.
struct ByteString {
  private(set) var bytes: [UInt8] = []

  init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

  /// Eight bytes, the highest first.
  mutating func write(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// A text after its length.
  mutating func write(_ text: String) {
    write(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// A text, or that there is none.
  mutating func write(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  /// Bytes after their length.
  mutating func write(_ other: [UInt8]) {
    write(Int64(other.count))
    bytes.append(contentsOf: other)
  }
}
