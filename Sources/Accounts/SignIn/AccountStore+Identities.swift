package import ExpressionLanguage

/// Somebody as a provider of OpenID Connect knows them.
package struct ProviderIdentity: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The provider's address (`iss`).
  package let issuer: String
  /// Its name for the person (`sub`).
  package let subject: String

  /// Creates an identity.
  package init(issuer: String, subject: String) {
    self.issuer = issuer
    self.subject = subject
  }

  /// The issuer alone: the subject is personal.
  package var description: String { "ProviderIdentity(\(issuer))" }
  /// The issuer alone.
  package var customMirror: Mirror { Mirror(self, children: ["issuer": issuer]) }
}

extension AccountStore {
  /// Makes a resident's account without name and password for a provider's subject, and signs in.
  ///
  /// - Throws: `AccountFault.identityBound`.
  package func signUp(
    identity: ProviderIdentity,
    language: Language,
    from address: NetworkAddress,
    replacing old: SessionToken?
  ) async throws -> OpenedSession { throw AccountStoreFault.closed }

  /// Signs in whom a provider has vouched for; `.wrong` if no account is bound to the subject.
  ///
  /// The account's own authenticator is still asked for.
  package func signIn(
    identity: ProviderIdentity,
    from address: NetworkAddress,
    replacing old: SessionToken?
  ) async throws -> SignInAnswer { throw AccountStoreFault.closed }

  /// Binds a provider's subject to the session's account; signing in must be fresh.
  ///
  /// - Throws: `AccountFault.identityBound`, `.notSignedIn`, `.mustReauthenticate`.
  package func bind(_ identity: ProviderIdentity, in token: SessionToken) async throws {
    throw AccountStoreFault.closed
  }

  /// Unbinds a provider's subject from the session's account; signing in must be fresh.
  ///
  /// - Throws: `AccountFault.notSignedIn`, `.mustReauthenticate`, `.wrongPassword` if it was the
  ///   only way in.
  package func unbind(_ identity: ProviderIdentity, in token: SessionToken) async throws {
    throw AccountStoreFault.closed
  }

  /// The subjects that are bound to an account.
  ///
  /// - Complexity: O(*n*) in their number.
  package func identities(of id: AccountID) async throws -> [ProviderIdentity] {
    throw AccountStoreFault.closed
  }
}
