import Crypto
import HTTPTypes

/// Whether a form came from this service's own pages.
///
/// Three things hold at once: the browser says by `Sec-Fetch-Site` or `Origin` that it did, the
/// session cookie does not come along from elsewhere (SameSite), and the form carries a token that
/// only a page of this session could tell.
enum CrossSite {
  /// The token of a session, or of a visitor who has not signed in.
  static func token(secret: [UInt8], key: SymmetricKey) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array("form".utf8) + secret, using: key)
    return code.prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Whether the browser says that the request comes from this service's own pages.
  static func isOwn(_ headers: HTTPFields, origin: String) -> Bool {
    if let site = headers[.secFetchSite], site != "same-origin" { return false }
    if let from = headers[.origin], from != origin { return false }
    return true
  }

  /// Whether the browser says that somebody came by a link of this service's own pages.
  ///
  /// Browsers that don't know `Sec-Fetch-Site` tell it by the page that they come from, which our
  /// pages let them tell to ourselves; who tells neither comes from nowhere known.
  static func isOwnLink(_ headers: HTTPFields, origin: String) -> Bool {
    if let site = headers[.secFetchSite] { return site == "same-origin" }
    return headers[.known("Referer")]?.hasPrefix(origin + "/") ?? false
  }

  /// Whether two tokens are the same, told in a time that does not depend on where they differ.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension Visit {
  /// Whether somebody came here by a link of our own pages.
  var isFromOwnPage: Bool { CrossSite.isOwnLink(headers, origin: origin) }
}

extension HTTPField.Name {
  static let secFetchSite = HTTPField.Name.known("Sec-Fetch-Site")
  static let forwardedFor = HTTPField.Name.known("X-Forwarded-For")

  /// A name that is one by its spelling; `Via`, which nothing here sends, if it were not.
  static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
