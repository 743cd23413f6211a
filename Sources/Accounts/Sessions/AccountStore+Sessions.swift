package import Casework

extension AccountStore {
  /// Opens a session before anybody has signed in, for the forms.
  package func openSession() async throws -> OpenedSession { throw AccountStoreFault.closed }

  /// The session of a token, for every request: one indexed read, and at most once a minute a write
  /// that notes its use.
  ///
  /// - Returns: `nil` if it is unknown, over, or its account shut.
  package func session(_ token: SessionToken) async throws -> Session? {
    throw AccountStoreFault.closed
  }

  /// 退出: ends the session.
  package func endSession(_ token: SessionToken) async throws { throw AccountStoreFault.closed }

  /// The open sessions of an account, the newest first.
  ///
  /// - Complexity: O(*n*) in their number.
  package func sessions(of id: AccountID) async throws -> [Session] {
    throw AccountStoreFault.closed
  }

  /// Ends one session of an account by its name in the list.
  ///
  /// - Returns: Whether the account had it.
  package func endSession(_ session: SessionID, of id: AccountID) async throws -> Bool {
    throw AccountStoreFault.closed
  }

  /// Ends the sessions of an account, all or all but one.
  ///
  /// - Complexity: O(*n*) in their number.
  package func endSessions(of id: AccountID, except kept: SessionToken? = nil) async throws {
    throw AccountStoreFault.closed
  }

  /// Keeps a word for the next page; at most 500 characters stay.
  ///
  /// - Throws: `AccountFault.sessionEnded`.
  package func setFlash(_ text: String, in token: SessionToken) async throws {
    throw AccountStoreFault.closed
  }

  /// The word that was kept, once.
  package func takeFlash(in token: SessionToken) async throws -> String? {
    throw AccountStoreFault.closed
  }

  /// Notes whom the person acts for from now on; whether they may is the registry's to say.
  ///
  /// - Throws: `AccountFault.notSignedIn`.
  package func act(for resident: ResidentID?, in token: SessionToken) async throws {
    throw AccountStoreFault.closed
  }
}
