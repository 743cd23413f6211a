import MadeUpPeople
import Registry
import Accounts
import Casework
import Crypto
import Foundation
import Testing

/// *May this holder …?*, as an agency's program asks.
struct AgencyTests {
  private let fixture: ServiceFixture
  private let key = P256.Signing.PrivateKey()

  init() async throws {
    fixture = try await ServiceFixture()
    let now = fixture.clock.moment.milliseconds
    let accounts = fixture.accounts
    _ = try await accounts.registerClient(
      "school",
      name: "School",
      office: "school",
      services: ["compulsory-education"],
      by: nil
    )
    try await accounts.addKey(
      [UInt8](key.publicKey.x963Representation),
      named: "k1",
      valid: now - 1_000..<now + 86_400_000,
      to: "school",
      by: nil
    )
  }

  private func assertion(
    jti: String = UUID().uuidString,
    audience: String = "http://localhost/api/v1/token",
    after seconds: Double = 60,
    header: String = #"{"alg":"ES256","kid":"k1"}"#,
    client: String = "school"
  ) throws -> String {
    let expiry = (Double(fixture.clock.moment.milliseconds) / 1_000 + seconds).rounded(.down)
    let payload = """
      {"iss":"\(client)","sub":"\(client)","aud":"\(audience)","exp":\(expiry),"jti":"\(jti)"}
      """
    let signed = Self.text(Data(header.utf8)) + "." + Self.text(Data(payload.utf8))
    let signature = try key.signature(for: Data(signed.utf8)).rawRepresentation
    return signed + "." + Self.text(signature)
  }

  private static func text(_ data: Data) -> String {
    data.base64EncodedString().filter { $0 != "=" }
      .map { $0 == "+" ? "-" : $0 == "/" ? "_" : String($0) }.joined()
  }

  private func token(
    _ door: Door,
    _ assertion: String,
    scope: String = "",
    type: String = "client_credentials"
  ) async throws -> Program.Answer {
    try await door.program().post(
      "/api/v1/token",
      "grant_type=\(type)&client_assertion_type="
        + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
        + "&client_assertion=\(assertion)" + (scope.isEmpty ? "" : "&scope=\(scope)"),
      type: "application/x-www-form-urlencoded"
    )
  }

