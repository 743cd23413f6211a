import Casework
import FoundationEssentials
import GRDB

/// A session that is open, and whose it is.
struct AccountSession {
  let hash: Data
  let session: Session
  let account: Account
}

/// When somebody proved who they are; `nil` leaves what was.
struct SessionMoments {
  var authenticatedAt: Int64?
  var secondFactorAt: Int64?
}

extension AccountTransaction {
  private static let sessionColumns = """
    SELECT s.hash, s.id, s.created, s.seen, s.idle, s.ends, s.authenticated, s.second_factor, \
    s.acting_for, s.flash, \(accountColumns) \
    FROM sessions s LEFT JOIN accounts a ON a.id = s.account
    """

  /// The session of a token, if it is open: one read by the primary key.
  func session(_ token: SessionToken) throws -> Session? {
    let hash = SecretToken.hash(token.text)
    guard let row = try row("\(Self.sessionColumns) WHERE s.hash = ?", [hash]) else { return nil }
    return try session(row)
  }

  func sessions(of id: AccountID) throws -> [Session] {
    let sql = "\(Self.sessionColumns) WHERE s.account = ? ORDER BY s.created DESC, s.hash"
    return try rows(sql, [id.text]).compactMap(session)
  }

  private func session(_ row: Row) throws -> Session? {
    let hash: Data = row["hash"]
    let (seen, idle, ends): (Int64, Int64, Int64) = (row["seen"], row["idle"], row["ends"])
    guard now < ends, now < seen + idle else { return nil }
    let hasAccount = (row["a_id"] as String?) != nil
    let account = hasAccount ? try account(row) : nil
    if account?.state == .blocked { return nil }
    let secondFactorAt: Int64? = row["second_factor"]
    let id: String = row["id"]
    let actingFor = try vault.openText(row["acting_for"], "sessions.acting/\(id)")
    return Session(
      id: SessionID(id),
      account: account,
      standing: standing(account, secondFactorAt),
      createdAt: row["created"],
      seenAt: seen,
      endsAt: ends,
      idleAt: min(ends, seen + idle),
      authenticatedAt: row["authenticated"],
      secondFactorAt: secondFactorAt,
      actingFor: actingFor.flatMap(ResidentID.init),
      flash: try vault.openText(row["flash"], "sessions.flash/\(id)"),
      csrf: CSRFSecret(vault, sessionHash: hash)
    )
  }

  /// Told anew at each request, so that an authenticator taken away or added counts at once.
  private func standing(_ account: Account?, _ secondFactorAt: Int64?) -> SessionStanding {
    guard let account else { return .anonymous }
    if account.hasSecondFactor { return secondFactorAt == nil ? .awaitingSecondFactor : .signedIn }
    return account.mustHaveSecondFactor ? .awaitingEnrolment : .signedIn
  }

  /// The session of a token, which must be open and have an account.
  func openSession(_ token: SessionToken) throws -> AccountSession {
    guard let session = try session(token) else { throw AccountFault.sessionEnded }
    guard let account = session.account else { throw AccountFault.notSignedIn }
    return AccountSession(hash: SecretToken.hash(token.text), session: session, account: account)
  }

  /// The session of a token, which must be signed in.
  func signedInSession(_ token: SessionToken) throws -> AccountSession {
    let open = try openSession(token)
    guard open.session.standing == .signedIn else { throw AccountFault.notSignedIn }
    return open
  }

  /// The session of a token, whose person has just proved who they are.
  func freshSession(
    _ token: SessionToken,
    enrolling: Bool = false
  ) throws -> AccountSession {
    let open = try openSession(token)
    let standing = open.session.standing
    guard standing == .signedIn || enrolling && standing == .awaitingEnrolment else {
      throw AccountFault.notSignedIn
    }
    guard open.session.isFresh(within: options.freshness, at: now) else {
      throw AccountFault.mustReauthenticate
    }
    return open
  }

  /// Opens a session in place of another one, which ends: its token may be another's.
  func openSession(
    of account: Account?,
    replacing old: SessionToken? = nil,
    failuresBefore: Int = 0
  ) throws -> OpenedSession {
    if let old { try endSession(old) }
    return try insertSession(
      account,
      created: now,
      SessionMoments(authenticatedAt: account == nil ? nil : now),
      actingFor: nil,
      flash: nil,
      failuresBefore
    )
  }

  /// Gives a session a new token, so that one fixed or seen before is worth nothing.
  func rotate(
    _ token: SessionToken,
    setting moments: SessionMoments = SessionMoments(),
    failuresBefore: Int = 0
  ) throws -> OpenedSession {
    let open = try openSession(token)
    try run("DELETE FROM sessions WHERE hash = ?", [open.hash])
    return try insertSession(
      try known(open.account.id),
      created: open.session.createdAt,
      SessionMoments(
        authenticatedAt: moments.authenticatedAt ?? open.session.authenticatedAt,
        secondFactorAt: moments.secondFactorAt ?? open.session.secondFactorAt
      ),
      actingFor: open.session.actingFor,
      flash: open.session.flash,
      failuresBefore
    )
  }

  private func insertSession(
    _ account: Account?,
    created: Int64,
    _ moments: SessionMoments,
    actingFor: ResidentID?,
    flash: String?,
    _ failuresBefore: Int
  ) throws -> OpenedSession {
    let token = SessionToken.random()
    let hash = SecretToken.hash(token.text)
    let id = hash.prefix(10).hexadecimal
    let limits = limits(of: account, standing(account, moments.secondFactorAt))
    try run(
      "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        hash, id, account?.id.text, created, now, limits.idle, created + limits.absolute,
        moments.authenticatedAt, moments.secondFactorAt,
        try actingFor.map { try vault.seal($0.text, "sessions.acting/\(id)") },
        try flash.map { try vault.seal($0, "sessions.flash/\(id)") },
      ]
    )
    if let account {
      try run("UPDATE accounts SET seen = ? WHERE id = ?", [now, account.id.text])
    }
    guard let session = try session(token) else { throw AccountFault.sessionEnded }
    return OpenedSession(token: token, session: session, failuresBefore: failuresBefore)
  }

  private func limits(of account: Account?, _ standing: SessionStanding) -> SessionLimits.Pair {
    guard let account, standing != .awaitingSecondFactor else { return options.limits.anonymous }
    return account.role.isOfficial ? options.limits.staff : options.limits.residents
  }

  func endSession(_ token: SessionToken) throws {
    try run("DELETE FROM sessions WHERE hash = ?", [SecretToken.hash(token.text)])
  }

  func endSessions(of id: AccountID, except kept: Data? = nil) throws {
    try run(
      "DELETE FROM sessions WHERE account = ? AND hash IS NOT ?",
      [id.text, kept]
    )
  }

  /// Nobody acts for these people any more; rare, so that it may look at every session.
  func forgetActing(for residents: Set<String>) throws {
    for row in try rows("SELECT hash, id, acting_for FROM sessions WHERE acting_for IS NOT NULL") {
      let id: String = row["id"]
      let text = try vault.openText(row["acting_for"], "sessions.acting/\(id)")
      guard let text, residents.contains(text) else { continue }
      try run("UPDATE sessions SET acting_for = NULL WHERE hash = ?", [row["hash"] as Data])
    }
  }
}

extension Data {
  /// Two small digits a byte.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
