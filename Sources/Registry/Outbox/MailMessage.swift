import Casework
import ExpressionLanguage
import FoundationEssentials

/// One mail as RFC 5322 has it, in UTF-8 that any server carries: all of it is ASCII on the way.
struct MailMessage {
  let bytes: [UInt8]

  init(_ notice: OutgoingNotice, from sender: String, to recipient: String) {
    let subject = notice.notice.subject
    let text = "\(notice.notice.text.chinese)\r\n\r\n\(notice.notice.text.english)\r\n"
    let body = MailMessage.lines(of: Array(text.utf8))
    let domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
    let headers = [
      "From: <\(MailMessage.plain(sender))>",
      "To: <\(MailMessage.plain(recipient))>",
      "Subject: \(MailMessage.encoded("\(subject.chinese) / \(subject.english)"))",
      // The same name however often it is sent, so that a repeated mail can be told.
      "Message-ID: <\(notice.id)@\(MailMessage.plain(domain))>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "Auto-Submitted: auto-generated",
    ]
    bytes = Array((headers + ["", body, ""]).joined(separator: "\r\n").utf8)
  }

  /// A text as encoded words of RFC 2047, each at most 75 characters long, on lines of their own.
  static func encoded(_ text: String) -> String {
    var words: [String] = []
    var chunk: [UInt8] = []
    for character in text {
      let next = Array(String(character).utf8)
      // 45 bytes make 60 letters of Base64, with 12 around them; no character is cut in two.
      if chunk.count + next.count > 45, !chunk.isEmpty {
        words.append(word(chunk))
        chunk = []
      }
      chunk += next
    }
    if !chunk.isEmpty { words.append(word(chunk)) }
    return words.joined(separator: "\r\n ")
  }

  private static func word(_ bytes: [UInt8]) -> String {
    "=?utf-8?B?\(Data(bytes).base64EncodedString())?="
  }

  /// Base64 in lines of 76.
  private static func lines(of bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count, by: 57).map { start in
      Data(bytes[start..<min(start + 57, bytes.count)]).base64EncodedString()
    }.joined(separator: "\r\n")
  }

  /// A header's value without anything that could begin another header.
  private static func plain(_ text: String) -> String {
    String(
      decoding: text.utf8.filter { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E },
      as: UTF8.self
    )
  }
}