  @Test func `an agency asks about its service, and about no other`() async throws {
    let file = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: file)
    let number = try #require(
      try await fixture.office.file(
        file,
        by: Actor(account: "clerk-1", role: .clerk, office: "window 1"),
        for: .casework
      ).file.person.identity?.number.text
    )
    try await fixture.open { door in
      var program = door.program()
      program.token = try await token(door, try assertion()).text("access_token")
      let path = "/api/v1/entitlements"
      let asked = #"{"number": "\#(number)", "service": "compulsory-education"}"#
      let answer = try await program.post(path, asked)
      #expect(answer.status == 200)
      #expect(["yes", "unknown"].contains(answer.text("answer")))
      #expect(answer.fields["reason"] != nil && answer.text("on") != nil)
      let nobody = Identity.madeUp(77).number.text
      let stranger = #"{"number": "\#(nobody)", "service": "compulsory-education"}"#
      #expect(try await program.post(path, stranger).text("answer") == "unknown")
      let other = #"{"number": "\#(number)", "service": "library-card"}"#
      #expect(try await program.post(path, other).status == 403)
      let bad = #"{"number": "1", "service": "compulsory-education"}"#
      #expect(try await program.post(path, bad).status == 400)
      #expect(try await door.program().post(path, asked).status == 401)
    }
  }

  @Test func `an assertion that is not right gets no token, nor one sent twice`() async throws {
    try await fixture.open { door in
      let once = try assertion()
      #expect(try await token(door, once).status == 200)
      #expect(try await token(door, once).status == 401)
      let none = try assertion(header: #"{"alg":"none","kid":"k1"}"#)
      let wrong = [
        try assertion(audience: "http://elsewhere/"), try assertion(after: -60),
        try assertion(after: 86_400), try assertion(header: #"{"alg":"ES256","kid":"k2"}"#), none,
        "x.y.z",
      ]
      for text in wrong { #expect(try await token(door, text).status == 401, "\(text)") }
      let other = try await door.program().post("/api/v1/token", "{}")
      #expect(other.status == 415)
    }
  }

  @Test func `why there is no token is told as programs know it`() async throws {
    try await fixture.open { door in
      let own = try await token(door, try assertion(), scope: "compulsory-education")
      #expect(own.status == 200 && own.text("scope") == "compulsory-education")
      for scope in ["library-card", "compulsory-education+library-card"] {
        let other = try await token(door, try assertion(), scope: scope)
        #expect(other.status == 400 && other.text("error") == "invalid_scope")
        #expect(other.text("type") == "/problems/invalid-scope")
      }
      let type = try await token(door, try assertion(), type: "password")
      #expect(type.status == 400 && type.text("error") == "unsupported_grant_type")
      let none = try await token(door, "")
      #expect(none.status == 400 && none.text("error") == "invalid_request")
      let lie = try await token(door, "x.y.z")
      #expect(lie.status == 401 && lie.text("error") == "invalid_client")
      let described = try await door.program().get("/api/openapi.json")
      let paths = try #require(described.fields["paths"] as? [String: [String: Any]])
      let post = try #require(paths["/api/v1/token"]?["post"] as? [String: Any])
      let answers = try #require(post["responses"] as? [String: [String: Any]])
      #expect((answers["400"]?["description"] as? String)?.contains("invalid_scope") == true)
      // Elsewhere nobody is told of it.
      #expect(try await door.program().post("/api/v1/entitlements", "{}").text("error") == nil)
    }
  }

  @Test func `why an assertion was not believed is logged, and nothing of it`() async throws {
    try await fixture.open { door in
      let key = #"{"alg":"ES256","kid":"k1"}"#
      let signed = try assertion()
      let stranger = try assertion(client: "ghost-client")
      let forged = signed.dropLast(4) + (signed.hasSuffix("AAAA") ? "BBBB" : "AAAA")
      let wrong: [(SecurityEventKind, String)] = [
        (.assertionUnreadable, try assertion(header: #"{"alg":"none","kid":"k1"}"#)),
        (.assertionOfNobody, stranger), (.assertionUnreadable, "x.y.z"),
        (.assertionKey, try assertion(header: #"{"alg":"ES256","kid":"k2"}"#)),
        (.assertionSignature, String(forged)),
        (.assertionAudience, try assertion(audience: "http://elsewhere/", header: key)),
        (.assertionTimes, try assertion(after: -60)),
        (.assertionTimes, try assertion(after: 1e300)),
      ]
      for (kind, text) in wrong {
        let before = try await fixture.accounts.securityEvents(after: 0, limit: 1_000)
        #expect(try await token(door, text).status == 401)
        let after = try await fixture.accounts.securityEvents(after: 0, limit: 1_000)
        #expect(after.count == before.count + 1)
        #expect(after.last?.kind == kind)
        let isOwn = kind != .assertionOfNobody && text != "x.y.z"
        #expect(after.last?.account == (isOwn ? "school" : nil), "\(kind)")
        #expect(after.last?.address != nil)
      }
      try await fixture.accounts.blockClient("school", by: nil)
      #expect(try await token(door, try assertion()).status == 401)
      let last = try await fixture.accounts.securityEvents(of: "school", limit: 1).first
      #expect(last?.kind == .assertionOfShutClient)
    }
  }

  @Test func `wrong assertions fill no log, of a client or of nobody`() async throws {
    try await fixture.open { door in
      func flood() async throws -> [SecurityEvent] {
        for _ in 0..<60 {
          #expect(try await token(door, "x.y.z").status == 401)
          #expect(try await token(door, try assertion(after: -60)).status == 401)
        }
        return try await fixture.accounts.securityEvents(after: 0, limit: 1_000)
      }
      let once = try await flood()
      #expect(once.count { $0.kind == .assertionTimes && $0.account == "school" } == 19)
      #expect(once.count { $0.kind == .assertionUnreadable && $0.account == nil } == 19)
      #expect(once.count { $0.kind == .assertionsUnnoted } == 2)
      fixture.clock.pass(seconds: 3_600)
      #expect(try await flood().count { $0.kind == .assertionsUnnoted } == 4)
      // Whoever is right gets in as ever.
      #expect(try await token(door, try assertion()).status == 200)
    }
  }
}
