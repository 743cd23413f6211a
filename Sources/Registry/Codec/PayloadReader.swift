/// Reads the JSON of a payload into a tree.
struct PayloadReader {
  /// What is no JSON, or none that a payload can be; without what it says.
  struct Fault: Error {}

  /// Deeper than any event goes.
  private static let deepest = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// Reads a whole text.
  ///
  /// - Throws: `Fault`.
  /// - Complexity: O(*n*) in the bytes.
  static func read(_ bytes: [UInt8]) throws -> PayloadNode {
    try bytes.withUnsafeBufferPointer { buffer in
      var reader = PayloadReader(bytes: buffer)
      let node = try reader.value(depth: 0)
      reader.skipBlanks()
      guard reader.place == buffer.count else { throw Fault() }
      return node
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func take(_ byte: UInt8) throws {
    guard next == byte else { throw Fault() }
    place += 1
  }

  private mutating func value(depth: Int) throws -> PayloadNode {
    guard depth < PayloadReader.deepest else { throw Fault() }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try list(depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .truth(true))
    case UInt8(ascii: "f"): return try word("false", .truth(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: StaticString, _ node: PayloadNode) throws -> PayloadNode {
    for offset in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[offset]) }
    return node
  }

  private mutating func number() throws -> Int {
    let isNegative = next == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let start = place
    var number = 0
    while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
      let (tens, isTooGreat) = number.multipliedReportingOverflow(by: 10)
      let (sum, isGreater) = tens.subtractingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      if isTooGreat || isGreater { throw Fault() }
      number = sum
      place += 1
    }
    let digits = place - start
    guard digits > 0, digits == 1 || bytes[start] != UInt8(ascii: "0") else { throw Fault() }
    // Counted downwards, since the least number has no counterpart above.
    if isNegative { return number }
    guard number != .min else { throw Fault() }
    return -number
  }

  private mutating func list(_ depth: Int) throws -> PayloadNode {
    place += 1
    var items: [PayloadNode] = []
    skipBlanks()
    if next == UInt8(ascii: "]") {
      place += 1
      return .list(items)
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if next == UInt8(ascii: "]") {
        place += 1
        return .list(items)
      }
      try take(UInt8(ascii: ","))
    }
  }

  private mutating func object(_ depth: Int) throws -> PayloadNode {
    place += 1
    var members: [PayloadNode.Member] = []
    skipBlanks()
    if next == UInt8(ascii: "}") {
      place += 1
      return .object(members)
    }
    while true {
      skipBlanks()
      let name = try text()
      skipBlanks()
      try take(UInt8(ascii: ":"))
      members.append(PayloadNode.Member(name: name, value: try value(depth: depth + 1)))
      skipBlanks()
      if next == UInt8(ascii: "}") {
        place += 1
        return .object(members)
      }
      try take(UInt8(ascii: ","))
    }
  }

  private mutating func text() throws -> String {
    try take(UInt8(ascii: "\""))
    let start = place
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      guard byte >= 0x20 else { throw Fault() }
      place += 1
    }
    // Nearly no text holds a sign that is written by others.
    if next == UInt8(ascii: "\"") {
      let text = try PayloadReader.text(bytes[start..<place])
      place += 1
      return text
    }
    var units = Array(bytes[start..<place])
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        return try units.withUnsafeBufferPointer { try PayloadReader.text($0[...]) }
      case UInt8(ascii: "\\"): units += Array(String(try escaped()).utf8)
      case ..<0x20: throw Fault()
      default: units.append(byte)
      }
    }
    throw Fault()
  }

  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault() }
    return text
  }

  private mutating func escaped() throws -> Unicode.Scalar {
    guard let byte = next else { throw Fault() }
    place += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar()
    default: throw Fault()
    }
  }

  private mutating func scalar() throws -> Unicode.Scalar {
    let high = try unit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard 0xD800...0xDBFF ~= high else { throw Fault() }
    try take(UInt8(ascii: "\\"))
    try take(UInt8(ascii: "u"))
    let low = try unit()
    guard 0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw Fault() }
    return scalar
  }

  private mutating func unit() throws -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw Fault()
      }
      unit = unit << 4 | UInt32(digit)
      place += 1
    }
    return unit
  }
}
