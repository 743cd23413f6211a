import Crypto
import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import PermitCredential

@Suite struct PermitTokenTests {
  @Test func `a token says what was signed and nothing else`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    let claims = try Sample.claims()
    let token = try PermitToken(claims, by: keys)
    let verifier = PermitVerifier(keys.publicKeys, issuer: "xa")
    #expect(try verifier.claims(token.text) == claims)
    let parts = token.text.split(separator: ".").map { Base64URL.bytes($0.utf8) ?? [] }
    #expect(
      String(decoding: parts[0], as: UTF8.self)
        == #"{"alg":"ES256","kid":"\#(keys.newest.kid)"}"#
    )
    #expect(
      String(decoding: parts[1], as: UTF8.self)
        == #"{"iss":"xa","sub":"DEMO-100001-1","iat":1772380800,"exp":1804003200,"st":123456}"#
    )
    #expect(parts[2].count == 64)
  }

  @Test func `claims of any bounds come back, in any list`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    let verifier = PermitVerifier(keys.publicKeys, issuer: "a-1")
    for (serial, list, index) in [
      ("1", 0, 0), (String(repeating: "Z", count: 32), 1_048_575, 1_048_575), ("a-9", 7, 1),
    ] {
      for (issued, due) in [
        (Sample.day(2_000, 1, 1), Sample.day(2_000, 1, 1)),
        (Sample.day(2_024, 2, 29), Sample.day(2_199, 12, 31)),
      ] {
        let claims = try Sample.claims(
          issuer: "a-1",
          serial: serial,
          issued: issued,
          due: due,
          list: list,
          index: index
        )
        let token = try PermitToken(claims, by: keys)
        #expect(try verifier.claims(token.text) == claims)
        #expect(token.text.utf8.count <= PermitToken.longest)
      }
    }
  }

  @Test(arguments: ["", "a b", "ä", "A\"B", "x/y", String(repeating: "1", count: 33)])
  func `a serial number that is no card's is never signed`(serial: String) {
    #expect(throws: PermitFault.unsound) { try Sample.claims(serial: serial) }
  }

  @Test(arguments: ["", "XA", "x a", "x\"", String(repeating: "a", count: 17)])
  func `an issuer that is no name is never signed`(issuer: String) {
    #expect(throws: PermitFault.unsound) { try Sample.claims(issuer: issuer) }
  }

  @Test func `days in the wrong order, or of another age, are never signed`() {
    #expect(throws: PermitFault.unsound) { try Sample.claims(due: Sample.day(2026, 3, 1)) }
    #expect(throws: PermitFault.unsound) { try Sample.claims(issued: Sample.day(1999, 12, 31)) }
    #expect(throws: PermitFault.unsound) { try Sample.claims(due: Sample.day(2200, 1, 1)) }
  }

  @Test func `a token is found in a link, with spaces around it or alone`() async throws {
    let token = try PermitToken(Sample.claims(), by: try await SigningKeys.demo(now: 0))
    for text in [
      token.text, " \(token.text)\n", token.link("https://permit.example/c/"),
      "https://permit.example/c#\(token.text)",
      token.link("https://permit.example/zh/c/") + "?from=scan#top",
      "https://permit.example/c?token=\(token.text)&x=1",
      "  \(token.link("https://permit.example/c/"))\r\n",
    ] { #expect(PermitToken.text(in: text) == token.text) }
    #expect(PermitToken.text(in: "") == "" && PermitToken.text(in: " / ") == "")
  }

  @Test func `what a phone reads from paper stays a code of version 12 at level M`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    let token = try PermitToken(
      Sample.claims(issuer: "xiongan", index: 1_048_575),
      by: keys
    )
    let link = token.link("https://permit.xiongan.example/c/")
    let code = try QRCode(link)
    #expect(token.text.utf8.count <= 246 && code.version <= 12 && code.width <= 65)
  }
}
