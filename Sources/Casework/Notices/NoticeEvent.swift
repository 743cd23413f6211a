package import ExpressionLanguage

/// A notice that goes out to the person.
package enum NoticeEvent: Hashable, Sendable, Codable {
  /// Queued for sending; `key` names what it is about, so that it goes out once.
  case queued(notice: Notice)

  /// The name within `notice/`.
  var name: String { "queued" }
}

/// One notice: a receipt, a one-time notice, a decision, or a reminder before a date that hurts.
package struct Notice: Hashable, Sendable, Codable {
  /// What it is about, once for a file: `endorsement/2027-03-01/7`.
  package var key: String
  /// The heading.
  package var subject: Bilingual
  /// The text: what is the matter, until when, what to do, by which article, and the remedy where
  /// it is adverse; no identity number.
  package var text: Bilingual

  /// Creates a notice.
  package init(key: String, subject: Bilingual, text: Bilingual) {
    self.key = key
    self.subject = subject
    self.text = text
  }
}
