import Foundation
import TestSupport
import Testing

/// What the office refuses, with its reason in both languages and its code.
@Suite struct OfficeRefusalTests {
  @Test func `what is refused says why, by which article, and what to do instead`() async throws {
    let office = try await TestOffice()
    let (clerk, reviewer) = (TestOffice.clerk, TestOffice.reviewer)
    let file = try await office.register()

    func refused(
      _ arguments: [String],
      _ id: String,
      _ english: String,
      _ chinese: String,
      by actor: [String] = TestOffice.clerk,
      on day: String = "2026-07-20",
      place: SourceLocation = #_sourceLocation
    ) async throws {
      for (language, words, lead) in [
        ("en", english, "refused: "), ("zh", chinese, "未予办理："),
      ] {
        let run = try await Program.run(
          ["office"] + arguments + ["--demo", "--store", "office.anju", "--on", day]
            + ["--language", language] + actor,
          environment: TestOffice.nobody,
          in: office.scratch.url
        )
        #expect(run.exitCode == 1 && run.output.isEmpty, sourceLocation: place)
        #expect(run.errors.hasPrefix(lead), sourceLocation: place)
        #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: place)
        #expect(run.errors.hasSuffix("  [\(id)]\n"), "\(run.errors)", sourceLocation: place)
      }
    }

    try await refused(["show", "0000000000"], "no-such-file", "no such resident's file", "可以：")
    try await refused(
      ["submit", file, "--basis", "employment", "--papers", "identity crd"],
      "unknown-paper",
      "it names: identity card, photograph",
      "列出的材料有：居民身份证、本人相片"
    )
    let submit = [
      "submit", file, "--basis", "employment", "--papers", "identity card", "photograph",
      "proof of address", "proof of employment",
    ]
    let submitted = try await office.run(
      "2026-07-20",
      clerk,
      submit[0],
      submit[1],
      submit[2],
      submit[3],
      submit[4],
      submit[5],
      submit[6],
      submit[7],
      submit[8]
    )
    #expect(submitted.exitCode == 0, "\(submitted.errors)")
    try await refused(
      submit,
      "application-open",
      "application 1 is still open: submitted",
      "第1号申请"
    )
    try await refused(
      ["approve", file, "1"],
      "not-allowed",
      "approve",
      "批准"
    )
    try await refused(
      ["accept", file, "2"],
      "no-such-application",
      "the file has no application 2",
      "可以："
    )
    _ = try await office.run("2026-07-21", clerk, "accept", file, "1")
    try await refused(
      ["approve", file, "1"],
      "undetermined",
      "stable employment (public service)",
      "合法稳定就业（公共服务局）",
      by: reviewer,
      on: "2026-07-22"
    )
    try await refused(
      ["refuse", file, "1"],
      "undetermined",
      "ask those who verify them",
      "未知既不是“是”，也不是“否”",
      by: reviewer,
      on: "2026-07-22"
    )
    try await refused(
      ["state", file, "stable emplyment", "--value", "yes"],
      "no-such-fact",
      "did you mean stable employment?",
      "现行字典中没有该名称的核验数据",
      by: TestOffice.department,
      on: "2026-07-22"
    )
    try await refused(
      ["state", file, "stable employment", "--value", "perhaps"],
      "unreadable-fact",
      "yes, or no",
      "是，或者否",
      by: TestOffice.department,
      on: "2026-07-22"
    )
    try await refused(
      ["endorse", file],
      "no-permit",
      "permit",
      "居住证",
      on: "2026-07-22"
    )
    try await refused(
      ["submit", file, "--basis", "employment"],
      "clock-went-back",
      "the legal date is 1 January 2025",
      "2025",
      on: "2025-01-01"
    )
    try await refused(
      ["search", "陈"],
      "no-office",
      "the account belongs to no office",
      "账号不属于任何单位",
      by: ["--as", "clerk", "--account", "li"]
    )
    try await refused(
      ["services", file, "free-lunch"],
      "no-such-service",
      "compulsory-education",
      "compulsory-education",
      by: TestOffice.agency,
      on: "2026-07-22"
    )
    let protected = try await office.run(
      "2026-07-22",
      TestOffice.supervisor,
      "protect",
      file,
      "--reason",
      "order-7"
    )
    #expect(protected.exitCode == 0)
    try await refused(
      ["show", file],
      "protected-file",
      "the file is protected",
      "该档案受保护",
      on: "2026-07-22"
    )
  }
}
