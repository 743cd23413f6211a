import Casework
import ExpressionLanguage
import FoundationEssentials
import Glibc

/// Sends each notice as a mail by the system's `sendmail` command.
///
/// Files hold phones and no mail addresses, so a mail goes to the phone's name at a gateway that
/// turns mails into short messages, such as `13900000000@sms.example.cn`.
package struct SendmailNotices: NoticePort {
  /// The name of the way.
  package let name = "sendmail"
  private let command: String
  private let sender: String
  private let gateway: String
  private let limit: Duration

  /// Sends by a command.
  ///
  /// - Parameters:
  ///   - command: The path of `sendmail`.
  ///   - sender: The address that mails come from.
  ///   - gateway: The domain that knows people by their phones.
  ///   - limit: How long the command may take.
  package init(
    command: String = "/usr/sbin/sendmail",
    sender: String,
    gateway: String,
    limit: Duration = .seconds(30)
  ) {
    self.command = command
    self.sender = sender
    self.gateway = gateway
    self.limit = limit
  }

  /// Sends a notice; the command has taken it when this returns.
  package func send(_ notice: OutgoingNotice) async throws(NoticeFailure) {
    guard let phone = notice.phone.flatMap(PhonesModel.plain) else {
      throw NoticeFailure("no phone is known to send it to")
    }
    let mail = MailMessage(notice, from: sender, to: "\(phone)@\(gateway)")
    let run = try MailCommand(path: command, arguments: ["-t", "-i"], limit: limit)
    try await run.finish(with: mail.bytes)
  }
}
