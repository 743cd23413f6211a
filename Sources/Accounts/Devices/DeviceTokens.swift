import FoundationEssentials

/// What a browser holds to show that people have signed in from it before, one text an account.
///
/// A stranger who types wrong passwords for a name makes that name wait; tries from a browser that
/// the account knows are counted apart, so that its owner is not kept out. Whoever takes such a text
/// gets no further than the same few tries.
package struct DeviceTokens: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// So many accounts a browser can be known to; with another one the oldest is let go.
  static let most = 5
  /// How long an account knows a browser that is not used, in milliseconds: a permit is endorsed
  /// once a year, and browsers keep no cookie longer.
  package static let lifetime: Int64 = 400 * .day

  let texts: [String]

  /// Reads what a browser sent; what can be no such text is left out.
  package init(_ cookie: String? = nil) {
    let parts = (cookie ?? "").split(separator: ".", maxSplits: Self.most).prefix(Self.most)
    texts = parts.map(String.init).filter(SecretToken.isToken)
  }

  init(texts: [String]) { self.texts = Array(texts.suffix(Self.most)) }

  /// What the browser is to hold.
  package var text: String { texts.joined(separator: ".") }

  /// Nothing: it is secret.
  package var description: String { "DeviceTokens(…)" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where tries for an account are counted: with everybody's, or apart.
struct TryPlace: Hashable, Sendable {
  /// Where strangers' are.
  let name: Data
  /// Where those of a browser are that the account knows.
  let device: Data?

  init(name: Data, device: Data? = nil) {
    self.name = name
    self.device = device
  }

  /// The place that counts.
  var index: Data { device ?? name }
}
