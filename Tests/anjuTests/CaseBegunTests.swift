import Foundation
import TestSupport
import Testing

/// `anju assess --begun`, and the sample amendment, from outside.
@Suite(.serialized)
struct CaseBegunTests {
  private let engineer = Program.resident("engineer")

  private func begun(_ day: String, _ on: String, _ more: [String] = []) async throws -> ProgramRun
  {
    try await Program.run(["assess", engineer, "--begun", day, "--on", on] + more)
  }

  @Test func `a case begun before a change says which version decides, and why`() async throws {
    let run = try await begun("2024-12-20", "2025-02-01")
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("for a case begun on 2024-12-20"))
    #expect(run.output.contains("Statutory retirement age, before it was raised"))
    let one = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      one.contains("decided by the version in force when the case began: no text says otherwise")
    )
    let chinese = try await begun("2024-12-20", "2025-02-01", ["--language", "zh"])
    #expect(chinese.output.contains("2024年12月20日开始的案件"))
    #expect(chinese.output.contains("适用案件开始时的版本：没有文件另作规定"))
    let later = try await begun("2025-01-02", "2025-02-01")
    #expect(!later.output.contains("decided by the version"))
  }

  @Test func `programs are told the same`() async throws {
    let run = try await begun("2024-12-20", "2025-02-01", ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["begun"] as? String == "2024-12-20")
    let policies = object?["policies"] as? [[String: Any]]
    let retirement = policies?.first { $0["id"] as? String == "china/retirement-age" }
    #expect(retirement?["version"] as? String == "2021-01-01")
    let decision = retirement?["decision"] as? [String: Any]
    #expect(decision?["reason"] as? String == "begun")
    #expect(decision?["rule"] as? String == "by declaration day")
    #expect(decision?["isSaid"] as? Bool == false)
    let guide = try String(
      contentsOf: PackageRoot.file("Documentation/Guides/assessment-json.md"),
      encoding: .utf8
    )
    let text = try #require((retirement?["texts"] as? [[String: Any]])?.first)
    for key in Array((decision ?? [:]).keys) + Array(text.keys) {
      #expect(guide.contains("`\(key)`"), "\(key) is not in the guide")
    }
  }

  @Test func `of the versions that may decide, the better for the person does`() async throws {
    let policies = ["--policies", "Examples/amendments"]
    let during = try await begun("2026-11-23", "2027-03-01", policies)
    #expect(during.errors.isEmpty)
    #expect(during.output.contains("92.33 points"))
    #expect(during.output.contains("the better for the person of"))
    let before = try await Program.run(
      ["assess", engineer, "--on", "2026-12-31"] + policies
    )
    #expect(before.output.contains("81.33 points"))
    #expect(!before.output.contains("as amended by"))
    let json = try await begun("2026-11-23", "2027-03-01", policies + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let measures = object?["policies"] as? [[String: Any]]
    let points = measures?.first { $0["id"] as? String == "xiongan/points-settlement" }
    let hash = try #require(points?["hash"] as? String)
    let texts = try #require(points?["texts"] as? [[String: Any]])
    #expect(hash == texts.compactMap { $0["hash"] as? String }.joined(separator: "+"))
    #expect(texts.count == 2)
  }

  @Test func `a case cannot begin after it is decided`() async throws {
    let late = try await begun("2025-02-02", "2025-02-01")
    #expect(late.exitCode == 64)
    #expect(late.errors.contains("cannot be decided on 2025-02-01"))
    let odd = try await begun("yesterday", "2025-02-01")
    #expect(odd.exitCode == 64)
    #expect(odd.errors.contains("--begun wants a day"))
  }

  @Test func `a folder of amendments is checked and tested with the measures in the program`()
    async throws
  {
    let check = try await Program.run(["policy", "check", "Examples/amendments", "--strict"])
    #expect(check.exitCode == 0, "\(check.errors)")
    #expect(check.output.contains("xiongan/points-settlement 2027-01-01: 23 articles"))
    let test = try await Program.run(["policy", "test", "Examples/amendments"])
    #expect(test.exitCode == 0)
    #expect(test.output.contains("8 scenarios, 8 expectations: 8 passed, 0 failed"))
  }

  @Test func `a case begun before is recorded, and verified by choosing again`() async throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "case.json").path
    let policies = ["--policies", "Examples/amendments"]
    let run = try await begun("2026-11-23", "2027-03-01", policies + ["--record", path])
    #expect(run.exitCode == 0, "\(run.errors)")
    let same = try await Program.run(["verify", path] + policies)
    #expect(same.exitCode == 0, "\(same.errors)\(same.output)")
    let without = try await Program.run(["verify", path])
    #expect(without.exitCode == 65)
    #expect(without.errors.contains("is not here"))
  }
}
