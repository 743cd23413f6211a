import ExpressionLanguage

/// A permit as a signed text, small enough to be scanned from paper: a compact JWS over
/// `PermitClaims`.
///
/// Its header is `{"alg":"ES256","kid":…}` and its payload `{"iss":…,"sub":…,"iat":…,"exp":…,
/// "st":…}`, always in this order and without spaces, so that there is one text for one meaning,
/// the signature apart: ECDSA has two good signatures for each message, so the text of a token is
/// no name for it.
package struct PermitToken: Hashable, Sendable {
  /// The longest text that is taken for a token.
  package static let longest = 512

  /// The token: three parts of Base64url.
  package let text: String
  /// What it says.
  package let claims: PermitClaims

  /// Signs claims by the newest key.
  ///
  /// - Throws: What signing throws, never for sound keys.
  package init(_ claims: PermitClaims, by keys: SigningKeys) throws {
    self.claims = claims
    text = try CompactJWS.sign(
      Array(PermitPayload(claims).json.utf8),
      type: nil,
      by: keys.newest
    )
  }

  /// The address that the code holds: `base` and the token as the path's last part.
  ///
  /// A path and not a fragment, since a fragment never reaches the server, and a page that works
  /// without a script could not see it. `base` ends with a slash, such as `https://host/c/`.
  package func link(_ base: String) -> String { base + text }

  /// The token in what a reader of codes gives: the token itself, or a link with whatever else.
  ///
  /// It is the longest of the link's parts.
  ///
  /// - Complexity: O(*n*) of the text, which is cut at a few thousand characters.
  package static func text(in read: some StringProtocol) -> String {
    let parts = read.utf8.prefix(4_096).split { $0 <= 0x20 || separators.contains($0) }
    return String(
      decoding: parts.max { $0.count < $1.count }.map { Array($0) } ?? [],
      as: UTF8.self
    )
  }

  private static let separators = Array("/?#&=".utf8)
}

/// The claims as they are signed.
struct PermitPayload: Hashable, Codable {
  var iss: String
  var sub: String
  var iat: Int64
  var exp: Int64
  var st: Int64

  init(_ claims: PermitClaims) {
    iss = claims.issuer
    sub = claims.serial
    iat = CivilInstant.start(of: claims.issued)
    exp = CivilInstant.start(of: claims.due) + CivilInstant.day
    st = claims.place.number
  }

  /// The one way in which they are written; no value needs an escape.
  var json: String {
    #"{"iss":"\#(iss)","sub":"\#(sub)","iat":\#(iat),"exp":\#(exp),"st":\#(st)}"#
  }

  /// The claims, if the instants are whole days in Xiong'an and all is sound.
  var claims: PermitClaims? {
    guard let issued = CivilInstant.day(startingAt: iat),
      let due = CivilInstant.day(startingAt: exp.subtractingReportingOverflow(CivilInstant.day).0),
      let place = StatusPlace(number: st)
    else { return nil }
    return try? PermitClaims(issuer: iss, serial: sub, issued: issued, due: due, place: place)
  }
}
