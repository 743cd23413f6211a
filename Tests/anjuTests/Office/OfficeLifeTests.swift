import Foundation
import TestSupport
import Testing

/// A permit's life, from the window to its end, as the guide tells it.
@Suite struct OfficeLifeTests {
  @Test func `a permit lives from arrival to its end in the terminal`() async throws {
    let office = try await TestOffice()
    let (clerk, reviewer) = (TestOffice.clerk, TestOffice.reviewer)
    let file = try await office.register()

    func done(_ run: ProgramRun, _ words: String, _ place: SourceLocation = #_sourceLocation) {
      #expect(run.exitCode == 0, "\(run.errors)", sourceLocation: place)
      let day = run.output.components(separatedBy: " · ").dropFirst().first ?? ""
      #expect(run.output == "✓ \(file) · \(day) · \(words)\n", sourceLocation: place)
    }

    let stated = try await office.run(
      "2026-01-06",
      TestOffice.department,
      "state",
      file,
      "stable employment",
      "--value",
      "yes"
    )
    done(stated, "fact stated")
    let submitted = try await office.run(
      "2026-07-20",
      clerk,
      "submit",
      file,
      "--basis",
      "employment",
      "--papers",
      "identity card",
      "photograph"
    )
    done(submitted, "application submitted, notice to the person · application 1")

    var queue = try await office.run("2026-07-20", clerk, "queue")
    #expect(
      queue.output
        == "2026-07-27  7 days left  \(file)  look through the papers  application 1"
        + "  submitted  容东片区\n"
    )
    queue = try await office.run("2026-07-20", clerk, "queue", language: "zh")
    #expect(
      queue.output == "2026-07-27  剩7天  \(file)  审查材料，一次性告知或者受理  申请1  已提交  容东片区\n"
    )

    done(
      try await office.run("2026-07-21", clerk, "notice", file, "1"),
      "one-time notice given, notice to the person · application 1"
    )
    done(
      try await office.run(
        "2026-07-22",
        clerk,
        "supplement",
        file,
        "1",
        "--papers",
        "proof of address",
        "就业证明"
      ),
      "papers brought · application 1"
    )
    let accepted = try await office.run("2026-07-22", clerk, "accept", file, "1", language: "zh")
    done(accepted, "受理，通知本人 · 申请1")

    done(
      try await office.run(
        "2026-07-22",
        clerk,
        "ask",
        file,
        "1",
        "--department",
        "public service",
        "--facts",
        "stable employment"
      ),
      "department asked · application 1"
    )
    queue = try await office.run("2026-07-22", TestOffice.department, "queue", language: "zh")
    #expect(queue.output.contains("答复核查"))
    let early = try await office.run(
      "2026-07-23",
      TestOffice.department,
      "answer",
      file,
      "1",
      "--department",
      "public service"
    )
    #expect(early.exitCode != 0 && early.errors.contains("stable employment"), "\(early.errors)")
    done(
      try await office.run(
        "2026-07-23",
        TestOffice.department,
        "state",
        file,
        "stable employment",
        "--value",
        "yes"
      ),
      "fact stated"
    )
    done(
      try await office.run(
        "2026-07-23",
        TestOffice.department,
        "answer",
        file,
        "1",
        "--department",
        "public service"
      ),
      "department answered · application 1"
    )
    done(
      try await office.run("2026-07-24", reviewer, "approve", file, "1"),
      "application decided, notice to the person · application 1"
    )
    done(
      try await office.run("2026-07-24", clerk, "issue", file, "1", "--serial", "XA-000123"),
      "permit issued, notice to the person"
    )

    let service = try await office.run(
      "2026-07-25",
      TestOffice.agency,
      "services",
      file,
      "compulsory-education"
    )
    #expect(service.output.hasPrefix("✓ compulsory education: yes, until 2027-07-24"))

    // Nobody comes in time: the day's work suspends, once.
    let day = try await office.run("2027-07-26", [], "day")
    #expect(day.output.contains("1 file had something due") && day.exitCode == 0)
    #expect(day.output.contains("1 × permit suspended"))
    let again = try await office.run("2027-07-26", [], "day", language: "zh")
    #expect(again.output == "2027-07-26：0份档案有到期事项\n")
    done(
      try await office.run("2027-07-27", clerk, "endorse", file),
      "permit endorsed, notice to the person"
    )
    done(try await office.run("2027-08-01", clerk, "loss", file), "card reported lost")
    done(
      try await office.run(
        "2027-08-02",
        clerk,
        "replace",
        file,
        "--serial",
        "XA-000124",
        "--paid",
        "20"
      ),
      "new card made"
    )
    #expect(try await office.run("2027-08-02", [], "check-card", "XA-000124").output == "valid\n")
    let old = try await office.run("2027-08-02", [], "check-card", "XA-000123", language: "zh")
    #expect(old.output == "已失效\n")
    done(
      try await office.run("2027-09-01", clerk, "cancel", file, "--ground", "moved away"),
      "permit cancelled, notice to the person"
    )

    let show = try await office.run("2027-09-01", clerk, "show", file, language: "zh")
    for line in [
      "居住证已注销，2026-07-24发放",
      "2026-07-21  窗口人员  申请1：一次性告知，所缺材料：居住地住址证明、就业证明；补正期限",
      "2026-07-22  窗口人员  申请1：送公共服务局核验", "2026-07-23  核验部门  申请1：公共服务局已答复",
      "2027-07-26  系统  逾期未签注，自2027年7月25日起使用功能中止",
    ] {
      #expect(show.output.contains(line), "\(line)")
    }
    #expect(!show.output.contains(TestOffice.number))
    let access = try await office.run("2027-09-01", TestOffice.auditor, "access", file)
    #expect(access.output.contains("2027-09-01  \(file)  window clerk  li  window 1  casework\n"))
    #expect(access.output.contains("agency  school  school  service"))
    let statistics = try await office.run("2027-09-01", TestOffice.auditor, "statistics")
    #expect(statistics.output.hasPrefix("people with a file on 2027-09-01: 1\n"))
    #expect(statistics.output.contains("2027-08  loss 1"))
  }

  @Test func `a real office begins with a key that it makes`() async throws {
    let scratch = try Scratch()
    let who = TestOffice.nobody.merging(
      ["ANJU_ROLE": "clerk", "ANJU_ACCOUNT": "li", "ANJU_OFFICE": "window 1"]
    ) { $1 }
    let made = try await Program.run(
      ["office", "init", "--master-key", "key", "--make-key"],
      environment: who,
      in: scratch.url
    )
    #expect(made.exitCode == 0)
    #expect(
      made.output
        == "made key, the master key: keep it apart from the journal and its backups, and do not "
        + "lose it\nmade office.anju, an empty journal\n"
    )
    let key = try String(contentsOf: scratch.url.appending(path: "key"), encoding: .utf8)
    let mode = try FileManager.default.attributesOfItem(
      atPath: scratch.url.appending(path: "key").path
    )
    #expect(mode[.posixPermissions] as? Int == 0o600)

    let person = "name: 陈志远\nidentity number: \"\(TestOffice.number)\"\n"
    let key1 = who.merging(["ANJU_MASTER_KEY": key]) { $1 }
    let call = ["office", "register", "-", "--key", "one", "--format", "json"]
    let first = try await Program.run(call, environment: key1, input: person, in: scratch.url)
    #expect(first.output.contains("\"person/registered\""))
    #expect(first.output.contains("\"wasRepeated\" : false"))
    let second = try await Program.run(call, environment: key1, input: person, in: scratch.url)
    #expect(second.exitCode == 0 && second.output.contains("\"wasRepeated\" : true"))
    let other = try await Program.run(
      ["office", "search", "chenzhiyuan", "--key-file", "key"],
      environment: who,
      in: scratch.url
    )
    #expect(other.output.contains("陈志远  1399•••••••••••••9  1990-03-07"))
    let verified = try await Program.run(["store", "verify"], environment: key1, in: scratch.url)
    #expect(verified.exitCode == 0 && verified.output.hasSuffix("sound\n"))
  }
}
