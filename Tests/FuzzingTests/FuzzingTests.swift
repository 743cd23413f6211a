import Foundation
import FuzzChecks
import TestSupport
import Testing

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

  @Test func `a text that breaks a promise is told`() {
    #expect(FuzzTarget.allCases.allSatisfy { $0.fault(in: []) == nil })
    #expect(FuzzTarget(rawValue: "nothing") == nil)
  }
}
