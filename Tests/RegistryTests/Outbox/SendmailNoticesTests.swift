import Casework
import ExpressionLanguage
import Foundation
import Registry
import Testing

struct SendmailNoticesTests {
  @Test func `a mail reaches the command whole, with its subject encoded`() async throws {
    let folder = try Folder()
    let command = try folder.command(
      "printf '%s ' \"$@\" > '\(folder.path)/words'; cat > '\(folder.path)/mail'"
    )
    let port = SendmailNotices(
      command: command,
      sender: "office@example.cn",
      gateway: "sms.example.cn"
    )
    try await port.send(.sample)
    let words = try String(contentsOfFile: "\(folder.path)/words", encoding: .utf8)
    #expect(words == "-t -i ")
    let mail = try String(contentsOfFile: "\(folder.path)/mail", encoding: .utf8)
    let lines = mail.components(separatedBy: "\r\n")
    #expect(lines.contains("To: <13900000000@sms.example.cn>"))
    #expect(lines.contains("Message-ID: <0123456789-1@example.cn>"))
    #expect(mail.utf8.allSatisfy { $0 < 128 } && lines.allSatisfy { $0.utf8.count <= 78 })
    let subject = try #require(lines.first { $0.hasPrefix("Subject: =?utf-8?B?") })
    let encoded = subject.dropFirst("Subject: =?utf-8?B?".count).dropLast(2)
    let start = try #require(Data(base64Encoded: String(encoded)))
    #expect(String(decoding: start, as: UTF8.self).hasPrefix("请签注居住证 / "))
    let parts = mail.components(separatedBy: "\r\n\r\n")
    let body = try #require(Data(base64Encoded: parts[1].components(separatedBy: "\r\n").joined()))
    #expect(String(decoding: body, as: UTF8.self).contains("The last day is 1 March."))
  }

  @Test func `a command that fails, hangs or is not there is a failure`() async throws {
    let folder = try Folder()
    for (script, limit) in [("exit 75", 5_000), ("exec sleep 600", 100), ("kill -9 $$", 5_000)] {
      let port = SendmailNotices(
        command: try folder.command(script),
        sender: "office@example.cn",
        gateway: "sms.example.cn",
        limit: .milliseconds(limit)
      )
      await #expect(throws: NoticeFailure.self, "\(script)") { try await port.send(.sample) }
    }
    let port = SendmailNotices(command: "/no/such", sender: "a@b", gateway: "c")
    await #expect(throws: NoticeFailure.self) { try await port.send(.sample) }
  }

  @Test func `a command that reads nothing does not end the office`() async throws {
    let folder = try Folder()
    let command = try folder.command("exec <&-; exit 0")
    let port = SendmailNotices(command: command, sender: "a@example.cn", gateway: "c.example.cn")
    var long = OutgoingNotice.sample
    long.notice.text.english = String(repeating: "Long. ", count: 100_000)
    try await port.send(long)
  }

  @Test func `nothing in a notice can add a header or another address`() async throws {
    let folder = try Folder()
    let command = try folder.command("cat > '\(folder.path)/mail'")
    let port = SendmailNotices(
      command: command,
      sender: "a@example.cn\r\nBcc: <x@y>",
      gateway: "sms.example.cn>\r\nBcc: <z@y"
    )
    var notice = OutgoingNotice.sample
    notice.notice.subject = Bilingual("One\r\nBcc: <w@y>", "一\r\n")
    try await port.send(notice)
    let mail = try String(contentsOfFile: "\(folder.path)/mail", encoding: .utf8)
    #expect(!mail.components(separatedBy: "\r\n").contains { $0.hasPrefix("Bcc") })
  }

  @Test func `without a phone there is nowhere to send it`() async throws {
    var notice = OutgoingNotice.sample
    notice.phone = nil
    let port = SendmailNotices(command: "/bin/true", sender: "a@b", gateway: "c")
    let asked = notice
    await #expect(throws: NoticeFailure.self) { try await port.send(asked) }
  }
}

extension Folder {
  /// A program that stands in for `sendmail`.
  ///
  /// Another process writes it: a file that this one has open for writing, even in a child that a
  /// test beside this one is just starting, cannot be run.
  func command(_ script: String) throws -> String {
    let path = "\(path)/sendmail"
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/sh")
    writer.arguments = ["-c", "printf '%s' \"$2\" > \"$1\" && chmod 755 \"$1\"", "sh", path]
    writer.arguments?.append("#!/bin/sh\n\(script)\n")
    try writer.run()
    writer.waitUntilExit()
    return path
  }
}
