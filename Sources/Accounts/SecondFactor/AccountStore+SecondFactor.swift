extension AccountStore {
  /// Offers an authenticator to the session's account; nothing changes until it is confirmed.
  ///
  /// The session must be fresh, and signed in or awaiting enrolment. Another offer takes the place
  /// of this one; a confirmed authenticator stays until a new one is confirmed.
  ///
  /// - Parameters:
  ///   - token: The session's.
  ///   - issuer: What the authenticator shows beside the name.
  /// - Throws: `AccountFault.notSignedIn`, `.mustReauthenticate`.
  package func offerSecondFactor(
    in token: SessionToken,
    issuer: String = "Anju"
  ) async throws -> SecondFactorOffer { throw AccountStoreFault.closed }

  /// Confirms the offered authenticator by its first code; ends the account's other sessions.
  ///
  /// - Throws: `AccountFault.wrongCode`, `.wait`, `.secondFactor` if none was offered,
  ///   `.notSignedIn`, `.mustReauthenticate`.
  package func confirmSecondFactor(
    code: String,
    in token: SessionToken,
    from address: NetworkAddress
  ) async throws -> SecondFactorEnrolment { throw AccountStoreFault.closed }

  /// Takes a code of the authenticator, or a recovery code, for a session that awaits it or that
  /// proves itself anew; the session gets a new token.
  ///
  /// A code is good for the half minute that it belongs to and the ones beside it, once.
  ///
  /// - Throws: `AccountFault.notSignedIn`, `.secondFactor` if the account has no authenticator.
  package func passSecondFactor(
    code: String,
    in token: SessionToken,
    from address: NetworkAddress
  ) async throws -> SignInAnswer { throw AccountStoreFault.closed }

  /// How many recovery codes an account has left.
  package func recoveryCodesLeft(of id: AccountID) async throws -> Int {
    throw AccountStoreFault.closed
  }

  /// Makes ten new recovery codes; the old ones are good no more.
  ///
  /// - Throws: `AccountFault.notSignedIn`, `.mustReauthenticate`, `.secondFactor`.
  package func makeRecoveryCodes(in token: SessionToken) async throws -> [String] {
    throw AccountStoreFault.closed
  }

  /// Takes the authenticator off the session's own account.
  ///
  /// - Throws: `AccountFault.secondFactorNeeded` where the role asks for one, `.notSignedIn`,
  ///   `.mustReauthenticate`, `.secondFactor`.
  package func removeSecondFactor(in token: SessionToken) async throws {
    throw AccountStoreFault.closed
  }

  /// Takes the authenticator off somebody's account who has lost it, and ends their sessions; whose
  /// role asks for one enrols anew at the next sign-in.
  ///
  /// - Throws: `AccountFault.unknownAccount`.
  package func removeSecondFactor(of id: AccountID, by author: AccountID) async throws {
    throw AccountStoreFault.closed
  }
}
