import Foundation
import TestSupport
import Testing

/// Notices on their way out.
@Suite struct OfficeDeliveryTests {
  private func submit(_ office: TestOffice) async throws {
    let file = try await office.register()
    let run = try await office.run(
      "2026-07-20",
      TestOffice.clerk,
      "submit",
      file,
      "--basis",
      "employment"
    )
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test func `a notice is put into a folder once, for its owner's eyes only`() async throws {
    let office = try await TestOffice()
    try await submit(office)
    let first = try await office.run("2026-07-20", [], "deliver", "--to-folder", "out")
    #expect(first.exitCode == 0 && first.output == "sent 1, failed 0, waiting 0\n")
    let folder = office.scratch.url.appending(path: "out")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    try #require(names.count == 1)
    let file = folder.appending(path: names[0]).path
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("To: \(TestOffice.phone)") && text.contains("Receipt, application 1"))
    #expect(text.contains("申请材料接收凭证") && !text.contains(TestOffice.number))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let second = try await office.run(
      "2026-07-20",
      [],
      "deliver",
      "--to-folder",
      "out",
      language: "zh"
    )
    #expect(second.output == "已送出0份，失败0份，待送0份\n")
  }

  @Test func `a notice goes through sendmail, and waits where that fails`() async throws {
    let office = try await TestOffice()
    try await submit(office)
    let failing = try office.scratch.file("failing", "#!/bin/sh\ncat > /dev/null\nexit 75\n")
    let mail = office.scratch.url.appending(path: "mail.txt").path
    let working = try office.scratch.file(
      "working",
      "#!/bin/sh\n(echo \"to: $*\"; cat) >> '\(mail)'\n"
    )
    chmod(failing, 0o755)
    chmod(working, 0o755)
    // What failed is tried again later, not at once.
    for (day, command) in [
      ("2026-07-20", failing), ("2026-07-22", office.scratch.url.path + "/absent"),
    ] {
      let run = try await office.run(day, [], "deliver", "--sendmail", command)
      #expect(run.exitCode == 1 && run.output == "sent 0, failed 1, waiting 1\n", "\(run.output)")
      #expect(!(run.output + run.errors).contains(TestOffice.phone))
    }
    let sent = try await office.run(
      "2026-07-24",
      [],
      "deliver",
      "--sendmail",
      working,
      "--gateway",
      "sms.example"
    )
    #expect(sent.exitCode == 0 && sent.output == "sent 1, failed 0, waiting 0\n", "\(sent.output)")
    let text = try String(contentsOfFile: mail, encoding: .utf8)
    #expect(text.contains("\(TestOffice.phone)@sms.example"))
    #expect(!text.contains(TestOffice.number))
  }
}
