/// The last line of a record: the SHA-256 of all that stands before it.
///
/// It shows that a record was cut or edited, by accident or in passing. It is no signature: whoever
/// rewrites a record can seal it anew, and only deciding again shows that.
package enum RecordSeal {
  /// What the seal of a file says.
  package enum Finding: Equatable, Sendable {
    /// The file is as it was written.
    case whole
    /// There is no seal where one must stand: the file is cut off, or no record.
    case missing
    /// The file says that it has one hash and has another.
    case broken(said: String, found: String)
  }

  private static let opening = Array("  \"sha256\": \"".utf8)
  private static let closing = Array("\"\n}\n".utf8)
  private static let digits = 64

  /// The bytes of a sealed record, from its text without a seal.
  ///
  /// - Precondition: The text is an object as `JSONWriter` writes it, with an entry.
  package static func sealed(
    _ text: String,
    hash: (ArraySlice<UInt8>) -> String
  ) -> [UInt8] {
    let end = Array("\n}\n".utf8)
    var bytes = Array(text.utf8)
    precondition(bytes.suffix(end.count).elementsEqual(end), "an object ends on a line of its own")
    bytes.removeLast(end.count)
    bytes += Array(",\n".utf8)
    let seal = hash(bytes[...])
    return bytes + opening + Array(seal.utf8) + closing
  }

  /// Whether a file is as it was written.
  ///
  /// - Complexity: O(*n*) in its bytes.
  package static func check(
    _ bytes: [UInt8],
    hash: (ArraySlice<UInt8>) -> String
  ) -> Finding {
    let length = opening.count + digits + closing.count
    guard bytes.count > length else { return .missing }
    let seal = bytes.suffix(length)
    let said = seal.dropFirst(opening.count).prefix(digits)
    guard seal.starts(with: opening), seal.suffix(closing.count).elementsEqual(closing),
      said.allSatisfy(isHexadecimal)
    else { return .missing }
    let found = hash(bytes.dropLast(length))
    if said.elementsEqual(found.utf8) { return .whole }
    return .broken(said: String(decoding: said, as: UTF8.self), found: found)
  }

  /// Whether a byte is a digit of a hash: lower case only, so that a hash is written in one way.
  static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
