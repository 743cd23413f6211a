import Registry
import Crypto
import FoundationEssentials

/// What a browser keeps, sealed, while its person is away at the provider.
///
/// What comes back is believed only in the browser that set out, within ten minutes.
struct OpenIDTrip: Codable, Sendable {
  /// Why the person went.
  enum Purpose: String, Codable, Sendable {
    case signIn = "sign in"
    case bind
  }

  static let cookie = "openid"
  private static let seconds = 600

  /// Told to the provider, and back by it.
  let state: String
  /// Told to the provider, and signed by it.
  let nonce: String
  /// Told to the provider as its hash, and itself with the code.
  let verifier: String
  let purpose: Purpose
  /// The account to bind, where that is why.
  let account: String?
  let next: String?
  /// Whether the provider must ask for the password anew.
  let isFresh: Bool
  /// Until when it is good, in milliseconds since 1970.
  let until: Int64

  init(_ purpose: Purpose, account: String?, next: String?, isFresh: Bool, at now: Int64) {
    state = Base64Text.random()
    nonce = Base64Text.random()
    verifier = Base64Text.random()
    self.purpose = purpose
    self.account = account
    self.next = next
    self.isFresh = isFresh
    until = now + Int64(Self.seconds) * 1_000
  }

  /// The hash that the provider compares the verifier with (RFC 7636, S256).
  var challenge: String { Base64Text.text(SHA256.hash(data: Data(verifier.utf8))) }

  /// What the browser keeps.
  func cookie(_ key: SymmetricKey) throws -> Cookie {
    let box = try AES.GCM.seal(JSONEncoder().encode(self), using: Self.key(key))
    guard let sealed = box.combined else { throw Fault.broken }
    return Cookie(Self.cookie, Base64Text.text(sealed), maxAge: Self.seconds, isLax: true)
  }

  /// Reads what the browser kept.
  ///
  /// - Returns: `nil` for what was not sealed here, or is over.
  init?(_ visit: Visit) {
    let isSecure = visit.service.settings.isSecure
    guard
      let text = Cookie.value(of: Self.cookie, in: visit.cookies, isSecure: isSecure),
      let bytes = Base64Text.bytes(text), let box = try? AES.GCM.SealedBox(combined: bytes),
      let opened = try? AES.GCM.open(box, using: Self.key(visit.service.sealKey)),
      let trip = try? JSONDecoder().decode(OpenIDTrip.self, from: opened),
      visit.office.now.milliseconds < trip.until
    else { return nil }
    self = trip
  }

  /// A key of its own: what is sealed here opens nothing elsewhere.
  private static func key(_ key: SymmetricKey) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key,
      info: Array("openid".utf8),
      outputByteCount: 32
    )
  }
}
