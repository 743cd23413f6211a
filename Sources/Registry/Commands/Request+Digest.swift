import Casework
import EventStore

extension Request {
  /// What the store recognises a request by when it comes again.
  struct Mark: Sendable {
    var key: String?
    var digest: [UInt8] = []
  }

  private struct Content: Codable {
    var command: Command
    var resident: ResidentID?
    var actor: Actor
    var purpose: Purpose
  }

  /// The mark under which the store keeps the request's key and sees whether it comes back with
  /// another request.
  ///
  /// Both are made with the store's own key: without that nobody can try out what they were made
  /// of, whatever a sender took for a key.
  func mark(_ store: any OfficeStore) throws -> Mark {
    guard let key else { return Mark() }
    let content = Content(command: command, resident: resident, actor: actor, purpose: purpose)
    let text = String(decoding: try PayloadEncoder.encode(content), as: UTF8.self)
    return Mark(
      key: Hexadecimal.text(store.blindIndex(key, purpose: "request key")),
      digest: store.blindIndex(text, purpose: "request")
    )
  }
}
