import Foundation
import Policy
import TestSupport
import Testing

/// Every kind of finding that the sources can produce stands in a golden file.
@Suite struct IdentifierTests {
  /// Kinds that no golden can hold, with the reason.
  private static let elsewhere: [String: String] = [
    "file-too-large": "DirtTests: a file of 10 MB is no golden",
    "too-many-lines": "DirtTests: 100,001 lines are no golden",
    "too-many-sections": "DirtTests: 2,001 headings are no golden",
    "not-utf8": "DirtTests: a golden is text",
    "too-many-steps": "DirtTests: 101 rules are made there",
    "lost-rule": "a mistake of the program, which none of the tests could bring about",
    "limit-too-fine": "the reader refuses limits with so many decimals that they overflow",
  ]

  private static func identifiers(in folder: String) throws -> Set<String> {
    var found: Set<String> = []
    let root = PackageRoot.file(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      // An id is the first argument of a diagnostic, or one of two in a choice.
      let pattern = /Diagnostic\(\s*(?:[A-Za-z]+\s*\?\s*)?"([a-z0-9-]+)"(?:\s*:\s*"([a-z0-9-]+)")?/
      for match in text.matches(of: pattern) {
        found.insert(String(match.1))
        if let other = match.2 { found.insert(String(other)) }
      }
    }
    return found
  }

  @Test func `every kind of finding is pinned by a golden`() throws {
    var known = try IdentifierTests.identifiers(in: "Sources/ExpressionLanguage")
    known.formUnion(try IdentifierTests.identifiers(in: "Sources/Policy"))
    #expect(known.count > 200, "the sources were found")
    var pinned: Set<String> = []
    for folder in ["refusals", "ten"] {
      for file in CaseFile.all(in: folder) {
        pinned.formUnion(file.report(unusedFacts: file.name.contains("unused-fact")).ids)
      }
    }
    let missing = known.subtracting(pinned).subtracting(IdentifierTests.elsewhere.keys)
    #expect(missing.sorted() == [], "add a case under Golden/refusals, or say why there is none")
    let idle = Set(IdentifierTests.elsewhere.keys).intersection(pinned)
    #expect(idle.sorted() == [], "these are pinned now")
    #expect(pinned.subtracting(known).sorted() == [], "an id that the pattern here does not see")
  }
}
