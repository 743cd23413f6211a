import CPinyin
import Synchronization

/// Tells the pinyin of names by ICU, without tones: `陈志远` → `chen`, `zhi`, `yuan`.
enum Pinyin {
  /// Surnames are read as surnames where this ICU knows how: 单 is `shan`, not `dan`.
  private static let identifiers = [
    "Han-Latin/Names; Latin-ASCII; Lower", "Han-Latin; Latin-ASCII; Lower",
  ]

  private static let transliterator = Mutex(identifiers.lazy.compactMap(Transliterator.init).first)

  /// The syllables or words of a name, in small ASCII letters and digits.
  ///
  /// - Complexity: O(*n*) in the length; names of more than 200 characters have none.
  static func syllables(of name: String) -> [String] {
    guard name.utf16.count <= 200 else { return [] }
    let latin = transliterator.withLock { $0?.transliterate(name) } ?? name.lowercased()
    return latin.utf8.split { !isWordByte($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}

/// One of ICU's, opened once and never closed.
///
/// Unchecked: it is only ever used under the lock of `Pinyin`.
private struct Transliterator: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  init?(_ identifier: String) {
    let id = Array(identifier.utf16)
    guard let handle = anju_transliterator_open(id, Int32(id.count)) else { return nil }
    self.handle = handle
  }

  func transliterate(_ text: String) -> String? {
    var units = Array(text.utf16)
    let length = Int32(units.count)
    // No character is read as more than seven letters and a blank.
    let capacity = length * 8 + 16
    units.append(contentsOf: repeatElement(0, count: Int(capacity - length)))
    let made = units.withUnsafeMutableBufferPointer { buffer in
      anju_transliterate(handle, buffer.baseAddress, length, capacity)
    }
    return made < 0 ? nil : String(decoding: units.prefix(Int(made)), as: UTF16.self)
  }
}
