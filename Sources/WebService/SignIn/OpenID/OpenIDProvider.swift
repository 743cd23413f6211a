import Accounts
import FoundationEssentials
import JWTKit

/// A provider of OpenID Connect: where to send people, and whom it has vouched for.
///
/// What it says of itself and its keys are kept for an hour; a key that is not among them is asked
/// for again, once a minute at most.
package actor OpenIDProvider {
  private static let hour: Int64 = 3_600_000
  private static let minute: Int64 = 60_000

  private let settings: OpenIDSettings
  private let fetcher: any WebFetching
  private var metadata: (value: OpenIDMetadata, at: Int64)?
  private var keys: (value: OpenIDKeys, at: Int64)?

  /// A provider, of which nothing is asked until somebody wants to sign in by it.
  init(_ settings: OpenIDSettings, fetcher: any WebFetching) {
    self.settings = settings
    self.fetcher = fetcher
  }

  /// Where a person is sent to sign in.
  func address(
    _ trip: OpenIDTrip,
    back: String,
    language: String,
    at now: Int64
  ) async throws(OpenIDFault) -> String {
    let metadata = try await metadata(at: now)
    var fields = [
      (name: "response_type", value: "code"),
      (name: "client_id", value: settings.client),
      (name: "redirect_uri", value: back),
      (name: "scope", value: "openid"),
      (name: "state", value: trip.state),
      (name: "nonce", value: trip.nonce),
      (name: "code_challenge", value: trip.challenge),
      (name: "code_challenge_method", value: "S256"),
      (name: "ui_locales", value: language),
    ]
    if trip.isFresh { fields += [(name: "prompt", value: "login"), (name: "max_age", value: "0")] }
    let mark = metadata.authorization.contains("?") ? "&" : "?"
    return metadata.authorization + mark + Form(fields).urlEncoded
  }

  /// Whom the provider vouches for with a code.
  func identity(
    _ code: String,
    _ trip: OpenIDTrip,
    back: String,
    at now: Int64
  ) async throws(OpenIDFault) -> ProviderIdentity {
    let token = try IDToken(try await token(for: code, trip, back: back, at: now))
    var key = try await token.key(in: keys(at: now))
    if key == nil {
      // It may have changed its keys.
      key = try await token.key(in: keys(at: now, notOlderThan: Self.minute))
    }
    guard let key else { throw .unbelieved("key") }
    let expected = IDToken.Expectation(
      issuer: settings.issuer,
      client: settings.client,
      nonce: trip.nonce,
      now: now,
      isFresh: trip.isFresh
    )
    let subject = try await token.subject(by: key, expected)
    return ProviderIdentity(issuer: settings.issuer, subject: subject)
  }

  /// Whether an answer that names its issuer (RFC 9207) names this one.
  nonisolated func isOwn(issuer: String?) -> Bool {
    issuer == nil || issuer == settings.issuer
  }

  // MARK: What is asked

  private func token(
    for code: String,
    _ trip: OpenIDTrip,
    back: String,
    at now: Int64
  ) async throws(OpenIDFault) -> String {
    struct Answer: Decodable {
      let token: String?
      private enum CodingKeys: String, CodingKey {
        case token = "id_token"
      }
    }
    let metadata = try await metadata(at: now)
    var request = WebRequest(metadata.token)
    var fields = [
      (name: "grant_type", value: "authorization_code"),
      (name: "code", value: code),
      (name: "redirect_uri", value: back),
      (name: "code_verifier", value: trip.verifier),
    ]
    let methods = metadata.methods ?? ["client_secret_basic"]
    if let secret = settings.secret, methods.contains("client_secret_basic") {
      let both = "\(Form.escaped(settings.client)):\(Form.escaped(secret))"
      let basic = Data(both.utf8).base64EncodedString()
      request.headers.append((name: "Authorization", value: "Basic \(basic)"))
    } else {
      fields.append((name: "client_id", value: settings.client))
      if let secret = settings.secret { fields.append((name: "client_secret", value: secret)) }
    }
    request.form = Form(fields)
    let answer = try await ask(request)
    // The code may be spent, or another's.
    guard answer.status == 200 else { throw answer.status < 500 ? .denied : .unavailable }
    guard let value = try? JSONDecoder().decode(Answer.self, from: Data(answer.body)),
      let token = value.token
    else { throw .unavailable }
    return token
  }

  private func metadata(at now: Int64) async throws(OpenIDFault) -> OpenIDMetadata {
    if let metadata, (0..<Self.hour).contains(now - metadata.at) { return metadata.value }
    guard OpenIDMetadata.isSafe(settings.issuer) else { throw .unavailable }
    let base = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
    let value: OpenIDMetadata = try await read(base + "/.well-known/openid-configuration")
    guard value.isSound(for: settings.issuer) else { throw .unavailable }
    metadata = (value, now)
    return value
  }

  private func keys(
    at now: Int64,
    notOlderThan age: Int64 = OpenIDProvider.hour
  ) async throws(OpenIDFault) -> OpenIDKeys {
    if let keys, (0..<age).contains(now - keys.at) { return keys.value }
    let value: OpenIDKeys = try await read(try await metadata(at: now).keys)
    keys = (value, now)
    return value
  }

  private func read<Value: Decodable>(_ address: String) async throws(OpenIDFault) -> Value {
    let answer = try await ask(WebRequest(address))
    guard answer.status == 200,
      let value = try? JSONDecoder().decode(Value.self, from: Data(answer.body))
    else { throw .unavailable }
    return value
  }

  private func ask(_ request: WebRequest) async throws(OpenIDFault) -> WebAnswer {
    do { return try await fetcher.fetch(request) } catch { throw .unavailable }
  }
}
