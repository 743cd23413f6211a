/// A cookie as this service sets it: for this host only, out of scripts' reach, same-site.
package struct Cookie: Hashable, Sendable {
  /// The name, without the prefix that a secure address gives it.
  package let name: String
  /// The value; empty clears it.
  package let value: String
  /// The seconds that it lasts; `nil` until the browser closes.
  package let maxAge: Int?
  /// Whether it comes along when another site sends a person here by a link or, as a provider of
  /// sign-in does, back.
  package let isLax: Bool

  /// A cookie.
  package init(_ name: String, _ value: String, maxAge: Int? = nil, isLax: Bool = false) {
    self.name = name
    self.value = value
    self.maxAge = maxAge
    self.isLax = isLax
  }

  /// A cookie that takes one away.
  package static func clearing(_ name: String) -> Cookie { Cookie(name, "", maxAge: 0) }

  /// The name in the browser: over TLS with the prefix that binds it to the host.
  package static func browserName(_ name: String, isSecure: Bool) -> String {
    isSecure ? "__Host-anju-\(name)" : "anju-\(name)"
  }

  /// The header's value.
  package func header(isSecure: Bool) -> String {
    var text = "\(Self.browserName(name, isSecure: isSecure))=\(value); Path=/; HttpOnly"
    text += isLax ? "; SameSite=Lax" : "; SameSite=Strict"
    if isSecure { text += "; Secure" }
    if let maxAge { text += "; Max-Age=\(maxAge)" }
    return text
  }

  /// The value of a cookie in the header that a browser sends; of two with one name neither counts.
  package static func value(of name: String, in header: String, isSecure: Bool) -> String? {
    let prefix = browserName(name, isSecure: isSecure) + "="
    var found: String?
    for part in header.split(separator: ";") {
      let trimmed = part.drop { $0 == " " }
      guard trimmed.hasPrefix(prefix) else { continue }
      if found != nil { return nil }
      found = String(trimmed.dropFirst(prefix.count))
    }
    return found
  }
}
