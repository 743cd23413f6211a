import Casework
import EventStore
import Foundation
import TestSupport
import Testing

@testable import Registry

struct StoredJSONTests {
  private struct Everything: Codable, Equatable {
    enum Choice: Codable, Equatable {
      case plain
      case one(Int)
      case named(text: String, numbers: [Int])
    }

    var text: String
    var flag: Bool
    var number: Int
    var small: Int8
    var great: UInt64
    var maybe: String?
    var list: [String]
    var lists: [[Int]]
    var holes: [Int?]
    var table: [String: Int]
    var choices: [Choice]
  }

  @Test func `Foundation writes the same bytes and reads the same values`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var random = SplitMix64(seed: 11)
    for _ in 0..<400 {
      let value = everything(using: &random)
      let bytes = try StoredJSON.encode(value)
      #expect(try Array(encoder.encode(value)) == bytes)
      #expect(try StoredJSON.decode(Everything.self, from: bytes) == value)
      let spaced = JSONEncoder()
      spaced.outputFormatting = [.prettyPrinted]
      let other = try Array(spaced.encode(value))
      #expect(try StoredJSON.decode(Everything.self, from: other) == value)
    }
  }

  @Test func `every kept payload is read as Foundation reads it`() throws {
    for event in EventSamples.all {
      let entry = FileEntry(event, on: EventSamples.day, by: Actor.clerk.hand)
      let bytes = try EventCodec.encode(entry, of: #require(ResidentID("0123456789"))).payload
      guard case .permit(let happening) = event else { continue }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let stored = StoredEntry(by: entry.by, event: happening, on: entry.on)
      #expect(try Array(encoder.encode(stored)) == bytes)
    }
  }

  @Test(arguments: [
    "", " ", "{", "}", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{1:2}", "tru", "nul", "+1", "-",
    "01", "1.5", "1e3", "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\n\"", "[] []",
  ])
  func `what is no JSON, or none of ours, is refused`(text: String) {
    #expect(throws: DecodingError.self) {
      try StoredJSON.decode([Int].self, from: Array(text.utf8))
    }
    #expect(throws: DecodingError.self) {
      try StoredJSON.decode(String.self, from: Array(text.utf8))
    }
  }

  @Test func `damage of any byte is an error or another value, never a crash`() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<200 {
      var bytes = try StoredJSON.encode(everything(using: &random))
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 1...20, using: &random)) }
      _ = try? StoredJSON.decode(Everything.self, from: bytes)
    }
  }

  @Test func `numbers that do not fit, fractions and great depth are refused`() {
    #expect(throws: DecodingError.self) { try StoredJSON.decode([Int8].self, from: bytes("[128]")) }
    #expect(throws: DecodingError.self) { try StoredJSON.decode([UInt].self, from: bytes("[-1]")) }
    #expect(throws: DecodingError.self) { try StoredJSON.decode([Double].self, from: bytes("[1]")) }
    #expect(throws: EncodingError.self) { try StoredJSON.encode([1.5]) }
    #expect(throws: Never.self) { try StoredJSON.decode([Int8].self, from: bytes("[-128,127]")) }
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(throws: DecodingError.self) { try StoredJSON.decode([Int].self, from: bytes(deep)) }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func everything(using random: inout SplitMix64) -> Everything {
    func text() -> String {
      let letters: [Character] = [
        "a", "Z", "/", "\"", "\\", "\n", "\t", "\u{1}", "\u{1F}", "\u{7F}",
        "é", "陈", "😀", "\u{8}", "\u{C}", "\r", "\u{2028}", " ",
      ]
      return String(
        (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        }
      )
    }
    let keys = ["b", "a", "aa", "B", "a b", "陈", "z1", "z10", "z9"]
    return Everything(
      text: text(),
      flag: .random(using: &random),
      number: .random(in: .min ... .max, using: &random),
      small: .random(in: -128...127, using: &random),
      great: .random(in: 0 ... .max, using: &random),
      maybe: Bool.random(using: &random) ? text() : nil,
      list: (0..<Int.random(in: 0..<4, using: &random)).map { _ in text() },
      lists: [[], [1, -2], [.random(in: -9...9, using: &random)]],
      holes: [nil, 1, nil],
      table: Dictionary(
        uniqueKeysWithValues: keys.shuffled(using: &random).prefix(4).map { ($0, 1) }
      ),
      choices: [.plain, .one(3), .named(text: text(), numbers: [1])]
    )
  }
}
