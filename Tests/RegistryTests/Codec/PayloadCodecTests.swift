import Foundation
import TestSupport
import Testing

@testable import Registry

struct PayloadCodecTests {
  private struct Leaf: Codable, Hashable {
    var text: String
    var number: Int
    var small: Int8
    var flag: Bool
    var maybe: String?
    var words: [String: String]
    var numbers: [Int]
  }

  private indirect enum Tree: Codable, Hashable {
    case leaf(Leaf)
    case pair(left: Tree, right: Tree)
    case none
  }

  @Test func `what is written is read again, and is what Foundation writes and reads`() throws {
    var generator = SplitMix64(seed: 11)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for _ in 0..<300 {
      let tree = tree(&generator, depth: 4)
      let bytes = try PayloadEncoder.encode(tree)
      #expect(try PayloadDecoder.decode(Tree.self, from: bytes) == tree)
      #expect(try JSONDecoder().decode(Tree.self, from: Data(bytes)) == tree)
      let others = Array(try encoder.encode(tree))
      #expect(try PayloadDecoder.decode(Tree.self, from: others) == tree)
      #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: others, as: UTF8.self))
    }
  }

  @Test(arguments: [
    #" { "a" : [ 1 , -2,0 ] , "b":"\u00e9\ud83d\ude00\/\"\\\b\f\n\r\t" , "c":null,"d":true}"#,
    "[]", "{}", "-9223372036854775808", "9223372036854775807", #""陈志远""#, "false",
  ])
  func `good JSON is read`(text: String) throws { _ = try PayloadReader.read(Array(text.utf8)) }

  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "{\"a\":}", "{\"a\"}", "{a:1}", "01", "-", "1.5", "1e3", "nul",
    "truex", "[1] 2", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"",
    "\"\u{1}\"", "9223372036854775808", "-9223372036854775809", "'a'", "{\"a\":1,}",
  ])
  func `bad JSON is refused`(text: String) {
    #expect(throws: PayloadReader.Fault.self) { try PayloadReader.read(Array(text.utf8)) }
  }

  @Test func `bytes that are no text, and endless depth, are refused`() {
    for bytes in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0x5C, 0x6E, 0xFF, 0x22]] {
      #expect(throws: PayloadReader.Fault.self) { try PayloadReader.read(bytes.map { UInt8($0) }) }
    }
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: PayloadReader.Fault.self) { try PayloadReader.read(deep) }
  }

  @Test func `damaged payloads never end the program`() throws {
    var generator = SplitMix64(seed: 5)
    let sound = try PayloadEncoder.encode(tree(&generator, depth: 5))
    for _ in 0..<3_000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? PayloadDecoder.decode(Tree.self, from: bytes)
    }
  }

  private func tree(_ generator: inout SplitMix64, depth: Int) -> Tree {
    switch Int.random(in: 0..<(depth == 0 ? 2 : 4), using: &generator) {
    case 0: return .none
    case 1: return .leaf(leaf(&generator))
    default:
      let left = tree(&generator, depth: depth - 1)
      return .pair(left: left, right: tree(&generator, depth: depth - 1))
    }
  }

  private func leaf(_ generator: inout SplitMix64) -> Leaf {
    Leaf(
      text: text(&generator),
      number: Int(truncatingIfNeeded: generator.next()) >> Int(generator.next() % 60),
      small: Int8(truncatingIfNeeded: generator.next()),
      flag: Bool.random(using: &generator),
      maybe: Bool.random(using: &generator) ? text(&generator) : nil,
      words: ["a": text(&generator), "b-\(generator.next() % 9)": text(&generator)],
      numbers: (0..<Int(generator.next() % 4)).map { _ in Int(generator.next() % 100) }
    )
  }

  private func text(_ generator: inout SplitMix64) -> String {
    let characters: [Character] = ["a", "é", "陈", "🙂", "\"", "\\", "/", "\n", "\t", "\u{1}", " "]
    return String(
      (0..<Int(generator.next() % 20)).map { _ in
        characters[Int(generator.next() % UInt64(characters.count))]
      }
    )
  }
}
