import Crypto
import FoundationEssentials

/// What a session's forms prove that they come from it.
struct CSRFSecret: Hashable, Sendable {
  private let bytes: [UInt8]

  /// Follows from the session's token, so it changes when the token does.
  init(_ vault: AccountVault, sessionHash: Data) {
    bytes = Array(vault.index("csrf", Array(sessionHash)))
  }

  /// The secret under a mask of random bytes, and the mask.
  func makeToken() -> String {
    let mask = SymmetricKey(size: .bits256).bytes
    return SecretToken.text(Data(mask + zip(mask, bytes).map { $0 ^ $1 }))
  }

  func accepts(_ token: String) -> Bool {
    guard token.utf8.count <= 100, let data = SecretToken.data(token), data.count == 64 else {
      return false
    }
    let both = Array(data)
    return areSame(zip(both[..<32], both[32...]).map { $0 ^ $1 }, bytes)
  }
}
