import FoundationEssentials
import Policy
import Accounts
import Casework
import ExpressionLanguage
import HTTPTypes
import JWTKit
import Registry

/// *May this holder …?*, for agencies' programs that sign who they are.
enum AgencyOperations {
  static let all: [APIOperation] = [
    APIOperation(
      id: "getAccessToken",
      method: .post,
      path: "/api/v1/token",
      audience: .everyone,
      words: Bilingual(
        "An access token of ten minutes for an assertion signed by the agency (RFC 7523, ES256).",
        "凭用证单位签名的声明（RFC 7523，ES256）换取十分钟有效的访问令牌。"
      ),
      body: APISchema.object([
        "grant_type": ["const": "client_credentials"],
        "client_assertion_type": [
          "const": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        ],
        "client_assertion": APISchema.string, "scope?": APISchema.string,
      ]),
      bodyType: "application/x-www-form-urlencoded",
      reasons: [
        400: Bilingual(
          "`error` says invalid_request, unsupported_grant_type or invalid_scope (RFC 6749, 5.2)",
          "`error` 为 invalid_request、unsupported_grant_type 或 invalid_scope（RFC 6749 第 5.2 节）"
        ),
        401: Bilingual(
          "the assertion is not believed: `error` says invalid_client",
          "声明不予采信：`error` 为 invalid_client"
        ),
      ],
      success: .init(
        words: Bilingual("the token", "令牌"),
        schema: APISchema.object([
          "access_token": APISchema.string, "token_type": APISchema.string,
          "expires_in": APISchema.integer, "scope": APISchema.string,
        ])
      ),
      handler: token
    ),
    APIOperation(
      id: "askEntitlement",
      method: .post,
      path: "/api/v1/entitlements",
      audience: .client(scope: ""),
      words: Bilingual(
        "Whether the holder of a number may have a service: yes, no, suspended or unknown.",
        "某证件号码的持证人能否享有某项服务：是、否、中止或未知。"
      ),
      body: APISchema.object(["number": APISchema.string, "service": APISchema.string]),
      success: .init(
        words: Bilingual("the answer, with its reason and how long it holds", "答复、理由和有效期"),
        schema: APISchema.object([
          "service": APISchema.string,
          "answer": APISchema.choice(["yes", "no", "suspended", "unknown"]),
          "reason": APISchema.bilingual, "article?": APISchema.bilingual,
          "standing?": APISchema.choice(["enacted", "reported", "sample"]),
          "validUntil?": APISchema.day, "on": APISchema.day,
        ])
      ),
      handler: ask
    ),
  ]

  // MARK: The token

  /// What an assertion says (RFC 7523).
  private struct Assertion: JWTPayload {
    var iss: String
    var sub: String
    var aud: AudienceClaim
    var exp: ExpirationClaim
    var jti: String

    /// Times are held against the office's clock, where the token is taken.
    func verify(using algorithm: some JWTAlgorithm) throws {}
  }

  private struct Token: Encodable {
    var access_token: String
    var token_type = "Bearer"
    var expires_in: Int
    var scope: String
  }

  private static let token: Route.Handler = { visit in
    let media = (visit.headers[.contentType] ?? "").split(separator: ";").first ?? ""
    guard media.lowercased() == "application/x-www-form-urlencoded" else { throw Fault.wrongType }
    let form = Form(urlEncoded: visit.body)
    if let type = form?["grant_type"], type != "client_credentials" {
      throw TokenFault.grantType.error
    }
    guard let form, form["grant_type"] != nil,
      form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      let assertion = form["client_assertion"], assertion.utf8.count <= 4_096
    else { throw TokenFault.request.error }
    let token: AccessToken
    do {
      let client = try await signer(of: assertion, visit)
      let scopes = (form["scope"] ?? "").split(separator: " ").map(String.init)
      token = try await visit.service.accounts.makeAccessToken(
        for: client,
        scopes: scopes,
        from: NetworkAddress(visit.address)
      )
    } catch Fault.signInNeeded {
      throw TokenFault.client.error
    } catch let fault as AccountFault where fault == .client(.scope) {
      throw TokenFault.scope(fault.text).error
    }
    let now = visit.office.now.milliseconds
    return try APIBody.answer(
      Token(
        access_token: token.text,
        expires_in: max(0, Int((token.expiresAt - now) / 1_000)),
        scope: token.scopes.joined(separator: " ")
      )
    )
  }

