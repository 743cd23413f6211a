package import Casework
package import ExpressionLanguage

/// A notice on its way to a person.
package struct OutgoingNotice: Hashable, Sendable {
  /// Its name, the same however often it is sent: `<file>-<number>`.
  package var id: String
  /// Whose.
  package var resident: ResidentID
  /// The person's phone, if one is known.
  package var phone: String?
  /// The legal date on which it was queued.
  package var on: CivilDate
  /// What it says.
  package var notice: Notice

  /// Creates a notice.
  package init(
    id: String,
    resident: ResidentID,
    phone: String?,
    on: CivilDate,
    notice: Notice
  ) {
    self.id = id
    self.resident = resident
    self.phone = phone
    self.on = on
    self.notice = notice
  }
}

/// A way by which notices leave the office.
///
/// One notice may be handed over more than once, when the office was interrupted before it could
/// record that it went out; its `id` tells.
package protocol NoticePort: Sendable {
  /// The name of the way, as the journal keeps it, such as `folder`.
  var name: String { get }

  /// Hands a notice over; it is out when this returns.
  ///
  /// - Throws: `NoticeFailure`.
  func send(_ notice: OutgoingNotice) async throws(NoticeFailure)
}

/// Why a notice did not go out; no personal data.
package struct NoticeFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why.
  package var description: String

  /// Creates a failure.
  package init(_ why: String) { description = why }
}
