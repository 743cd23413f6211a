import Foundation
import TestSupport
import Testing

/// A department's files, from the folder to the returned rows.
@Suite struct OfficeInboxTests {
  private static let table = """
    身份证号,姓名,合法稳定就业,截至
    \(TestOffice.number),陈志远,是,2026-03-01
    139999196001101002,某人,是,2026-03-01
    \(TestOffice.number.dropLast())8,陈志远,是,2026-03-01

    """

  private func put(
    _ table: String,
    _ number: String,
    rows: Int,
    in office: TestOffice
  ) async throws {
    let path = try office.scratch.file("box/incoming/facts.csv", table)
    // As the guide says that departments make it.
    let sum = try await ProgramRun.of(URL(filePath: "/usr/bin/sha256sum"), [path])
    let hash = sum.output.prefix(64)
    _ = try office.scratch.file(
      "box/incoming/facts.manifest",
      "部门: 公共服务局\n批号: \(number)\n制作日期: 2026-03-02\n行数: \(rows)\nsha256: \(hash)\n"
    )
  }

  @Test func `good rows are taken, bad ones come back with reasons, and nothing twice`()
    async throws
  {
    let office = try await TestOffice()
    let file = try await office.register()
    let day = "2026-03-05"
    let empty = try await office.run(day, [], "inbox", "box")
    #expect(empty.exitCode == 0 && empty.output == "nothing has come\n")

    try await put(Self.table, "PS-1", rows: 3, in: office)
    let taken = try await office.run(day, [], "inbox", "box")
    #expect(taken.exitCode == 1)
    #expect(taken.output == "facts: taken, 1 row; known before 0, returned 2\n")
    #expect(taken.errors.isEmpty)
    let returned = try String(
      contentsOf: office.scratch.url.appending(path: "box/returned/public-service-PS-1.csv"),
      encoding: .utf8
    )
    #expect(returned.contains("本处没有登记该公民身份号码") && returned.contains("校验码不符"))
    #expect(returned.split(whereSeparator: \.isNewline).count == 3)
    let receipt = try String(
      contentsOf: office.scratch.url
        .appending(path: "box/returned/public-service-PS-1.receipt.json"),
      encoding: .utf8
    )
    #expect(!receipt.contains(TestOffice.number) && !receipt.contains("陈志远"))
    let shown = try await office.run(day, TestOffice.clerk, "show", file)
    #expect(shown.output.contains("stable employment: yes · public service, as of 2026-03-01"))

    // The same delivery comes again, by mistake.
    try await put(Self.table, "PS-1", rows: 3, in: office)
    let repeated = try await office.run(day, [], "inbox", "box", language: "zh")
    #expect(repeated.output == "facts: 此前已接收，未作变更\n")
    // Another table under a number that was used.
    try await put(Self.table + "\n", "PS-1", rows: 3, in: office)
    let refused = try await office.run(day, [], "inbox", "box", language: "zh")
    #expect(refused.exitCode == 1 && refused.output.hasPrefix("facts: 整批退回："))
    // A new number with what is known already.
    let known = Self.table.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
    try await put(known, "PS-2", rows: 1, in: office)
    let same = try await office.run(day, [], "inbox", "box")
    #expect(same.exitCode == 0)
    #expect(same.output == "facts: taken, 0 rows; known before 1, returned 0\n")
    // A table whose manifest has not come.
    _ = try office.scratch.file("box/incoming/late.csv", "x")
    let waiting = try await office.run(day, [], "inbox", "box", "--format", "json")
    #expect(waiting.exitCode == 1 && waiting.output.contains("\"news\" : \"waiting\""))
    for run in [taken, repeated, refused, same, waiting] {
      #expect(!(run.output + run.errors).contains(TestOffice.number))
    }
  }
}
