import ExpressionLanguage
import FoundationEssentials

extension DeliveryManifest {
  /// The most bytes of a manifest.
  static let mostBytes = 65_536

  private enum Key: CaseIterable {
    case department, delivery, madeOn, rows, hash, encoding, about, bytes

    var names: [Bilingual] {
      switch self {
      case .department: [Bilingual("department", "部门")]
      case .delivery: [Bilingual("delivery", "批号"), Bilingual("delivery number", "批次号")]
      case .madeOn: [Bilingual("made on", "制作日期")]
      case .rows: [Bilingual("rows", "行数")]
      case .hash: [Bilingual("sha256", "校验值"), Bilingual("sha-256", "SHA256")]
      case .encoding: [Bilingual("encoding", "编码")]
      case .about: [Bilingual("about", "事项")]
      case .bytes: [Bilingual("bytes", "字节数")]
      }
    }
  }

  /// A text or a number of a JSON manifest.
  private enum Scalar: Decodable {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      }
    }
  }

  /// Reads a manifest: a JSON object, or a line of `key: value` for each entry.
  init(reading bytes: [UInt8]) throws(DeliveryRefusal) {
    guard bytes.count <= DeliveryManifest.mostBytes else { throw .unreadableManifest }
    let text = try TextEncoding.read(bytes, declared: nil).bytes
    let content = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    let isObject = content.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
    let entries =
      isObject ? try DeliveryManifest.object(content) : try DeliveryManifest.lines(content)
    var found: [Key: String] = [:]
    for (index, entry) in entries.enumerated() {
      let key = Key.allCases.first { key in
        key.names.contains { DeliverySubject.isName($0, entry.key) }
      }
      guard let key, found[key] == nil else { throw .manifestKey(index + 1) }
      found[key] = entry.value
    }
    try self.init(found)
  }

  private init(_ found: [Key: String]) throws(DeliveryRefusal) {
    func text(_ key: Key) throws(DeliveryRefusal) -> String {
      guard let text = found[key], !text.isEmpty else { throw .manifestLacks(key.names[0]) }
      return text
    }
    func count(_ key: Key) throws(DeliveryRefusal) -> Int {
      let written = CellText.halfWidth(try text(key))
      guard written.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(written) else {
        throw .manifestValue(key.names[0], "a whole number", "整数")
      }
      return count
    }
    department = try text(.department)
    delivery = CellText.halfWidth(try text(.delivery))
    guard DeliveryManifest.isNumber(delivery) else {
      throw .manifestValue(
        Key.delivery.names[0],
        "1 to 64 letters, digits, “.”, “_” or “-”, beginning with a letter or digit",
        "1 至 64 个字母、数字、“.”、“_”或“-”，以字母或数字开头"
      )
    }
    guard let day = try? WrittenDate.day(try text(.madeOn)) else {
      if found[.madeOn] == nil { throw .manifestLacks(Key.madeOn.names[0]) }
      throw .manifestValue(Key.madeOn.names[0], "a day such as 2026-11-01", "日期，如 2026-11-01")
    }
    madeOn = day
    rows = try count(.rows)
    hash = try text(.hash).lowercased()
    let isHash = hash.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHash, hash.utf8.count == 64 else {
      throw .manifestValue(Key.hash.names[0], "64 hexadecimal digits", "64 位十六进制数")
    }
    if let name = found[.encoding] {
      guard let encoding = TextEncoding(named: name) else {
        throw .manifestValue(Key.encoding.names[0], "UTF-8 or GB18030", "UTF-8 或 GB18030")
      }
      self.encoding = encoding
    }
    about = found[.about]
    bytes = found[.bytes] == nil ? nil : try count(.bytes)
  }

  private static func object(
    _ bytes: [UInt8]
  ) throws(DeliveryRefusal) -> [(key: String, value: String)] {
    guard let object = try? JSONDecoder().decode([String: Scalar].self, from: Data(bytes)) else {
      throw .unreadableManifest
    }
    return object.sorted { $0.key < $1.key }
      .map { (CellText.trimmed($0.key), CellText.trimmed($0.value.text)) }
  }

  private static func lines(
    _ bytes: [UInt8]
  ) throws(DeliveryRefusal) -> [(key: String, value: String)] {
    var entries: [(key: String, value: String)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let line = CellText.trimmed(String(line))
      if line.isEmpty { continue }
      guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
        throw .unreadableManifest
      }
      let value = line[line.index(after: colon)...]
      entries.append((CellText.trimmed(String(line[..<colon])), CellText.trimmed(String(value))))
    }
    if entries.isEmpty { throw .unreadableManifest }
    return entries
  }
}
