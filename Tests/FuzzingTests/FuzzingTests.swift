import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import FuzzChecks

/// Every door against good texts, damaged at random; `make fuzz` does the same with a search.
@Suite struct FuzzingTests {
  /// How many damaged texts each door is given: about two seconds of a debug build each.
  private static let counts: [FuzzTarget: Int] = [
    .expression: 3_000, .measure: 250, .dictionary: 250, .yaml: 1_500, .json: 3_000,
  ]

  /// The texts that are kept for a door, in order of their names.
  private static func corpus(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = PackageRoot.file("Fuzzing/Corpus/\(target.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `what is kept holds`(target: FuzzTarget) throws {
    let corpus = try FuzzingTests.corpus(target)
    #expect(corpus.count >= 5)
    for (name, bytes) in corpus {
      #expect(bytes.count < 4_000, "\(name) is small")
      #expect(target.fault(in: bytes) == nil, "\(name)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `whatever is written, what must hold does`(target: FuzzTarget) throws {
    var mutator = Mutator(try FuzzingTests.corpus(target).map(\.bytes), seed: 20_261_123)
    for number in 0..<(FuzzingTests.counts[target] ?? 0) {
      let bytes = mutator.next()
      if let fault = target.fault(in: bytes) {
        let text = String(decoding: bytes, as: UTF8.self)
        Issue.record("text \(number): \(fault)\n\(text.debugDescription)")
        return
      }
    }
  }

  @Test func `a finding that lies outside its text, or says nothing, is told`() {
    let source = SourceText(name: "t", text: "文字")
    let words = Bilingual("words", "文字")
    for (range, headline) in [
      (SourceRange(0, 7), words), (SourceRange(-1, 2), words), (SourceRange(9, 9), words),
      (SourceRange(0, 3), Bilingual("words", "")),
    ] {
      var found = DiagnosticSet()
      found.insert(Diagnostic("t", at: range, headline))
      #expect(throws: Fault.self) { try Fault.unless(sound: found, in: source) }
    }
    var sound = DiagnosticSet()
    sound.insert(Diagnostic("t", at: SourceRange(0, 6), words))
    #expect(throws: Never.self) { try Fault.unless(sound: sound, in: source) }
  }

  @Test func `the same seed damages the same way`() throws {
    let seeds = try FuzzingTests.corpus(.yaml).map(\.bytes)
    var (one, other, third) = (
      Mutator(seeds, seed: 1), Mutator(seeds, seed: 1), Mutator(seeds, seed: 2)
    )
    let texts = (0..<50).map { _ in one.next() }
    #expect(texts == (0..<50).map { _ in other.next() })
    #expect(texts != (0..<50).map { _ in third.next() })
    #expect(texts.count { !seeds.contains($0) } > 40)
  }
}
