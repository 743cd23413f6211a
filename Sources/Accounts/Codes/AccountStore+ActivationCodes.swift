package import Casework

extension AccountStore {
  /// Makes a code with which a person binds an account to their file; an older one for the file is
  /// good no more.
  ///
  /// - Parameters:
  ///   - resident: The file.
  ///   - proof: What the person must give beside the code, such as their identity number; may be
  ///     empty, but then whoever finds the code has the file. Kept as a keyed hash.
  ///   - author: Who makes it.
  package func makeActivationCode(
    for resident: ResidentID,
    proof: String = "",
    by author: AccountID
  ) async throws -> ActivationCode { throw AccountStoreFault.closed }

  /// Binds the session's account to the file that a code was made for; the session gets a new
  /// token.
  ///
  /// - Parameters:
  ///   - typed: The code, in any case, with or without hyphens and spaces.
  ///   - proof: What the person gives beside it.
  ///   - token: The session's, of a resident who is bound to no file.
  ///   - address: Where the request comes from.
  /// - Throws: `AccountFault.codeInvalid`, `.wait`, `.residentBound`, `.notSignedIn`, `.role`.
  package func redeemActivationCode(
    _ typed: String,
    proof: String = "",
    in token: SessionToken,
    from address: NetworkAddress
  ) async throws -> OpenedSession { throw AccountStoreFault.closed }
}
