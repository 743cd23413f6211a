import Registry
import Crypto
import ExpressionLanguage
import Foundation
import Synchronization
import WebService

/// A provider of OpenID Connect in this process, which may lie in one way at a time.
final class FakeProvider: WebFetching {
  static let settings = OpenIDSettings(
    issuer: "https://id.example",
    client: "anju",
    secret: "a secret of the tests only",
    nameEnglish: "Test sign-on",
    nameChinese: "测试身份认证"
  )

  /// What it may lie about.
  enum Lie: String, CaseIterable, Sendable {
    case nonce, noNonce, audience, twoAudiences, party, issuer, expired, future, old, noSubject
    case unsigned, secretAsKey, otherKey, signature, key, critical, noToken, nonsense, refused,
      broken
    case metadataIssuer, plainAddress, noChallenge
  }

  private struct State {
    var lie: Lie?
    var subject = "zhou"
    var asked: [String: String] = [:]
    var spent: Set<String> = []
    var exchanges = 0
    var fetched: [String: Int] = [:]
    var key = P256.Signing.PrivateKey()
    var kid = "first"
  }

  private let state = Mutex(State())
  private let clock: Mutex<(@Sendable () -> Int64)?> = Mutex(nil)

  /// What it lies about now.
  var lie: Lie? {
    get { state.withLock { $0.lie } }
    set { state.withLock { $0.lie = newValue } }
  }

  /// Whom it vouches for.
  var subject: String {
    get { state.withLock { $0.subject } }
    set { state.withLock { $0.subject = newValue } }
  }

  /// How many codes were exchanged or tried to be.
  var exchanges: Int { state.withLock { $0.exchanges } }

  /// How often anything was asked of it.
  var fetches: Int { state.withLock { $0.fetched.values.reduce(0, +) } }

  /// How often its keys were asked for.
  var askedForKeys: Int { state.withLock { $0.fetched["/keys"] ?? 0 } }

  /// Takes the time from the service's clock.
  func follow(_ clock: HandClock) {
    self.clock.withLock { $0 = { clock.moment.milliseconds } }
  }

  /// Signs with another key from now on.
  func rotate() {
    state.withLock { state in
      state.key = P256.Signing.PrivateKey()
      state.kid = "second"
    }
  }

  /// Lets somebody in at once.
  ///
  /// - Returns: The path that they come back to.
  func signIn(at address: String) -> String {
    let query = address.split(separator: "?", maxSplits: 1).last.map(String.init) ?? ""
    var asked: [String: String] = [:]
    for field in Form(urlEncoded: query.utf8)?.fields ?? [] { asked[field.name] = field.value }
    let code = UUID().uuidString
    state.withLock { $0.asked = asked }
    let back = URL(string: asked["redirect_uri"] ?? "")?.path ?? ""
    let fields = Form([(name: "code", value: code), (name: "state", value: asked["state"] ?? "")])
    return back + "?" + fields.urlEncoded
  }

  func fetch(_ request: WebRequest) async throws -> WebAnswer {
    let path = URL(string: request.url)?.path ?? ""
    state.withLock { $0.fetched[path, default: 0] += 1 }
    switch path {
    case "/.well-known/openid-configuration": return metadata
    case "/keys": return keys
    case "/token": return try tokens(request)
    default: return WebAnswer(status: 404, body: [])
    }
  }

  // MARK: What it answers

  private var metadata: WebAnswer {
    let issuer = "https://id.example"
    return json([
      "issuer": lie == .metadataIssuer ? "https://other.example" : issuer,
      "authorization_endpoint": issuer + "/authorize",
      "token_endpoint": (lie == .plainAddress ? "http://id.example" : issuer) + "/token",
      "jwks_uri": issuer + "/keys",
      "code_challenge_methods_supported": lie == .noChallenge ? ["plain"] : ["S256"],
    ])
  }

