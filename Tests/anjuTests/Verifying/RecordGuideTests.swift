import Foundation
import TestSupport
import Testing

@testable import Scoring

/// `Documentation/Guides/records.md` against what is written.
@Suite struct RecordGuideTests {
  @Test func `every key of a record that the assessment does not have is in the guide`() throws {
    let guide = try String(
      contentsOf: PackageRoot.file("Documentation/Guides/records.md"),
      encoding: .utf8
    )
    var keys: Set<String> = ["sha256"]
    func collect(_ value: JSONValue) {
      switch value {
      case .object(let entries):
        for entry in entries {
          keys.insert(entry.key)
          if entry.key != "outcome" { collect(entry.value) }
        }
      case .list(let values): values.forEach(collect)
      default: break
      }
    }
    for name in try GoldenRecords.names() { collect(try GoldenRecords.value(name)) }
    #expect(keys.count > 15)
    #expect(keys.filter { !guide.contains("`\($0)`") }.sorted() == [])
  }
}
