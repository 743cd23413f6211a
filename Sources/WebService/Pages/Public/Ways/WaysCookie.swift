import Crypto
import FoundationEssentials

/// Keeps a visitor's answers in the visitor's own browser, sealed, until it is closed.
///
/// The seal (AES-GCM) keeps whoever looks at the cookie from reading them, and anybody from
/// changing them. What can't be opened, being of another key or form, counts as no answers at all.
struct WaysCookie {
  /// The name of the first cookie; further ones have a number behind it.
  static let name = "ways"
  /// The most characters of one cookie.
  private static let mostCharacters = 3_700
  /// The most cookies; a browser sends no more than a few kilobytes of them gladly.
  private static let mostCookies = 3

  /// The answers take more room than a browser gives.
  struct TooLarge: Error {}

  private let visit: Visit

  init(_ visit: Visit) { self.visit = visit }

  /// The answers that the browser sent; none where it sent none that can be read.
  var answers: WaysAnswers {
    var text = ""
    for number in 0..<Self.mostCookies {
      guard let part = value(number) else { break }
      text += part
    }
    guard !text.isEmpty, let bytes = Data(base64URL: text),
      let box = try? AES.GCM.SealedBox(combined: bytes),
      let opened = try? AES.GCM.open(box, using: key),
      let plain = String(validating: opened, as: UTF8.self)
    else { return WaysAnswers() }
    return WaysAnswers(text: plain) ?? WaysAnswers()
  }

  /// A reply after which the browser holds these answers.
  ///
  /// - Throws: `TooLarge`.
  func keeping(_ answers: WaysAnswers, _ reply: Reply) throws -> Reply {
    guard let sealed = try AES.GCM.seal(Array(answers.text.utf8), using: key).combined else {
      throw TooLarge()
    }
    var rest = sealed.base64URL[...]
    guard rest.utf8.count <= Self.mostCharacters * Self.mostCookies else { throw TooLarge() }
    var reply = reply
    for number in 0..<Self.mostCookies {
      let part = rest.prefix(Self.mostCharacters)
      rest = rest.dropFirst(Self.mostCharacters)
      if !part.isEmpty {
        reply = reply.setting(Cookie(Self.name(number), String(part)))
      } else if value(number) != nil {
        reply = reply.setting(.clearing(Self.name(number)))
      }
    }
    return reply
  }

  /// A reply after which the browser holds none.
  func clearing(_ reply: Reply) -> Reply {
    (0..<Self.mostCookies).reduce(reply) { reply, number in
      value(number) == nil ? reply : reply.setting(.clearing(Self.name(number)))
    }
  }

  /// A key of its own: what is sealed here opens nothing elsewhere.
  private var key: SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: visit.service.sealKey,
      info: Array("ways".utf8),
      outputByteCount: 32
    )
  }

  private static func name(_ number: Int) -> String {
    number == 0 ? name : "\(name)-\(number + 1)"
  }

  private func value(_ number: Int) -> String? {
    let isSecure = visit.service.settings.isSecure
    return Cookie.value(of: Self.name(number), in: visit.cookies, isSecure: isSecure)
  }
}

extension Data {
  /// Base64 as it may stand in an address or a cookie.
  fileprivate var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  /// Reads the same.
  fileprivate init?(base64URL text: String) {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    self.init(
      base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + padding
    )
  }
}
