import Foundation
import TestSupport
import Testing

/// Folders of measures that are damaged, hostile or somewhere else.
@Suite(.serialized)
struct DirtyMeasureTests {
  private static let measure = "xiongan/points-settlement/2021-01-01.md"

  /// A copy of the shipped measures in which one file is another.
  private func folder(
    _ scratch: borrowing Scratch,
    _ path: String = measure,
    _ change: (String) -> String
  ) throws -> String {
    let policies = scratch.url.appending(path: "办法 policies")
    try FileManager.default.copyItem(at: PackageRoot.file("Policies"), to: policies)
    let file = policies.appending(path: path)
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    try Data(change(text).utf8).write(to: file)
    return policies.path
  }

  /// Checks, tests and assesses with a bad folder: each says where and why, and decides nothing.
  private func refuse(
    _ folder: String,
    _ says: String,
    at place: String = measure,
    isTested: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let file = Program.resident("engineer")
    var commands = [
      ["policy", "check", folder],
      ["assess", file, "--on", "2026-11-23", "--policies", folder],
    ]
    if isTested { commands.append(["policy", "test", folder]) }
    for command in commands {
      let run = try await Program.run(command)
      let name: Comment = "\(command[0...1]): \(run.errors.prefix(600))"
      #expect(run.exitCode == 65, name, sourceLocation: sourceLocation)
      #expect(run.errors.contains("\(folder)/\(place):"), name, sourceLocation: sourceLocation)
      #expect(run.errors.contains(says), name, sourceLocation: sourceLocation)
      #expect(run.errors.contains("fix: "), name, sourceLocation: sourceLocation)
      if command[1] != "check" {
        #expect(run.output.isEmpty, name, sourceLocation: sourceLocation)
      }
    }
    #expect(Program.peak < Program.memory, sourceLocation: sourceLocation)
  }

  @Test func `the shipped measures are clean`() async throws {
    for path in [[], ["Policies"]] {
      let check = try await Program.run(["policy", "check", "--strict"] + path)
      #expect(check.exitCode == 0 && check.errors.isEmpty, "\(check.errors)")
      #expect(check.output.hasSuffix("0 errors, 0 warnings\n"))
      let test = try await Program.run(["policy", "test"] + path)
      #expect(test.exitCode == 0 && test.errors.isEmpty, "\(test.errors)")
      #expect(test.output.contains(", 0 failed"))
    }
    let chinese = try await Program.run(["policy", "check", "--language", "zh"])
    #expect(chinese.output.hasSuffix("错误0项，警告0项\n"))
  }

  @Test func `a folder finds its neighbours, but looks through no folder full of other things`()
    async throws
  {
    let scratch = try Scratch()
    let folder = try folder(scratch) { $0 }
    let part = folder + "/xiongan/residence-permit"
    let found = try await Program.run(["policy", "check", part])
    #expect(found.exitCode == 0, "\(found.errors)")
    for number in 0..<2_001 { _ = try scratch.file("办法 policies/note-\(number).txt", "") }
    let lost = try await Program.run(["policy", "check", part])
    #expect(lost.exitCode == 65)
    #expect(lost.errors.contains("there is no measure xiongan/points-settlement"))
    // Whoever names the full folder means it.
    let named = try await Program.run(["policy", "check", folder])
    #expect(named.exitCode == 0, "\(named.errors)")
  }

  @Test func `bytes that are no text`() async throws {
    let scratch = try Scratch()
    let folder = try folder(scratch) { $0 }
    let file = "\(folder)/\(DirtyMeasureTests.measure)"
    let bytes = try Data(contentsOf: URL(filePath: file))
    try (bytes + Data([0xFF])).write(to: URL(filePath: file))
    try await refuse(folder, "UTF-8")
    try (bytes + Data("a\0b\n".utf8)).write(to: URL(filePath: file))
    try await refuse(folder, "error: ")
  }

  @Test func `a measure of ten megabytes`() async throws {
    let scratch = try Scratch()
    let folder = try folder(scratch) { $0 + String(repeating: "法", count: 3_500_000) }
    try await refuse(folder, "error: ")
  }

  @Test func `a table of 3,000 columns`() async throws {
    let scratch = try Scratch()
    let row = { (cell: String) in String(repeating: "| \(cell) ", count: 3_000) + "|\n" }
    let folder = try folder(scratch) {
      $0 + "\n### 宽表 · Wide table\n\n" + row("age") + row("---") + row("1")
    }
    try await refuse(folder, "error: ")
  }