  private var keys: WebAnswer {
    let (key, kid) = state.withLock { ($0.key, $0.kid) }
    let bytes = Array(key.publicKey.x963Representation)
    return json([
      "keys": [
        ["kty": "unheard of", "kid": "odd"],
        [
          "kty": "EC", "crv": "P-256", "kid": kid, "use": "sig",
          "x": Self.text(bytes[1..<33]), "y": Self.text(bytes[33...]),
        ],
      ]
    ])
  }

  private func tokens(_ request: WebRequest) throws -> WebAnswer {
    let form = request.form ?? Form()
    let verifier = Self.text(SHA256.hash(data: Data((form["code_verifier"] ?? "").utf8)))
    let isGood = state.withLock { state in
      state.exchanges += 1
      return state.asked["code_challenge"] == verifier
        && state.asked["redirect_uri"] == form["redirect_uri"]
        && state.spent.insert(form["code"] ?? "").inserted
    }
    let secret = Data("anju:a%20secret%20of%20the%20tests%20only".utf8).base64EncodedString()
    let isOurs = request.headers.contains {
      $0.name == "Authorization" && $0.value == "Basic \(secret)"
    }
    guard isGood, isOurs, lie != .refused else { return json(["error": "invalid_grant"], 400) }
    switch lie {
    case .noToken: return json(["access_token": "x"])
    case .nonsense: return WebAnswer(status: 200, body: Array("<html>".utf8))
    case .broken: return WebAnswer(status: 500, body: [])
    default: return json(["access_token": "x", "id_token": try token()])
    }
  }

  private func token() throws -> String {
    let (asked, subject, kid, own) = state.withLock { ($0.asked, $0.subject, $0.kid, $0.key) }
    let now = (clock.withLock { $0 }?() ?? 0) / 1_000
    var claims: [String: Any] = [
      "iss": "https://id.example", "aud": "anju", "sub": subject, "iat": now, "exp": now + 60,
      "nonce": asked["nonce"] ?? "",
    ]
    if asked["max_age"] != nil { claims["auth_time"] = now }
    var header: [String: Any] = ["alg": "ES256", "kid": kid]
    var key = own
    switch lie {
    case .nonce: claims["nonce"] = "another"
    case .noNonce: claims["nonce"] = nil
    case .audience: claims["aud"] = "another"
    case .twoAudiences: claims["aud"] = ["anju", "another"]
    case .party: claims["azp"] = "another"
    case .issuer: claims["iss"] = "https://other.example"
    case .expired: (claims["iat"], claims["exp"]) = (now - 300, now - 120)
    case .future: (claims["iat"], claims["exp"]) = (now + 300, now + 600)
    case .old: (claims["iat"], claims["exp"]) = (now - 3_600, now + 600)
    case .noSubject: claims["sub"] = ""
    case .unsigned: header = ["alg": "none"]
    case .secretAsKey: header = ["alg": "HS256"]
    case .otherKey: key = P256.Signing.PrivateKey()
    case .key: header["kid"] = "nobody's"
    case .critical: header["crit"] = ["exp"]
    default: break
    }
    let text = try Self.text(Self.bytes(header)) + "." + Self.text(Self.bytes(claims))
    switch lie {
    case .unsigned: return text + "."
    case .secretAsKey:
      let secret = SymmetricKey(data: Data((Self.settings.secret ?? "").utf8))
      return text + "."
        + Self.text(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: secret))
    case .signature:
      return try text + "." + Self.text(key.signature(for: Data("x".utf8)).rawRepresentation)
    default:
      return try text + "." + Self.text(key.signature(for: Data(text.utf8)).rawRepresentation)
    }
  }

  private func json(_ value: [String: Any], _ status: Int = 200) -> WebAnswer {
    WebAnswer(status: status, body: (try? Self.bytes(value)) ?? [])
  }

  private static func bytes(_ value: [String: Any]) throws -> [UInt8] {
    try Array(JSONSerialization.data(withJSONObject: value))
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }
}