  /// The client that signed an assertion; one is taken once.
  ///
  /// - Throws: `Fault.signInNeeded` whatever is wrong with it: nobody is told which, but the log of
  ///   security is.
  private static func signer(of assertion: String, _ visit: Visit) async throws -> String {
    let said = try? DefaultJWTParser().parse(Array(assertion.utf8), as: Assertion.self)
    do {
      guard let said, said.header.alg == "ES256", let kid = said.header.kid,
        said.payload.iss == said.payload.sub
      else { throw AssertionFault.unreadable }
      let proved = try await proved(assertion, of: said.payload.iss, kid, visit)
      let expiry = try checked(proved, visit)
      let isFirst = try await visit.service.accounts.spend(
        jti: proved.jti,
        of: proved.iss,
        until: expiry
      )
      guard isFirst else { throw Fault.signInNeeded }
      return proved.iss
    } catch let fault as AssertionFault {
      try await visit.service.accounts.noteWrongAssertion(
        fault,
        of: said?.payload.iss,
        from: visit.networkAddress
      )
      throw Fault.signInNeeded
    }
  }

  /// What an assertion says, once the client's key has proved it.
  private static func proved(
    _ assertion: String,
    of name: String,
    _ kid: String,
    _ visit: Visit
  ) async throws -> Assertion {
    guard let client = try await visit.service.accounts.client(name) else {
      throw AssertionFault.nobody
    }
    guard client.state == .active else { throw AssertionFault.shut }
    guard let key = client.key(kid, at: visit.office.now.milliseconds) else {
      throw AssertionFault.key
    }
    let keys = JWTKeyCollection()
    do {
      await keys.add(ecdsa: try ES256PublicKey(backing: key))
      return try await keys.verify(assertion, as: Assertion.self)
    } catch { throw AssertionFault.signature }
  }

  /// The end of an assertion that is meant for this service and this moment.
  private static func checked(
    _ assertion: Assertion,
    _ visit: Visit
  ) throws(AssertionFault) -> Int64 {
    let now = visit.office.now.milliseconds
    let isForUs = assertion.aud.value.contains {
      $0 == visit.origin || $0 == visit.origin + "/api/v1/token"
    }
    guard isForUs else { throw .audience }
    // A number of no sense is no time.
    let seconds = assertion.exp.value.timeIntervalSince1970
    guard let expiry = Int64(exactly: (seconds * 1_000).rounded()), expiry > now,
      expiry <= now + 10 * 60_000
    else { throw .times }
    guard !assertion.jti.isEmpty, assertion.jti.count <= 100 else { throw .unreadable }
    return expiry
  }

  // MARK: The question

  private struct Asked: Decodable {
    var number: String
    var service: String
  }

  private struct Answer: Encodable {
    var service: String
    var answer: Entitlement.Answer
    var reason: Bilingual
    var article: Bilingual?
    var standing: String?
    var validUntil: CivilDate?
    var on: CivilDate
  }

  private static let ask: Route.Handler = { visit in
    guard let grant = visit.grant else { throw Fault.signInNeeded }
    let asked = try APIBody.read(Asked.self, visit, only: ["number", "service"])
    guard grant.scopes.contains(asked.service) else { throw Fault.notAllowed }
    guard let number = IdentityNumber(asked.number) else {
      throw Fault.malformed(Bilingual("that is no citizen's number", "公民身份号码不正确"))
    }
    let day = visit.office.today
    guard let resident = try await visit.office.find(number) else {
      return try APIBody.answer(
        Answer(
          service: asked.service,
          answer: .unknown,
          reason: Bilingual("the office can't tell", "无法确定"),
          article: nil,
          standing: nil,
          validUntil: nil,
          on: day
        )
      )
    }
    let entitlement = try await visit.office.entitlement(
      of: resident,
      to: asked.service,
      by: grant.actor,
      for: .service
    )
    return try APIBody.answer(
      Answer(
        service: asked.service,
        answer: entitlement.answer,
        reason: entitlement.reason,
        article: entitlement.citation.article,
        standing: entitlement.citation.standing.word,
        validUntil: entitlement.validUntil,
        on: day
      )
    )
  }
}