  @Test func `quotes 20,000 deep and brackets 10,000 deep`() async throws {
    for (text, count) in [("> ", 20_000), ("(", 10_000), ("not(", 10_000), ("[", 10_000)] {
      let scratch = try Scratch()
      let deep = String(repeating: text, count: count)
      let folder = try folder(scratch) {
        $0 + "\n### 深处 · Deep place\n\n" + (text == "> " ? deep + "a\n" : "```feel\n\(deep)\n```\n")
      }
      if text == "> " {
        // A quotation is the official text; however deep, it is not read.
        let run = try await Program.run(["policy", "check", folder])
        #expect([0, 65].contains(run.exitCode))
      } else {
        try await refuse(folder, "error: ", isTested: false)
      }
    }
  }

  @Test func `two versions in force at once`() async throws {
    let scratch = try Scratch()
    let path = "xiongan/points-settlement/2022-01-01.md"
    let folder = try folder(scratch, path) { _ in
      let file = PackageRoot.file("Policies/\(DirtyMeasureTests.measure)")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.replacing("effective: 2021-01-01", with: "effective: 2022-01-01")
    }
    try await refuse(folder, "two versions in force at once", at: path)
  }

  @Test func `measures that use each other in a circle`() async throws {
    let scratch = try Scratch()
    let path = "china/retirement-age/2025-01-01.md"
    let folder = try folder(scratch, path) {
      $0.replacing(
        "\nsources:",
        with: "\nuses:\n  xiongan/points-settlement: total points\nsources:"
      )
    }
    try await refuse(folder, "in a circle", at: path)
  }

  @Test func `a doubled row, an unknown name, a day that is none`() async throws {
    for (old, new, says) in [
      ("| (2) | [36..45] | 15 |", "| (2) | [36..46] | 15 |", "error: "),
      ("| (2) | [36..45] | 15 |", "", "error: "),
      ("`employer qualifies`", "`employer qualifys`", "error: "),
      ("effective: 2021-01-01", "effective: 2021-02-29", "error: "),
      ("| 2022-01-01 | 350 people |", "| 2022-13-01 | 350 people |", "error: "),
      ("facts: ../facts.md", "facts: ../fact.md", "error: "),
    ] {
      let scratch = try Scratch()
      let folder = try folder(scratch) { text in
        #expect(text.contains(old))
        return text.replacing(old, with: new)
      }
      try await refuse(folder, says, isTested: false)
    }
  }

  @Test func `a folder that is empty, missing or a file`() async throws {
    let scratch = try Scratch()
    _ = try scratch.file("empty/notes.txt", "nothing")
    let file = try scratch.file("file.txt", "nothing")
    for (path, says) in [
      (scratch.url.path + "/empty", "no measure"), (scratch.url.path + "/missing", "there is no"),
      (file, "no measure"),
    ] {
      for command in [
        ["policy", "check", path], ["policy", "test", path],
        ["assess", Program.resident("engineer"), "--policies", path],
      ] {
        let run = try await Program.run(command)
        #expect(run.exitCode == 65 && run.output.isEmpty, "\(command)")
        #expect(run.errors.contains(says), "\(command): \(run.errors)")
      }
    }
  }

  @Test func `a folder without scenarios, or with a wrong one, fails its test with 1`() async throws
  {
    let scratch = try Scratch()
    let path = "xiongan/points-settlement/scenarios/points-settlement.md"
    let folder = try folder(scratch, path) {
      $0.replacing("| total points | 81 |", with: "| total points | 82 |")
    }
    for (language, says) in [("en", "expected 82, found 81"), ("zh", "预期82")] {
      let run = try await Program.run(["policy", "test", folder, "--language", language])
      #expect(run.exitCode == 1)
      #expect(run.errors.contains("\(folder)/\(path):") && run.errors.contains(says))
    }
  }

  @Test func `the folder's measures decide, not those in the program`() async throws {
    let scratch = try Scratch()
    let folder = try folder(scratch) {
      $0.replacing("| (2) | [36..45] | 15 |", with: "| (2) | [36..45] | 16 |")
    }
    let run = try await Program.assess([Program.resident("engineer")], ["--policies", folder])
    #expect(run.exitCode == 0 && run.output.contains("82.00"))
  }
}
