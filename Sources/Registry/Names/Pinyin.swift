import CPinyin
import Synchronization

/// Tells the pinyin of names by ICU, without tones: `陈志远` → `chen`, `zhi`, `yuan`.
enum Pinyin {
  /// Surnames are read as surnames where this ICU knows how: 单 is `shan`, not `dan`.
  private static let identifiers = [
    "Han-Latin/Names; Latin-ASCII; Lower", "Han-Latin; Latin-ASCII; Lower",
  ]

  private static let state = Mutex(State())

  /// What was asked before: names are made of few pieces.
  private struct State {
    static let mostReadings = 100_000

    let transliterator = Pinyin.identifiers.lazy.compactMap(Transliterator.init).first
    private var readings: [String: String] = [:]

    mutating func read(_ piece: String) -> String {
      if let reading = readings[piece] { return reading }
      let reading = transliterator?.transliterate(piece) ?? piece.lowercased()
      if readings.count >= State.mostReadings { readings = [:] }
      readings[piece] = reading
      return reading
    }

    /// A name of Chinese characters in pieces: the first two decide on the surname's reading, each
    /// further one is read as in a given name, whatever stands beside it.
    mutating func read(_ name: [Character]) -> String {
      var readings = [read(String(name.prefix(2)))]
      for character in name.dropFirst(2) {
        // A name before it, for at the beginning it would be read as a surname.
        readings.append(String(read("陈\(character)").drop { $0 != " " }))
      }
      return readings.joined(separator: " ")
    }
  }

  /// The syllables or words of a name, in small ASCII letters and digits.
  ///
  /// - Complexity: O(*n*) in the length; names of more than 200 characters have none.
  static func syllables(of name: String) -> [String] {
    guard name.utf16.count <= 200 else { return [] }
    let characters = Array(name)
    let latin = state.withLock { state in
      characters.allSatisfy(\.isHan) ? state.read(characters) : state.read(name)
    }
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

extension Character {
  /// Whether it is a Chinese character.
  var isHan: Bool { unicodeScalars.allSatisfy { $0.properties.isIdeographic } }
}
