package import Casework
import FoundationEssentials
import GRDB

extension AccountStore {
  /// Opens a session before anybody has signed in, for the forms.
  package func openSession() async throws -> OpenedSession {
    try await write { try $0.openSession(of: nil) }
  }

  /// The session of a token, for every request.
  ///
  /// One read by the primary key, and at most once a minute a write that notes its use; the idle
  /// limit therefore counts from the minute's beginning.
  ///
  /// - Returns: `nil` if it is unknown, over, or its account shut.
  package func session(_ token: SessionToken) async throws -> Session? {
    let (session, isStale) = try await read { transaction -> (Session?, Bool) in
      let session = try transaction.session(token)
      return (session, session.map { transaction.now - $0.seenAt >= .minute } ?? false)
    }
    if isStale, let session {
      try await write { transaction in
        let (hash, now) = (SecretToken.hash(token.text), transaction.now)
        let sql = "UPDATE sessions SET seen = ? WHERE hash = ? AND seen <= ?"
        let isFirst = try transaction.changes(sql, [now, hash, now - .minute]) > 0
        if isFirst, let account = session.account {
          try transaction.run("UPDATE accounts SET seen = ? WHERE id = ?", [now, account.id.text])
        }
      }
    }
    return session
  }

  /// 退出: ends the session.
  package func endSession(_ token: SessionToken) async throws {
    try await write { transaction in
      if let account = try transaction.session(token)?.account {
        try transaction.note(.signedOut, account.id)
      }
      try transaction.endSession(token)
    }
  }

  /// The open sessions of an account, the newest first.
  ///
  /// - Complexity: O(*n*) in their number.
  package func sessions(of id: AccountID) async throws -> [Session] {
    try await read { try $0.sessions(of: id) }
  }

  /// Ends one session of an account by its name in the list.
  ///
  /// - Returns: Whether the account had it.
  package func endSession(_ session: SessionID, of id: AccountID) async throws -> Bool {
    try await write { transaction in
      let sql = "DELETE FROM sessions WHERE account = ? AND id = ?"
      let isEnded = try transaction.changes(sql, [id.text, session.text]) > 0
      if isEnded { try transaction.note(.sessionsEnded, id) }
      return isEnded
    }
  }

  /// Ends the sessions of an account, all or all but one.
  ///
  /// - Complexity: O(*n*) in their number.
  package func endSessions(of id: AccountID, except kept: SessionToken? = nil) async throws {
    try await write { transaction in
      try transaction.endSessions(of: id, except: kept.map { SecretToken.hash($0.text) })
      try transaction.note(.sessionsEnded, id)
    }
  }

  /// Keeps a word for the next page; at most 500 characters stay.
  ///
  /// - Throws: `AccountFault.sessionEnded`.
  package func setFlash(_ text: String, in token: SessionToken) async throws {
    try await write { transaction in
      guard let session = try transaction.session(token) else { throw AccountFault.sessionEnded }
      let place = "sessions.flash/\(session.id.text)"
      try transaction.run(
        "UPDATE sessions SET flash = ? WHERE hash = ?",
        [try transaction.vault.seal(String(text.prefix(500)), place), SecretToken.hash(token.text)]
      )
    }
  }

  /// The word that was kept, once.
  package func takeFlash(in token: SessionToken) async throws -> String? {
    try await write { transaction in
      guard let flash = try transaction.session(token)?.flash else { return nil }
      let hash = SecretToken.hash(token.text)
      try transaction.run("UPDATE sessions SET flash = NULL WHERE hash = ?", [hash])
      return flash
    }
  }

  /// Notes whom the person acts for from now on; whether they may is the registry's to say.
  ///
  /// - Throws: `AccountFault.sessionEnded`, `.notSignedIn`.
  package func act(for resident: ResidentID?, in token: SessionToken) async throws {
    try await write { transaction in
      let open = try transaction.signedInSession(token)
      let place = "sessions.acting/\(open.session.id.text)"
      try transaction.run(
        "UPDATE sessions SET acting_for = ? WHERE hash = ?",
        [try resident.map { try transaction.vault.seal($0.text, place) }, open.hash]
      )
    }
  }
}
