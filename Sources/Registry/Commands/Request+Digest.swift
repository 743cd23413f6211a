import Casework
import EventStore

extension Request {
  private struct Content: Codable {
    var command: Command
    var resident: ResidentID?
    var actor: Actor
    var purpose: Purpose
  }

  /// A digest by which the store sees whether a key comes back with another request.
  ///
  /// It stays when a person's data are destroyed, so it is made with the store's own key: without
  /// that nobody can try out what it was made of.
  func digest(_ reader: any JournalReader) throws -> [UInt8] {
    if key == nil { return [] }
    let content = Content(command: command, resident: resident, actor: actor, purpose: purpose)
    let text = String(decoding: try StoredJSON.encode(content), as: UTF8.self)
    return reader.blindIndex(text, purpose: "request")
  }
}
