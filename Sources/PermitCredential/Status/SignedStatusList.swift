import ExpressionLanguage
import FoundationEssentials

/// A status list as it is handed out: compressed, signed by the keys that sign permits, good for a
/// while.
///
/// It is a JWT of the type `statuslist+jwt` as in the IETF's draft "Token Status List", with the
/// claims `iss`, `sub` (its address), `iat`, `exp`, `ttl` and `status_list`.
package struct SignedStatusList: Hashable, Sendable {
  /// The media type under which it is served.
  package static let mediaType = "application/statuslist+jwt"
  /// The longest text that is taken for one.
  package static let longest = 600_000
  private static let type = "statuslist+jwt"

  /// The text, as it is served.
  package let text: String
  /// The list.
  package let list: StatusList
  /// Who vouches for it.
  package let issuer: String
  /// When it was signed, in seconds since 1970.
  package let issued: Int64
  /// From when on it is no longer to be used.
  package let expires: Int64
  /// After how many seconds it is worth fetching anew.
  package let timeToLive: Int64

  /// Signs a list by the newest key.
  ///
  /// - Parameters:
  ///   - list: What it says.
  ///   - issuer: Who vouches for it, the same as in the permits.
  ///   - address: Where the lists are served, such as `https://host/status`; the list's number
  ///     becomes its last part.
  ///   - issued: The instant, in seconds since 1970.
  ///   - lifetime: How many seconds it is good for: as long as a verifier may stay off line.
  ///   - timeToLive: After how many seconds there may be a newer one.
  ///   - keys: The keys.
  /// - Throws: `PermitFault.unsound` for an issuer, an address or times that cannot be; what
  ///   signing throws, never for sound keys.
  package init(
    _ list: StatusList,
    issuer: String,
    address: String,
    issued: Int64,
    lifetime: Int64,
    timeToLive: Int64,
    by keys: SigningKeys
  ) throws {
    guard PermitClaims.isSound(issuer: issuer), issued >= 0, lifetime > 0, timeToLive > 0,
      issued.addingReportingOverflow(lifetime).overflow == false, address.utf8.count <= 512,
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
    else { throw PermitFault.unsound }
    let expires = issued + lifetime
    let packed = Base64URL.text(try Zlib.deflated(list.bytes))
    let payload =
      #"{"iss":"\#(issuer)","sub":"\#(address)/\#(list.number)","iat":\#(issued),"exp":\#(expires),"#
      + #""ttl":\#(timeToLive),"status_list":{"bits":\#(StatusList.bits),"lst":"\#(packed)"}}"#
    text = try CompactJWS.sign(Array(payload.utf8), type: SignedStatusList.type, by: keys.newest)
    self.list = list
    self.issuer = issuer
    self.issued = issued
    self.expires = expires
    self.timeToLive = timeToLive
  }

  /// Reads a list that was handed out, and believes it only if it is signed by one of the keys.
  ///
  /// - Throws: The first fault.
  package init(_ read: String, keys: PublicKeys) throws(PermitFault) {
    guard read.utf8.count <= SignedStatusList.longest else { throw .long }
    let text = String(decoding: read.utf8.filter { $0 > 0x20 }, as: UTF8.self)
    let payload = try CompactJWS(text).verified(type: SignedStatusList.type, by: keys)
    guard let claims = try? JSONDecoder().decode(Claims.self, from: Data(payload)),
      PermitClaims.isSound(issuer: claims.iss), claims.iat >= 0, claims.exp > claims.iat,
      claims.ttl > 0, claims.status_list.bits == StatusList.bits,
      let number = claims.sub.utf8.split(separator: 0x2F).last
        .flatMap({ Int(String(decoding: Array($0), as: UTF8.self)) }),
      (0..<StatusPlace.mostLists).contains(number),
      let packed = Base64URL.bytes(claims.status_list.lst.utf8),
      let bytes = Zlib.inflated(packed, count: StatusList.byteCount),
      let list = StatusList(number: number, bytes: bytes)
    else { throw .content }
    self.text = text
    self.list = list
    issuer = claims.iss
    issued = claims.iat
    expires = claims.exp
    timeToLive = claims.ttl
  }

  /// Whether it may be used at an instant: neither too old nor, but for a clock that is five
  /// minutes slow, from the future.
  package func isCurrent(at now: Int64) -> Bool { issued - 300 <= now && now < expires }

  private struct Claims: Decodable {
    struct List: Decodable {
      var bits: Int
      var lst: String
    }

    var iss: String
    var sub: String
    var iat: Int64
    var exp: Int64
    var ttl: Int64
    // The name that the draft gives it.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var status_list: List
  }
}
