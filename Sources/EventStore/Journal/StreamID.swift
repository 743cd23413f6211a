/// The name of a stream: all events of one subject, in order, such as `resident/7q2m…`.
///
/// It is never encrypted and stays after a destruction, so it must be an opaque name.
package struct StreamID: Hashable, Sendable {
  /// The stream that tells of destructions; only the store adds to it.
  package static let destructions = StreamID(sound: "store/destructions")

  /// The name: lower-case ASCII letters, digits, `-`, `_` and `/`, 1 to 120 bytes.
  package let text: String

  /// Creates a name; `nil` for any other characters or length.
  package init?(_ text: String) {
    let isSound = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    guard isSound, (1...120).contains(text.utf8.count) else { return nil }
    self.text = text
  }

  private init(sound text: String) { self.text = text }
}
