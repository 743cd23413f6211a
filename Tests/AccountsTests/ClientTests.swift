import Casework
import Crypto
import ExpressionLanguage
import Foundation
import Testing

@testable import Accounts

@Suite struct ClientTests {
  private func rig() async throws -> Rig {
    let rig = try await Rig()
    _ = try await rig.store.registerClient(
      "school-board",
      name: "Schools 学校",
      office: "education",
      services: ["school", "library"],
      by: nil
    )
    return rig
  }

  @Test func `a client's key is read in each of its forms, and is good in its time only`()
    async throws
  {
    let rig = try await rig()
    let key = P256.Signing.PrivateKey().publicKey
    let raw = key.rawRepresentation
    let web = """
      {"kty":"EC","crv":"P-256","use":"sig","x":"\(SecretToken.text(raw.prefix(32)))",
       "y":"\(SecretToken.text(raw.suffix(32)))"}
      """
    let range = rig.now..<rig.now + .day
    try await rig.store.addKey(
      Array(key.x963Representation),
      named: "k1",
      valid: range,
      to: "school-board",
      by: nil
    )
    try await rig.store.addKey(
      Array(web.utf8),
      named: "k2",
      valid: range,
      to: "school-board",
      by: nil
    )
    let pem = key.pemRepresentation
    for (kid, text) in [("k4", pem), ("k5", "\r\n" + pem.replacing("\n", with: "\r\n"))] {
      try await rig.store.addKey(
        Array(text.utf8),
        named: kid,
        valid: range,
        to: "school-board",
        by: nil
      )
    }
    let client = try #require(try await rig.store.client("school-board"))
    for kid in ["k1", "k2", "k4", "k5"] {
      #expect(client.key(kid, at: rig.now)?.rawRepresentation == raw)
      #expect(client.key(kid, at: rig.now - 1) == nil)
      #expect(client.key(kid, at: rig.now + .day) == nil)
    }
    #expect(client.key("k3", at: rig.now) == nil)
    await #expect(throws: AccountFault.client(.keyExists)) {
      try await rig.store.addKey(
        Array(web.utf8),
        named: "k2",
        valid: range,
        to: "school-board",
        by: nil
      )
    }
    try await rig.store.removeKey(named: "k1", of: "school-board", by: nil)
    #expect(try await rig.store.client("school-board")?.key("k1", at: rig.now) == nil)
  }

  @Test(arguments: [
    "", "{}", "\u{4}abc", #"{"kty":"RSA","crv":"P-256","x":"AA","y":"AA"}"#,
    #"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, "-----BEGIN PUBLIC KEY-----",
    "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n",
    P384.Signing.PrivateKey().publicKey.pemRepresentation,
  ])
  func `what is no public key is refused`(text: String) async throws {
    let rig = try await rig()
    await #expect(throws: AccountFault.client(.key)) {
      try await rig.store.addKey(
        Array(text.utf8),
        named: "k1",
        valid: 0..<1,
        to: "school-board",
        by: nil
      )
    }
  }

  @Test func `a private key is refused as what it is`() async throws {
    let rig = try await rig()
    let key = P256.Signing.PrivateKey()
    let raw = key.publicKey.rawRepresentation
    let web = """
      {"kty":"EC","crv":"P-256","d":"\(SecretToken.text(key.rawRepresentation))",
       "x":"\(SecretToken.text(raw.prefix(32)))","y":"\(SecretToken.text(raw.suffix(32)))"}
      """
    let both = key.publicKey.pemRepresentation + "\n" + key.pemRepresentation
    for text in [web, key.pemRepresentation, both] {
      await #expect(throws: AccountFault.client(.privateKey)) {
        try await rig.store.addKey(
          Array(text.utf8),
          named: "k1",
          valid: 0..<1,
          to: "school-board",
          by: nil
        )
      }
    }
  }

  @Test func `clients have sound ids, each its own`() async throws {
    let rig = try await rig()
    for id in ["ab", "School", "a b", String(repeating: "a", count: 41), "", "é-é"] {
      await #expect(throws: AccountFault.client(.id)) {
        _ = try await rig.store.registerClient(id, name: "", office: "", services: [], by: nil)
      }
    }
    await #expect(throws: AccountFault.client(.exists)) {
      _ = try await rig.store.registerClient(
        "school-board",
        name: "",
        office: "",
        services: [],
        by: nil
      )
    }
    #expect(try await rig.store.clients().map(\.id) == ["school-board"])
    #expect(try await rig.store.client("nobody") == nil)
  }

  @Test func `an assertion is taken once, even from many at once`() async throws {
    let rig = try await rig()
    let until = rig.now + .minute
    let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<30 {
        group.addTask {
          try await rig.store.spend(jti: "jti-1", of: "school-board", until: until)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(taken.count { $0 } == 1)
    #expect(try await rig.store.spend(jti: "jti-2", of: "school-board", until: until))
    #expect(try await !rig.store.spend(jti: "jti-3", of: "school-board", until: rig.now))
    #expect(try await !rig.store.spend(jti: "jti-3", of: "nobody", until: until))
    let replays = try await rig.store.securityEvents(of: "school-board")
    // Twenty an hour at most, of which the last says that there are more.
    #expect(replays.count { $0.kind == .assertionReplayed } == 19)
    #expect(replays.count { $0.kind == .assertionsUnnoted } == 1)
    try await rig.store.purge()
    #expect(try await !rig.store.spend(jti: "jti-1", of: "school-board", until: until))
  }

  @Test func `a token is good for ten minutes and for what was asked`() async throws {
    let rig = try await rig()
    let token = try await rig.store.makeAccessToken(
      for: "school-board",
      scopes: ["library"],
      from: Rig.home
    )
    let grant = try #require(try await rig.store.grant(accessToken: token.text))
    #expect(grant.scopes == ["library"] && grant.expiresAt == rig.now + 10 * .minute)
    #expect(grant.actor == Actor(account: "school-board", role: .agency, office: "education"))
    #expect(try await rig.store.grant(accessToken: SecretToken.random()) == nil)
    #expect(try await rig.store.grant(accessToken: "") == nil)
    rig.advance(10 * .minute)
    #expect(try await rig.store.grant(accessToken: token.text) == nil)
    let all = try await rig.store.makeAccessToken(for: "school-board", scopes: [], from: Rig.home)
    #expect(all.scopes == ["library", "school"])
    await #expect(throws: AccountFault.client(.scope)) {
      _ = try await rig.store.makeAccessToken(
        for: "school-board",
        scopes: ["library", "tax"],
        from: Rig.home
      )
    }
  }

  @Test func `a shut client, or one with fewer services, has no token any more`() async throws {
    let rig = try await rig()
    func token() async throws -> String {
      try await rig.store.makeAccessToken(for: "school-board", scopes: [], from: Rig.home).text
    }
    let first = try await token()
    try await rig.store.setServices(["library"], of: "school-board", by: nil)
    #expect(try await rig.store.grant(accessToken: first) == nil)
    let second = try await token()
    try await rig.store.blockClient("school-board", by: nil)
    #expect(try await rig.store.grant(accessToken: second) == nil)
    await #expect(throws: AccountFault.client(.blocked)) { _ = try await token() }
    let until = rig.now + .minute
    #expect(try await !rig.store.spend(jti: "jti-9", of: "school-board", until: until))
    try await rig.store.unblockClient("school-board", by: nil)
    #expect(try await rig.store.grant(accessToken: second) == nil)
    #expect(try await rig.store.grant(accessToken: token()) != nil)
  }
}
