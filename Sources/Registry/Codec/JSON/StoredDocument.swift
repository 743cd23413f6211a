/// JSON, read once: where each value begins and ends, in the order in which they stand.
final class StoredDocument {
  /// What a value is.
  enum Kind: UInt8 {
    case object, array, text, escapedText, number, yes, no, null
  }

  /// One value, or the key of a member.
  struct Node {
    var kind: Kind
    /// Where it stands, without the quotes of a text.
    var start: Int32
    var end: Int32
    /// The node after it and all that it holds.
    var next: Int32
  }

  let bytes: [UInt8]
  private(set) var nodes: [Node] = []

  /// - Throws: `DecodingError` for what is no JSON.
  init(_ bytes: [UInt8]) throws {
    guard bytes.count < Int32.max else { throw StoredDocument.fault("the text is too long") }
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 6 + 4)
    var place = skipBlanks(0)
    try read(&place, depth: 0)
    guard skipBlanks(place) == bytes.count else { throw StoredDocument.fault("text after the end") }
  }

  static func fault(_ why: String) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: why))
  }

  /// The text of a node that is one.
  func text(_ node: Int) -> String? {
    let range = nodes[node]
    let slice = bytes[Int(range.start)..<Int(range.end)]
    switch range.kind {
    case .text: return String(validating: slice, as: UTF8.self)
    case .escapedText: return StoredDocument.unescaped(slice)
    default: return nil
    }
  }

  /// Whether a key is this one.
  func isKey(_ node: Int, _ key: String) -> Bool {
    let range = nodes[node]
    guard range.kind == .text else { return text(node) == key }
    guard key.utf8.count == Int(range.end - range.start) else { return false }
    var place = Int(range.start)
    for byte in key.utf8 {
      if bytes[place] != byte { return false }
      place += 1
    }
    return true
  }

  /// The integer of a node that is one and fits.
  func integer<Number: FixedWidthInteger>(_ node: Int) -> Number? {
    let range = nodes[node]
    guard range.kind == .number else { return nil }
    var place = Int(range.start)
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var number: Number = 0
    while place < Int(range.end) {
      guard let digit = Number(exactly: bytes[place] &- UInt8(ascii: "0")), digit < 10 else {
        return nil
      }
      let (tens, isOver) = number.multipliedReportingOverflow(by: 10)
      let (sum, isSumOver) =
        isNegative
        ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      if isOver || isSumOver { return nil }
      number = sum
      place += 1
    }
    return number
  }

  // MARK: Reading

  /// Reads the value at a place and goes behind it.
  private func read(_ place: inout Int, depth: Int) throws {
    guard place < bytes.count else { throw StoredDocument.fault("the text ends too soon") }
    switch bytes[place] {
    case UInt8(ascii: "\""): try readText(&place)
    case UInt8(ascii: "{"): try readMembers(&place, .object, depth)
    case UInt8(ascii: "["): try readMembers(&place, .array, depth)
    case UInt8(ascii: "t"): try readWord(&place, "true", .yes)
    case UInt8(ascii: "f"): try readWord(&place, "false", .no)
    case UInt8(ascii: "n"): try readWord(&place, "null", .null)
    default: try readNumber(&place)
    }
  }

  private func readMembers(_ place: inout Int, _ kind: Kind, _ depth: Int) throws {
    guard depth < 64 else { throw StoredDocument.fault("values stand too deep in one another") }
    let end = UInt8(ascii: kind == .object ? "}" : "]")
    let node = nodes.count
    nodes.append(Node(kind: kind, start: Int32(place), end: 0, next: 0))
    place = skipBlanks(place + 1)
    if !isAt(place, end) {
      while true {
        if kind == .object {
          guard isAt(place, UInt8(ascii: "\"")) else { throw StoredDocument.fault("no key") }
          try readText(&place)
          place = skipBlanks(place)
          guard isAt(place, UInt8(ascii: ":")) else { throw StoredDocument.fault("no colon") }
          place = skipBlanks(place + 1)
        }
        try read(&place, depth: depth + 1)
        place = skipBlanks(place)
        if isAt(place, end) { break }
        guard isAt(place, UInt8(ascii: ",")) else { throw StoredDocument.fault("no comma") }
        place = skipBlanks(place + 1)
      }
    }
    place += 1
    nodes[node].end = Int32(place)
    nodes[node].next = Int32(nodes.count)
  }

  private func readText(_ place: inout Int) throws {
    let start = place + 1
    var end = start
    var kind = Kind.text
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\""):
        place = end + 1
        return add(kind, start, end)
      case UInt8(ascii: "\\"):
        kind = .escapedText
        end += 2
      case ..<0x20: throw StoredDocument.fault("a control character in a text")
      default: end += 1
      }
    }
    throw StoredDocument.fault("a text does not end")
  }

  private func readWord(_ place: inout Int, _ word: StaticString, _ kind: Kind) throws {
    let end = place + word.utf8CodeUnitCount
    let isWord = word.withUTF8Buffer { word in
      end <= bytes.count && bytes[place..<end].elementsEqual(word)
    }
    guard isWord else { throw StoredDocument.fault("an unknown word") }
    add(kind, place, end)
    place = end
  }

  private func readNumber(_ place: inout Int) throws {
    let start = place
    if isAt(place, UInt8(ascii: "-")) { place += 1 }
    let digits = place
    while place < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[place] { place += 1 }
    guard place > digits, place == digits + 1 || bytes[digits] != UInt8(ascii: "0") else {
      throw StoredDocument.fault("no value")
    }
    add(.number, start, place)
  }

  private func add(_ kind: Kind, _ start: Int, _ end: Int) {
    nodes.append(
      Node(kind: kind, start: Int32(start), end: Int32(end), next: Int32(nodes.count + 1))
    )
  }

  private func isAt(_ place: Int, _ byte: UInt8) -> Bool {
    place < bytes.count && bytes[place] == byte
  }

  private func skipBlanks(_ place: Int) -> Int {
    var place = place
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return place
      }
    }
    return place
  }
}
