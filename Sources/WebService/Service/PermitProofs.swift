package import PermitCredential

/// What makes permits that can be checked off line, and checks them.
package struct PermitProofs: Sendable {
  /// The keys that sign.
  package let keys: SigningKeys
  /// Where each card stands in the status lists.
  package let places: StatusPlaces
  /// Who vouches, in short.
  package let issuer: String

  /// Joins keys and places under an issuer's name.
  package init(keys: SigningKeys, places: StatusPlaces, issuer: String) {
    self.keys = keys
    self.places = places
    self.issuer = issuer
  }

  /// What checks the permits of this office.
  package var verifier: PermitVerifier { PermitVerifier(keys.publicKeys, issuer: issuer) }
}
