import Crypto
import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import PermitCredential

/// What somebody might try.
@Suite struct ForgedTokenTests {
  private let payload =
    #"{"iss":"xa","sub":"DEMO-100001-1","iat":1772380800,"exp":1804003200,"st":123456}"#

  @Test func `a token with any bit flipped is refused`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    let verifier = PermitVerifier(keys.publicKeys, issuer: "xa")
    let bytes = Array(try PermitToken(Sample.claims(), by: keys).text.utf8)
    for place in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[place] ^= 1 << bit
        let text = String(decoding: flipped, as: UTF8.self)
        #expect(Sample.fault(verifier, text) != nil, "byte \(place), bit \(bit)")
        #expect(verifier.check(text, at: Sample.noon).claims == nil)
      }
    }
  }

  @Test func `a token with any bit of its content flipped is refused, whatever its encoding`()
    async throws
  {
    let keys = try await SigningKeys.demo(now: 0)
    let verifier = PermitVerifier(keys.publicKeys, issuer: "xa")
    let parts = try PermitToken(Sample.claims(), by: keys).text.split(separator: ".")
      .map { Base64URL.bytes($0.utf8) ?? [] }
    for part in parts.indices {
      for bit in 0..<parts[part].count * 8 {
        var flipped = parts
        flipped[part][bit / 8] ^= 1 << (bit % 8)
        let text = flipped.map { Base64URL.text($0) }.joined(separator: ".")
        #expect(Sample.fault(verifier, text) != nil, "part \(part), bit \(bit)")
      }
    }
  }

  @Test func `no other algorithm is believed, least of all none or a secret that is public`()
    async throws
  {
    let keys = try await SigningKeys.demo(now: 0)
    let verifier = PermitVerifier(keys.publicKeys, issuer: "xa")
    let kid = keys.newest.kid
    let secrets = [
      Data(keys.publicKeys.jwks.utf8), keys.newest.publicKey.rawRepresentation,
      keys.newest.publicKey.x963Representation, keys.newest.publicKey.derRepresentation,
      Data(keys.newest.publicKey.pemRepresentation.utf8), Data(kid.utf8), Data(),
    ]
    for algorithm in ["none", "None", "HS256", "HS512", "es256", "ES384", "RS256", "ES256K", ""] {
      let header = #"{"alg":"\#(algorithm)","kid":"\#(kid)"}"#
      for secret in secrets {
        let text = Sample.forged(header, payload) {
          Array(HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: secret)))
        }
        #expect(Sample.fault(verifier, text) == .header)
      }
      #expect(Sample.fault(verifier, Sample.forged(header, payload) { _ in [] }) == .header)
    }
    // The right header over a signature that is none.
    let header = #"{"alg":"ES256","kid":"\#(kid)"}"#
    for signature in [
      [], [0], [UInt8](repeating: 0, count: 64), [UInt8](repeating: 255, count: 64),
    ] {
      let text = Sample.forged(header, payload) { _ in signature }
      #expect(Sample.fault(verifier, text) == .signature)
    }
  }

  @Test func `a good signature under a header that says more is refused`() async throws {
    let key = P256.Signing.PrivateKey()
    let keys = try await SigningKeys([SigningKey(key, created: 0)], "test")
    let verifier = PermitVerifier(keys.publicKeys, issuer: "xa")
    let kid = keys.newest.kid
    func sign(_ header: String, _ payload: String) throws -> String {
      try Sample.forged(header, payload) { Array(try key.signature(for: $0).rawRepresentation) }
    }
    let good = #"{"alg":"ES256","kid":"\#(kid)"}"#
    #expect(Sample.fault(verifier, try sign(good, payload)) == nil)
    for header in [
      #"{"kid":"\#(kid)","alg":"ES256"}"#, #"{"alg":"ES256","kid":"\#(kid)","typ":"JWT"}"#,
      #"{"alg":"ES256","kid":"\#(kid)","crit":["b64"],"b64":false}"#, #"{"alg":"ES256"}"#,
      #"{"alg":"ES256","kid":"\#(kid)","typ":"statuslist+jwt"}"#, "{}", "",
      #"{"alg":"none","alg":"ES256","kid":"\#(kid)"}"#, #" {"alg":"ES256","kid":"\#(kid)"}"#,
      #"{"alg":"ES256","kid":"\#(kid.dropLast())\""}"#, #"{"alg":"ES256","kid":"../../x"}"#,
    ] { #expect(Sample.fault(verifier, try sign(header, payload)) == .header, "\(header)") }
    // Content that nobody here would sign.
    for payload in [
      "", "{}", "[]", "null", payload + " ", payload.replacing("123456", with: "123456.0"),
      payload.replacing("123456", with: "-1"),
      payload.replacing("123456", with: "1152921504606846976"),
      payload.replacing("1772380800", with: "1772380801"),
      payload.replacing("1804003200", with: "9223372036854775807"),
      payload.replacing("1804003200", with: "-9223372036854775808"),
      payload.replacing("1804003200", with: "1772294400"),
      payload.replacing(#""xa""#, with: #""x\u0061""#),
      payload.replacing("}", with: #","n":"Li"}"#),
      payload.replacing(#""iss":"xa""#, with: #""iss":"xa","iss":"xa""#),
    ] { #expect(Sample.fault(verifier, try sign(good, payload)) == .content, "\(payload)") }
  }

  @Test func `other keys, other issuers and other texts are told apart`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    let others = try await SigningKeys.demo(now: 0)
    let text = try PermitToken(Sample.claims(), by: keys).text
    #expect(
      Sample.fault(PermitVerifier(others.publicKeys, issuer: "xa"), text) == .key(keys.newest.kid)
    )
    #expect(Sample.fault(PermitVerifier(keys.publicKeys, issuer: "demo"), text) == .issuer("xa"))
    let verifier = PermitVerifier(keys.publicKeys, issuer: "xa")
    for text in [
      "", ".", "..", "...", "a.b.c", text + ".", text + "=", "." + text,
      String(text.dropLast()), text.replacing(".", with: ".."), text + "\u{0}", "居住证",
    ] {
      #expect(Sample.fault(verifier, text) != nil, "\(text)")
    }
    #expect(Sample.fault(verifier, String(repeating: "A", count: 513)) == .long)
    let list = try Sample.signed(StatusList(number: 0), by: keys).text
    #expect(Sample.fault(verifier, list) == .long || Sample.fault(verifier, list) == .header)
    #expect(throws: PermitFault.header) { try SignedStatusList(text, keys: keys.publicKeys) }
  }

  @Test func `random texts are refused and end nothing`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    let verifier = PermitVerifier(keys.publicKeys, issuer: "xa")
    let good = Array(try PermitToken(Sample.claims(), by: keys).text.utf8)
    var random = SplitMix64(seed: 5)
    for _ in 0..<500 {
      var bytes = good
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0...127, using: &random), at: place)
        }
      }
      guard bytes != good else { continue }
      #expect(Sample.fault(verifier, String(decoding: bytes, as: UTF8.self)) != nil)
    }
  }
}
