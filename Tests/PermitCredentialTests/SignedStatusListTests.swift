import Crypto
import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import PermitCredential

@Suite struct SignedStatusListTests {
  @Test func `a list that was handed out is read back whole`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    var list = StatusList(number: 12)
    list[7] = .suspended
    let signed = try Sample.signed(list, by: keys)
    let read = try SignedStatusList(signed.text + "\n", keys: keys.publicKeys)
    #expect(read == signed && read.list == list && read.issuer == "xa")
    #expect(read.issued == Sample.noon && read.expires == Sample.noon + 86_400)
  }

  @Test func `it is a status list token of the draft`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    let parts = try Sample.signed(StatusList(number: 3), by: keys).text.split(separator: ".")
    let header = try JSONSerialization.jsonObject(with: Data(Base64URL.bytes(parts[0].utf8) ?? []))
    #expect((header as? [String: String])?["typ"] == "statuslist+jwt")
    let payload = try JSONSerialization.jsonObject(
      with: Data(Base64URL.bytes(parts[1].utf8) ?? [])
    )
    let claims = try #require(payload as? [String: Any])
    #expect(Set(claims.keys) == ["iss", "sub", "iat", "exp", "ttl", "status_list"])
    #expect(claims["sub"] as? String == "https://permit.example/status/3")
    let inner = try #require(claims["status_list"] as? [String: Any])
    #expect(inner["bits"] as? Int == 2 && Set(inner.keys) == ["bits", "lst"])
  }

  @Test func `a list that was altered, forged or blown up is refused`() async throws {
    let key = P256.Signing.PrivateKey()
    let keys = try await SigningKeys([SigningKey(key, created: 0)], "test")
    let text = try Sample.signed(StatusList(number: 0), by: keys).text
    let bytes = Array(text.utf8)
    for place in stride(from: 0, to: bytes.count, by: 3) {
      var flipped = bytes
      flipped[place] ^= 1 << (place % 6)
      let altered = String(decoding: flipped, as: UTF8.self)
      #expect(throws: PermitFault.self) { try SignedStatusList(altered, keys: keys.publicKeys) }
    }
    let header = #"{"alg":"ES256","kid":"\#(keys.newest.kid)","typ":"statuslist+jwt"}"#
    func fault(_ packed: [UInt8], bits: Int = 2, sub: String = "x/0", exp: Int = 2) throws
      -> PermitFault?
    {
      let payload =
        #"{"iss":"xa","sub":"\#(sub)","iat":1,"exp":\#(exp),"ttl":1,"#
        + #""status_list":{"bits":\#(bits),"lst":"\#(Base64URL.text(packed))"}}"#
      let text = try Sample.forged(header, payload) {
        Array(try key.signature(for: $0).rawRepresentation)
      }
      do throws(PermitFault) {
        _ = try SignedStatusList(text, keys: keys.publicKeys)
        return nil
      } catch { return error }
    }
    let good = try Zlib.deflated(StatusList(number: 0).bytes)
    #expect(try fault(good) == nil)
    let bomb = try Zlib.deflated([UInt8](repeating: 0, count: 100 << 20))
    for packed in [
      bomb, [], Array(good.dropLast()), good + [0], [1, 2, 3],
      try Zlib.deflated([UInt8](repeating: 0, count: StatusList.byteCount - 1)),
      try Zlib.deflated([UInt8](repeating: 0, count: StatusList.byteCount + 1)),
    ] { #expect(try fault(packed) == .content) }
    #expect(try fault(good, bits: 1) == .content)
    #expect(try fault(good, sub: "x/") == .content)
    #expect(try fault(good, sub: "x/-1") == .content)
    #expect(try fault(good, sub: "x/1048576") == .content)
    #expect(try fault(good, exp: 1) == .content)
    let long = String(repeating: "A", count: SignedStatusList.longest + 1)
    #expect(throws: PermitFault.long) { try SignedStatusList(long, keys: keys.publicKeys) }
  }

  @Test func `what cannot be signed soundly is not signed`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    #expect(throws: PermitFault.unsound) {
      try Sample.signed(StatusList(number: 0), by: keys, issuer: "X\"")
    }
    #expect(throws: PermitFault.unsound) {
      try Sample.signed(StatusList(number: 0), by: keys, lifetime: 0)
    }
    #expect(throws: PermitFault.unsound) {
      try Sample.signed(StatusList(number: 0), by: keys, lifetime: .max)
    }
  }

  @Test func `the worst list that can be is still read`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    var random = SplitMix64(seed: 3)
    let bytes = (0..<StatusList.byteCount / 8).flatMap { _ in
      withUnsafeBytes(of: random.next()) { Array($0) }
    }
    let list = try #require(StatusList(number: 0, bytes: bytes))
    let signed = try Sample.signed(list, by: keys)
    #expect(signed.text.utf8.count < SignedStatusList.longest)
    #expect(try SignedStatusList(signed.text, keys: keys.publicKeys).list == list)
  }

  @Test func `the lists of 1.2 million permits are small`() async throws {
    let keys = try await SigningKeys.demo(now: 0)
    var random = SplitMix64(seed: 4)
    var lists = [StatusList(number: 0), StatusList(number: 1)]
    // Of a hundred cards, five are suspended and eight cancelled or replaced.
    for (status, count) in [(PermitStatus.suspended, 60_000), (.cancelled, 96_000)] {
      for _ in 0..<count {
        let number = Int.random(in: 0..<1_200_000, using: &random)
        lists[number >> 20][number & 0xF_FFFF] = status
      }
    }
    let sizes = try lists.map { try Sample.signed($0, by: keys).text.utf8.count }
    print("status lists of 1.2 million permits: \(sizes) bytes, served")
    #expect(sizes.reduce(0, +) < 300_000)
    #expect(try Sample.signed(StatusList(number: 0), by: keys).text.utf8.count < 1_000)
  }
}
