import ArgumentParser
import ExpressionLanguage
import Registry

/// Sends the notices that wait in the outbox.
struct OfficeDeliver: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: "Send the notices that wait: into a folder, or by the system's sendmail.",
    discussion: "A notice is sent at least once; its file or message carries its name."
  )

  @OptionGroup var desk: DeskOptions

  @Option(name: .customLong("to-folder"), help: "The folder: a file for each notice.")
  var folder: String?

  @Option(
    name: .customLong("sendmail"),
    help: "The command that takes messages, such as /usr/sbin/sendmail."
  )
  var sendmail: String?

  @Option(help: "The address from which messages come.")
  var sender: String = "anju@localhost"

  @Option(help: "The domain that turns a phone's number into a message: NUMBER@GATEWAY.")
  var gateway: String = "localhost"

  @Option(help: "The most notices.")
  var limit: Int = 1_000

  func validate() throws {
    guard (folder == nil) != (sendmail == nil) else {
      throw ValidationError("give --to-folder or --sendmail")
    }
    guard limit > 0 else { throw ValidationError("--limit wants a number above 0") }
  }

  func run() async throws {
    try await OfficeSession.with(desk, isForAnybody: true) { session in
      if let folder { try PrivateFile.makeFolder(folder) }
      let report =
        if let folder {
          try await session.office.deliver(to: FolderNotices(folder: folder), limit: limit)
        } else {
          try await session.office.deliver(
            to: SendmailNotices(command: sendmail ?? "", sender: sender, gateway: gateway),
            limit: limit
          )
        }
      let words =
        desk.language == .chinese
        ? "已送出\(report.delivered)份，失败\(report.failed)份，待送\(report.waiting)份"
        : "sent \(report.delivered), failed \(report.failed), waiting \(report.waiting)"
      Console.write(words + "\n")
      if report.failed > 0 { throw ExitCode.failure }
    }
  }
}
