import Crypto
import Foundation
import Testing

@testable import PermitCredential

@Suite struct SigningKeysTests {
  private func fault(_ folder: String) async -> KeyFault? {
    do throws(KeyFault) {
      _ = try await SigningKeys.opened(folder: folder)
      return nil
    } catch { return error }
  }

  @Test func `after a rotation the new key signs and what the old one signed still verifies`()
    async throws
  {
    let scratch = try Scratch()
    let folder = scratch.path + "/keys"
    let first = try await SigningKeys.rotate(folder: folder, now: 1_795_404_075)
    let old = try PermitToken(Sample.claims(), by: first)
    let second = try await SigningKeys.rotate(folder: folder, now: 1_795_404_075)
    let new = try PermitToken(Sample.claims(), by: second)
    #expect(second.newest.kid != first.newest.kid && second.all.map(\.kid)[1] == first.newest.kid)
    #expect(second.newest.created == first.newest.created + 1, "two in one second have an order")

    let opened = try await SigningKeys.opened(folder: folder)
    #expect(opened.all.map(\.kid) == second.all.map(\.kid))
    let verifier = PermitVerifier(opened.publicKeys, issuer: "xa")
    #expect(try verifier.claims(old.text) == old.claims)
    #expect(try verifier.claims(new.text) == new.claims)

    // Taken away, its permits are believed no more.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for name in names where name.contains(first.newest.kid) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    let rest = PermitVerifier(try await SigningKeys.opened(folder: folder).publicKeys, issuer: "xa")
    #expect(Sample.fault(rest, old.text) == .key(first.newest.kid))
    #expect(try rest.claims(new.text) == new.claims)
  }

  @Test func `a clock that went back makes no new key older than the others`() async throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/keys"
    let first = try await SigningKeys.rotate(folder: folder, now: 2_000)
    let second = try await SigningKeys.rotate(folder: folder, now: 1_000)
    #expect(second.all[1].kid == first.newest.kid && second.newest.created == 2_001)
  }

  @Test func `keys are written for their owner's eyes only, with nothing left beside them`()
    async throws
  {
    let scratch = try Scratch()
    let folder = scratch.path + "/keys"
    let old = umask(0)
    _ = try await SigningKeys.rotate(folder: folder, now: 0)
    umask(old)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count == 2 && names.filter { $0.hasSuffix(".pem") }.count == 1)
    for (path, mode) in [(folder, 0o700)] + names.map({ (folder + "/" + $0, 0o600) }) {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
    }
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o601, 0o666])
  func `a key that others may use is refused`(mode: Int) async throws {
    let scratch = try Scratch()
    let text = PEMKeys.text(P256.Signing.PrivateKey(), created: 0)
    try scratch.write("a.pem", text, mode: mode)
    #expect(await fault(scratch.path) == .exposed(path: scratch.path + "/a.pem"))
    try scratch.write("a.pem", text, mode: 0o400)
    #expect(await fault(scratch.path) == nil)
  }

  @Test func `a folder to which others may write is refused, and what is no folder`() async throws {
    let scratch = try Scratch()
    try scratch.write("a.pem", PEMKeys.text(P256.Signing.PrivateKey(), created: 0))
    try FileManager.default.setAttributes([.posixPermissions: 0o770], ofItemAtPath: scratch.path)
    #expect(await fault(scratch.path) == .exposed(path: scratch.path))
    #expect(await fault(scratch.path + "/a.pem") == .kind(path: scratch.path + "/a.pem"))
    #expect(await fault(scratch.path + "/b") == .unopened(path: scratch.path + "/b", code: ENOENT))
  }

  @Test func `what is no key is refused, and hidden files and others are passed over`()
    async throws
  {
    let scratch = try Scratch()
    #expect(await fault(scratch.path) == .empty(place: scratch.path))
    try scratch.write(".draft-1.pem", "half a key")
    try scratch.write("README", "keys")
    #expect(await fault(scratch.path) == .empty(place: scratch.path))
    let path = scratch.path + "/a.pem"
    let pem = P256.Signing.PrivateKey().pemRepresentation
    let dated = "Created: 2026-11-23T05:21:15Z\n"
    for (text, expected) in [
      ("", KeyFault.empty(place: path)), (pem, .undated(place: path)),
      ("Created: yesterday\n" + pem, .undated(place: path)),
      (dated + P384.Signing.PrivateKey().pemRepresentation, .unreadable(place: path)),
      (dated + P256.Signing.PrivateKey().publicKey.pemRepresentation, .unreadable(place: path)),
      (dated + String(pem.dropLast(40)), .unreadable(place: path)),
      (dated + pem.replacing("M", with: "N"), .unreadable(place: path)),
      (String(repeating: "x", count: 20_000), .long(path: path)),
    ] {
      try scratch.write("a.pem", text)
      #expect(await fault(scratch.path) == expected)
    }
    try scratch.write("a.pem", dated + pem)
    #expect(await fault(scratch.path) == nil)
    try scratch.write("b.pem", dated + P256.Signing.PrivateKey().pemRepresentation)
    guard case .twice = await fault(scratch.path) else {
      Issue.record("two keys of one instant have no order")
      return
    }
  }

  @Test func `keys come from the environment where no folder is named`() async throws {
    let (old, new) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
    let text = PEMKeys.text(new, created: 2_000) + PEMKeys.text(old, created: 1_000)
    let keys = try await SigningKeys.chosen(
      folder: nil,
      environment: [SigningKeys.variable: text],
      isDemo: false
    )
    #expect(keys.all.map(\.kid) == [Thumbprint.kid(new.publicKey), Thumbprint.kid(old.publicKey)])
    await #expect(throws: KeyFault.missing(variable: SigningKeys.variable)) {
      try await SigningKeys.chosen(folder: nil, environment: [:], isDemo: false)
    }
    let demo = try await SigningKeys.chosen(folder: nil, environment: [:], isDemo: true)
    #expect(demo.all.count == 1)
  }

  @Test func `what is printed of keys holds nothing private`() async throws {
    let key = P256.Signing.PrivateKey()
    let keys = try await SigningKeys([SigningKey(key, created: 0)], "test")
    let raw = Base64URL.text(key.rawRepresentation)
    var dumped = ""
    dump(keys, to: &dumped)
    dump(keys.newest, to: &dumped)
    for text in ["\(keys)", "\(keys.newest)", String(reflecting: keys), dumped] {
      #expect(!text.contains(raw) && !text.contains("PRIVATE") && text.contains("•••"))
    }
    let jwks = keys.publicKeys.jwks
    let object = try JSONSerialization.jsonObject(with: Data(jwks.utf8)) as? [String: Any]
    let entries = try #require(object?["keys"] as? [[String: String]])
    #expect(entries.count == 1)
    #expect(Set(entries[0].keys) == ["kty", "crv", "x", "y", "use", "alg", "kid"])
    #expect(!jwks.contains(raw))
  }

  @Test func `the name of a key is that of RFC 7638, shortened`() async throws {
    // The public key of RFC 7517, appendix A.1; its whole thumbprint by other programs is
    // cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s.
    let x = "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"
    let y = "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
    let raw = try #require(Base64URL.bytes(x.utf8)) + #require(Base64URL.bytes(y.utf8))
    #expect(Thumbprint.kid(try P256.Signing.PublicKey(rawRepresentation: raw)) == "cn-I_WNM")
  }
}
