import ExpressionLanguage
import FoundationEssentials

/// Checks permits without a network: public keys, an issuer, and status lists if there are any.
package struct PermitVerifier: Sendable {
  /// The keys that are believed.
  package let keys: PublicKeys
  /// The issuer that is believed.
  package let issuer: String

  /// Creates a verifier.
  package init(_ keys: PublicKeys, issuer: String) {
    self.keys = keys
    self.issuer = issuer
  }

  /// What a genuine token says, whatever the day: form, header, key, signature, content, issuer.
  ///
  /// For who asks on line for the status, as the page of the web service does.
  ///
  /// - Throws: The first fault.
  package func claims(_ text: String) throws(PermitFault) -> PermitClaims {
    guard text.utf8.count <= PermitToken.longest else { throw .long }
    let payload = try CompactJWS(text).verified(type: nil, by: keys)
    // Whoever signs could still sign nonsense; and one meaning has one text.
    guard
      let read = try? JSONDecoder().decode(PermitPayload.self, from: Data(payload)),
      let claims = read.claims, Array(read.json.utf8) == payload
    else { throw .content }
    guard claims.issuer == issuer else { throw .issuer(claims.issuer) }
    return claims
  }

  /// Checks a token at an instant, in seconds since 1970, with the status lists at hand.
  ///
  /// A token alone is never valid, only genuine: whether the permit was suspended or cancelled
  /// since is in the lists. `text` is the token, or the link that a code holds.
  package func check(_ text: String, at now: Int64, lists: [SignedStatusList] = []) -> PermitCheck {
    let claims: PermitClaims
    do throws(PermitFault) {
      claims = try self.claims(PermitToken.text(in: text))
      guard claims.issued <= CivilInstant.date(at: now) else { throw .early }
    } catch { return PermitCheck(.unknown, .refused(error)) }
    let found = listed(claims.place, at: now, lists)
    switch found {
    case .listedCancelled: return PermitCheck(.cancelled, found, claims)
    case .listedSuspended: return PermitCheck(.suspended, found, claims)
    default: break
    }
    if claims.due < CivilInstant.date(at: now) { return PermitCheck(.suspended, .due, claims) }
    return PermitCheck(found == .listedValid ? .valid : .unknown, found, claims)
  }

  private func listed(
    _ place: StatusPlace,
    at now: Int64,
    _ lists: [SignedStatusList]
  ) -> PermitCheck.Reason {
    guard !lists.isEmpty else { return .notLookedUp }
    let own = lists.filter { $0.list.number == place.list && $0.issuer == issuer }
    guard !own.isEmpty else { return .listMissing(place.list) }
    guard
      let last = own.filter({ $0.isCurrent(at: now) }).max(by: { $0.issued < $1.issued })
    else { return .listStale(place.list) }
    return switch last.list[place.index] {
    case .valid: .listedValid
    case .suspended: .listedSuspended
    case .cancelled: .listedCancelled
    case .unknown: .listUnclear
    }
  }
}
