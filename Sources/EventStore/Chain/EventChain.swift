import Crypto

/// The hash over everything up to an event.
///
/// It covers where, when and about whom, and a commitment to what was said, never the payload
/// itself: a payload can be destroyed and the chain still verifies.
enum EventChain {
  /// Where the chain starts.
  static let start = JournalHead(position: 0, hash: [UInt8](repeating: 0, count: 32))

  /// The hash up to `event`, which comes after what `previous` covers.
  static func hash(
    after previous: [UInt8],
    _ event: StoredEvent,
    commitment: [UInt8]
  ) -> [UInt8] {
    var text = ByteString(reserving: 320)
    text.write("anju event 1")
    text.write(previous)
    text.write(event.position)
    text.write(event.stream.text)
    text.write(event.version)
    text.write(event.type)
    text.write(event.recordedAt)
    text.write(event.subject)
    text.write(commitment)
    return Array(SHA256.hash(data: text.bytes))
  }

  /// What stands for a payload in the chain.
  ///
  /// With a salt that follows from a destroyed key, a payload can no longer be guessed from it.
  static func commitment(salt: [UInt8], payload: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    var front = ByteString(reserving: 64)
    front.write("anju payload 1")
    front.write(salt)
    hash.update(data: front.bytes)
    hash.update(data: payload)
    return Array(hash.finalize())
  }
}
