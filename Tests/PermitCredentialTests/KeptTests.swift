import Foundation
import TestSupport
import Testing

@testable import PermitCredential

/// What was once handed out must be read for ever: codes are on paper.
///
/// These were signed by another program, PyCA's cryptography; the private key is gone.
@Suite struct KeptTests {
  private func kept(_ name: String) throws -> String {
    let file = PackageRoot.room(of: #filePath).appending(path: "Golden/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test func `a permit of the first day still verifies, and so does its list`() async throws {
    let keys = try await PublicKeys(jwks: Array(kept("kept-jwks.json").utf8))
    let list = try SignedStatusList(kept("kept-statuslist.jwt"), keys: keys)
    let verifier = PermitVerifier(keys, issuer: "xiongan")
    let check = verifier.check(try kept("kept-permit.jwt"), at: Sample.noon, lists: [list])
    #expect(check.status == .suspended && check.reason == .listedSuspended)
    #expect(check.claims == (try Sample.claims(issuer: "xiongan", index: 99)))
    #expect([98, 99, 100].map { list.list[$0] } == [.valid, .suspended, .cancelled])
  }
}
