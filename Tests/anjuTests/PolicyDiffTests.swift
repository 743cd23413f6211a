import Foundation
import TestSupport
import Testing

/// `anju policy diff` from outside.
@Suite(.serialized)
struct PolicyDiffTests {
  private static let amended = [
    "policy", "diff", "xiongan@2026-12-31", "xiongan@2027-01-01", "--policies",
    "Examples/amendments",
  ]
  private let engineer = ["--people", "Examples/residents/engineer.yaml"]

  @Test(arguments: ["en", "zh"])
  func `the sample amendment is told in the terms of law`(language: String) async throws {
    let run = try await Program.run(Self.amended + engineer + ["--language", language])
    #expect(run.errors == "")
    #expect(run.exitCode == 1)
    Golden.expect(run.output, equals: "policy-diff.\(language).txt")
  }

  @Test func `programs are told the same, and every key is in the guide`() async throws {
    let run = try await Program.run(Self.amended + engineer + ["--format", "json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    )
    #expect(object["equal"] as? Bool == false && object["decidesAlike"] as? Bool == false)
    let changes = try #require(object["changes"] as? [[String: Any]])
    #expect(changes.contains { $0["subject"] as? String == "row" })
    var keys: Set<String> = []
    func collect(_ value: Any) {
      if let object = value as? [String: Any] {
        keys.formUnion(object.keys)
        object.values.forEach(collect)
      } else if let list = value as? [Any] {
        list.forEach(collect)
      }
    }
    collect(object)
    let guide = try String(
      contentsOf: PackageRoot.file("Documentation/Guides/versions.md"),
      encoding: .utf8
    )
    let plain = keys.subtracting(["en", "zh"])
    #expect(plain.filter { !guide.contains("`\($0)`") }.sorted() == [])
  }

  @Test func `the people of the scenarios are decided by both`() async throws {
    let run = try await Program.run([
      "policy", "diff", "china/retirement-age@2024-12-31", "china/retirement-age@2025-01-01",
    ])
    #expect(run.exitCode == 1)
    #expect(run.output.contains("people get another outcome"))
    #expect(run.output.contains("Retirement age: 720 months → 721 months"))
  }

  @Test func `what is equal is said to be, and ends with 0`() async throws {
    for (old, new) in [
      ("xiongan@2026-01-01", "xiongan@2026-06-01"), ("Policies", "Policies"),
      (
        "Policies/xiongan/points-settlement/2021-01-01.md", "xiongan/points-settlement@2024-01-01"
      ),
    ] {
      let run = try await Program.run(["policy", "diff", old, new])
      #expect(run.exitCode == 0, "\(old) \(new): \(run.output)\(run.errors)")
      #expect(run.output.contains("Nothing differs."))
    }
  }

  @Test func `words that bind nothing change nothing for anybody`() async throws {
    let scratch = try Scratch()
    for file in ["facts.md", "retirement-age/2025-01-01.md"] {
      let url = PackageRoot.file("Policies/china/\(file)")
      let text = try String(contentsOf: url, encoding: .utf8)
      _ = try scratch.file(
        "china/\(file)",
        text.replacing("用十五年时间", with: "在十五年内")
      )
    }
    let run = try await Program.run([
      "policy", "diff", "china/retirement-age@2025-01-01",
      scratch.url.appending(path: "china/retirement-age/2025-01-01.md").path,
    ])
    #expect(run.exitCode == 1, "\(run.errors)")
    #expect(run.output.contains("Nothing changes for anybody"))
  }

  @Test func `what is not there is named, and ends with 65`() async throws {
    for wrong in ["xiongn@2026-01-01", "xiongan/points@2026-01-01", "nowhere.md"] {
      let run = try await Program.run(["policy", "diff", wrong, "xiongan@2026-01-01"])
      #expect(run.exitCode == 65)
      #expect(run.errors.hasPrefix("anju: there is no "))
    }
    let early = try await Program.run([
      "policy", "diff", "xiongan/points-settlement@2019-01-01", "xiongan@2026-01-01",
    ])
    #expect(early.exitCode == 65)
    #expect(early.errors.contains("is not in force on 2019-01-01"))
  }
}
