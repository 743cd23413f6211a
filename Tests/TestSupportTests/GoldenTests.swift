import Foundation
import TestSupport
import Testing

@Suite struct GoldenTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private var golden: URL { folder.appending(path: "deep/golden.txt") }

  private func removeFolder() {
    try? FileManager.default.removeItem(at: folder)
  }

  @Test func `a missing golden is written and reported`() throws {
    defer { removeFolder() }
    #expect(try Golden.compare("a\n", with: golden, update: false) == .written)
    #expect(try Golden.compare("a\n", with: golden, update: false) == .same)
  }

  @Test func `a difference is shown by its lines and leaves the golden alone`() throws {
    defer { removeFolder() }
    let kept = "1\n2\n3\n4\n5\n6\n7\n8\n"
    _ = try Golden.compare(kept, with: golden, update: true)
    let outcome = try Golden.compare("1\n2\n3\nfour\n5\n6\n7\n8\n", with: golden, update: false)
    #expect(outcome == .different("@@ line 2 @@\n 2\n 3\n-4\n+four\n 5\n 6\n"))
    #expect(try String(contentsOf: golden, encoding: .utf8) == kept)
  }

  @Test func `an update rewrites the golden`() throws {
    defer { removeFolder() }
    _ = try Golden.compare("old\n", with: golden, update: true)
    #expect(try Golden.compare("new\n", with: golden, update: true) == .updated)
    #expect(try String(contentsOf: golden, encoding: .utf8) == "new\n")
  }

  @Test func `line endings count and are shown`() {
    #expect(LineDiff.between(expected: "a\n", actual: "a\r\n") == "@@ line 1 @@\n-a\n+a␍\n")
    let missing = LineDiff.between(expected: "a\n", actual: "a")
    #expect(missing == "@@ line 1 @@\n-a\n+a⌿ (no line feed at the end)\n")
  }

  @Test func `characters that only look equal differ`() {
    #expect(LineDiff.between(expected: "é\n", actual: "e\u{301}\n") != "")
    #expect(LineDiff.between(expected: "same\n", actual: "same\n") == "")
  }

  @Test func `far changes stand apart`() {
    let lines = (1...20).map(String.init)
    var changed = lines
    changed[0] = "first"
    changed.append("21")
    let difference = LineDiff.between(
      expected: lines.joined(separator: "\n") + "\n",
      actual: changed.joined(separator: "\n") + "\n",
      context: 1
    )
    #expect(difference == "@@ line 1 @@\n-1\n+first\n 2\n@@ line 20 @@\n 20\n+21\n")
  }

  @Test func `a room is found from its test file`() {
    #expect(PackageRoot.room(of: #filePath).lastPathComponent == "TestSupportTests")
  }
}
