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

  /// Reads what an event tells; `nil` for other bytes.
  package init?(payload: [UInt8]) {
    let lines = String(decoding: payload, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    func value(_ line: Int, _ name: String) -> String? {
      guard lines.count > line, lines[line].hasPrefix(name + " ") else { return nil }
      return String(lines[line].dropFirst(name.count + 1))
    }
    guard let subject = value(0, "subject"), let reason = value(1, "reason"),
      let actor = value(2, "actor")
    else { return nil }
    self.init(subject: subject, reason: reason, actor: actor)
  }

  /// What the event tells.
  var payload: [UInt8] { Array("subject \(subject)\nreason \(reason)\nactor \(actor)\n".utf8) }

  /// Whether reason and actor are codes; anything longer might be about a person.
  var isSound: Bool {
    [reason, actor].allSatisfy { code in
      (1...120).contains(code.utf8.count)
        && code.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
  }
}
