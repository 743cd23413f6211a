import Testing

@testable import PermitCredential

@Suite struct PublicKeysTests {
  private func fault(_ text: String) async -> KeyFault? {
    do throws(KeyFault) {
      _ = try await PublicKeys(jwks: Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test func `what is published is read back and verifies`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    let read = try await PublicKeys(jwks: Array(keys.publicKeys.jwks.utf8))
    #expect(read.kids == keys.publicKeys.kids && read.jwks == keys.publicKeys.jwks)
    let token = try PermitToken(Sample.claims(), by: keys)
    #expect(try PermitVerifier(read, issuer: "xa").claims(token.text) == token.claims)
  }

  @Test func `a private part, another's name and what is no key set are refused`() async throws {
    let jwks = try await SigningKeys.demo(now: 0).publicKeys.jwks
    let kid = try await PublicKeys(jwks: Array(jwks.utf8)).kids[0]
    #expect(await fault(jwks) == nil)
    let exposed = jwks.replacing(#""use""#, with: #""d":"AAAA","use""#)
    #expect(await fault(exposed) == .privateAmongPublic(kid: kid))
    let secret = #"{"keys":[{"kty":"oct","k":"AAAA","kid":"s"}]}"#
    #expect(await fault(secret) == .privateAmongPublic(kid: "s"))
    #expect(await fault(jwks.replacing(kid, with: "AAAAAAAA")) == .misnamed(kid: "AAAAAAAA"))
    for text in [
      "", "[]", "{}", #"{"keys":[]}"#, jwks.replacing("P-256", with: "P-384"),
      jwks.replacing("ES256", with: "HS256"), jwks.replacing(#""sig""#, with: #""enc""#),
      jwks.replacing(#""x":""#, with: #""x":"A"#), String(repeating: " ", count: 65_537),
    ] { #expect(await fault(text) == .publicKeys, "\(text.prefix(200))") }
    let key = jwks.dropFirst(#"{"keys":["#.count).dropLast("]}\n".count)
    #expect(await fault(#"{"keys":[\#(key),\#(key)]}"#) == .twice(kid: kid))
  }

  @Test func `keys of other kinds beside ours are passed over`() async throws {
    let jwks = try await SigningKeys.demo(now: 0).publicKeys.jwks
    let more = jwks.replacing(
      #"{"keys":["#,
      with: #"{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","kid":"r"},"#
    )
    #expect(await fault(more) == nil)
  }
}
