import Foundation
import TestSupport
import Testing

/// Looking after a journal from the terminal.
@Suite struct OfficeJournalTests {
  private func head(_ run: ProgramRun) -> Substring? {
    run.output.split(separator: "\n").first { $0.hasPrefix("head: ") }
  }

  @Test func `a copy has the head of the journal, and a journal made of it too`() async throws {
    let office = try await TestOffice()
    _ = try await office.register()
    let head = try #require(
      self.head(try await office.store("head", "--store", "office.anju"))
    )
    let copied = try await office.store("backup", "--store", "office.anju", "copy")
    #expect(copied.exitCode == 0 && self.head(copied) == head)
    let again = try await office.store(
      "backup",
      "--store",
      "office.anju",
      "copy",
      language: "zh"
    )
    #expect(again.exitCode == 73)
    #expect(again.errors == "anju: copy 已存在，保留原样；请另取文件名\n")
    let restored = try await office.store("restore", "--store", "new.anju", "copy")
    #expect(restored.exitCode == 0 && self.head(restored) == head)
    let stays = try await office.store("restore", "--store", "new.anju", "copy")
    #expect(stays.exitCode == 73)
    let verified = try await office.store("verify", "--store", "new.anju")
    #expect(verified.exitCode == 0 && verified.output.hasSuffix("sound\n"))
    #expect(self.head(verified) == head)
  }

  @Test func `a changed bit is found, and its copy is not restored`() async throws {
    let office = try await TestOffice()
    _ = try await office.register()
    #expect(try await office.store("backup", "--store", "office.anju", "copy").exitCode == 0)
    let copy = office.scratch.url.appending(path: "copy")
    var bytes = try Data(contentsOf: copy)
    let place = try #require(bytes.range(of: Data("person/residence-registered".utf8)))
    bytes[place.lowerBound] ^= 1
    try bytes.write(to: copy)
    chmod(copy.path, 0o600)
    let found = try await office.store("verify", "--store", "copy")
    #expect(found.exitCode == 1 && found.errors.contains("event 2 (resident/"), "\(found.errors)")
    #expect(found.output.contains("faults: "))
    let chinese = try await office.store("verify", "--store", "copy", language: "zh")
    #expect(chinese.exitCode == 1 && chinese.output.contains("问题"))
    let refused = try await office.store("restore", "--store", "new.anju", "copy")
    #expect(refused.exitCode == 1)
    #expect(!FileManager.default.fileExists(atPath: office.scratch.url.path + "/new.anju"))
  }

  /// Whoever keeps the journal destroys a subject, or a supervisor of the office does.
  @Test(arguments: [true, false])
  func `what is destroyed is nowhere in the file any more`(byKeeper: Bool) async throws {
    let office = try await TestOffice()
    let file = try await office.register()
    _ = try await office.run("2026-01-06", TestOffice.clerk, "show", file)
    let words = ["陈志远", "chenzhiyuan", "奥威东路", TestOffice.number, TestOffice.phone]
    let before = try office.bytes()
    #expect(before.range(of: Data("chenzhiyuan".utf8)) != nil)

    if byKeeper {
      let unsure = try await office.store(
        "destroy",
        "--store",
        "office.anju",
        "--subject",
        file,
        "--reason",
        "over",
        "--actor",
        "z"
      )
      #expect(unsure.exitCode == 64 && unsure.errors.contains("--for-ever"))
      let run = try await office.store(
        "destroy",
        "--store",
        "office.anju",
        "--subject",
        file,
        "--reason",
        "over",
        "--actor",
        "z",
        "--for-ever"
      )
      #expect(run.exitCode == 0 && run.output == "\(file): destroyed\n", "\(run.errors)")
    } else {
      let clerk = try await office.run(
        "2026-01-07",
        TestOffice.clerk,
        "destroy",
        file,
        "--reason",
        "over",
        "--for-ever"
      )
      #expect(clerk.exitCode == 1 && clerk.errors.contains("[not-allowed]"))
      let run = try await office.run(
        "2026-01-07",
        TestOffice.supervisor,
        "destroy",
        file,
        "--reason",
        "over",
        "--for-ever"
      )
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.output == "✓ \(file) · 2026-01-07 · data destroyed\n")
    }
    let after = try office.bytes()
    for word in words { #expect(after.range(of: Data(word.utf8)) == nil, "\(word)") }
    for (language, text) in [("en", "were destroyed"), ("zh", "已销毁")] {
      let shown = try await office.run(
        "2026-01-08",
        TestOffice.clerk,
        "show",
        file,
        language: language
      )
      #expect(shown.exitCode == 1 && shown.errors.contains(text))
    }
    let found = try await office.run("2026-01-08", TestOffice.clerk, "search", "czy")
    #expect(found.output == "nobody found\n")
    let verified = try await office.store("verify", "--store", "office.anju")
    #expect(verified.exitCode == 0 && verified.output.contains("destroyed: 1"))
    // The person may come back, as somebody new.
    let again = try await office.register("2026-01-09")
    #expect(again != file)
  }

  @Test func `a new master key takes the place of the old one`() async throws {
    let scratch = try Scratch()
    func run(_ arguments: String...) async throws -> ProgramRun {
      try await Program.run(arguments, environment: TestOffice.nobody, in: scratch.url)
    }
    let made = try await run("office", "init", "--master-key", "old", "--make-key")
    #expect(made.exitCode == 0)
    let new = try scratch.file("new", String(repeating: "0123456789abcdef", count: 4) + "\n")
    chmod(new, 0o600)
    let rotated = try await run(
      "store",
      "rotate-keys",
      "--key-file",
      "old",
      "--new-key-file",
      "new"
    )
    #expect(rotated.exitCode == 0, "\(rotated.errors)")
    #expect(rotated.output == "office.anju: the new master key is in force\n")
    let old = try await run("store", "verify", "--key-file", "old")
    #expect(old.exitCode == 65 && old.errors.contains("not the key that the store was last given"))
    #expect(try await run("store", "verify", "--master-key", "new").exitCode == 0)
    let same = try await run(
      "store",
      "rotate-keys",
      "--key-file",
      "new",
      "--new-key-file",
      "new",
      "--language",
      "zh"
    )
    #expect(same.exitCode == 65 && same.errors.contains("就是该库现有的密钥"))
  }
}
