import Glibc

/// How a file's characters are written.
enum TextEncoding: String, Hashable, Sendable, Codable {
  case utf8 = "utf-8"
  /// What spreadsheets in China save as "ANSI".
  case gb18030

  /// The encoding that a manifest names; GBK and GB 2312 are parts of GB 18030.
  init?(named name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "utf8bom", "utf8sig": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936", "ansi": self = .gb18030
    default: return nil
    }
  }

  /// A file's text as UTF-8, and how it was written: valid UTF-8 is that, all else GB 18030, unless
  /// the manifest says which.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func read(
    _ bytes: [UInt8],
    declared: TextEncoding?
  ) throws(DeliveryRefusal) -> (bytes: [UInt8], encoding: TextEncoding) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    switch declared {
    case .utf8:
      guard isUTF8 else { throw .notUTF8 }
      return (bytes, .utf8)
    case nil where isUTF8: return (bytes, .utf8)
    case .gb18030, nil: return (try converted(bytes), .gb18030)
    }
  }

  private static func converted(_ bytes: [UInt8]) throws(DeliveryRefusal) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
      throw .noConverter
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // Two bytes become at most three, and four become four.
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
    let (isWhole, read, written) = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        var (next, end) = (from.baseAddress, to.baseAddress)
        var (rest, room) = (from.count, to.count)
        let result = iconv(converter, &next, &rest, &end, &room)
        return (result != -1, from.count - rest, to.count - room)
      }
    }
    guard isWhole, read == bytes.count else {
      let line = bytes[..<read].count { $0 == UInt8(ascii: "\n") } + 1
      throw .unreadableBytes(line: line)
    }
    return output[..<written].map { UInt8(bitPattern: $0) }
  }
}
