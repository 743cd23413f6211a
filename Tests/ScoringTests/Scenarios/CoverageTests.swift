import ExpressionLanguage
import Foundation
import Policy
import Scoring
import TestSupport
import Testing

/// What scenarios exercise is counted, and what they miss is named.
@Suite struct CoverageTests {
  private static func files() throws -> [PolicyFile] {
    let folder = PackageRoot.file("Policies")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".md") }.sorted().map { name in
      let data = try Data(contentsOf: folder.appending(path: name))
      return PolicyFile(path: name, bytes: Array(data), hash: "")
    }
  }

  private static func missed(_ files: [PolicyFile]) -> [CoveragePoint] {
    var runner = ScenarioRunner(PolicyLibrary(files: files), measuresCoverage: true)
    return runner.run().coverage.missed
  }

  @Test func `the scenarios of the shipped measures miss nothing`() throws {
    let missed = Self.missed(try Self.files())
    #expect(missed.map { "\($0.policy) \($0.name.english) \($0.place.clause)" } == [])
  }

  @Test func `a scenario that is taken away leaves what it alone exercised`() throws {
    let path = "xiongan/residence-permit/scenarios/residence-permit.md"
    let heading = "# Old-age care while suspended"
    let files = try Self.files().map { file in
      guard file.path == path else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let cut = try #require(text.range(of: heading))
      return PolicyFile(path: path, bytes: Array(text[..<cut.lowerBound].utf8), hash: "")
    }
    let missed = Self.missed(files)
    #expect(missed.map(\.name.english) == ["old-age care"])
    #expect(missed.map(\.event) == [.suspended])
  }
}
