/// One event to append.
package struct NewEvent: Sendable {
  /// What happened, such as `permit-issued`; it is never encrypted.
  package var type: String
  /// What it says, in the caller's own encoding.
  package var payload: [UInt8]
  /// Whose key encrypts the payload; `nil` for what says nothing about a person.
  package var subject: String?

  /// Creates an event.
  package init(type: String, payload: [UInt8], subject: String?) {
    self.type = type
    self.payload = payload
    self.subject = subject
  }
}
