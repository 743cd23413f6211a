/// A person's data are to be destroyed, or were.
package struct Destruction: Hashable, Sendable {
  /// The type of the event that tells of it, in the stream `StreamID.destructions`.
  package static let type = "subject-destroyed"

  /// Whose data.
  package var subject: String
  /// Why, as a code.
  package var reason: String
  /// Who ordered it, as an opaque name.
  package var actor: String

  /// Creates an order.
  package init(subject: String, reason: String, actor: String) {
    self.subject = subject
    self.reason = reason
    self.actor = actor
  }
}
