package import Casework
package import ExpressionLanguage
import GRDB

/// An account that was made for somebody, and what they set their first password with.
package struct Invitation: Hashable, Sendable {
  /// The account.
  package let account: Account
  /// Good for three days.
  package let token: OneTimeToken
}

extension AccountStore {
  /// Makes an account for one of the office's people, a department's or an employer's.
  ///
  /// - Parameters:
  ///   - name: The sign-in name.
  ///   - role: Any role but agency and system; a resident's for a person at the window.
  ///   - office: The office, department or employer; only residents have none.
  ///   - language: The language that it prefers.
  ///   - author: Whose account makes it; `nil` for the first one, from the command line.
  /// - Returns: The account and the token for its first password.
  /// - Throws: `AccountFault.name`, `.nameTaken`, `.role`.
  package func createStaff(
    name: String,
    role: Role,
    office: String,
    language: Language,
    by author: AccountID?
  ) async throws -> Invitation {
    let name = try signInName(name)
    return try await write { transaction in
      try transaction.check(role, office: office)
      let account = try transaction.makeAccount(
        name: name,
        role: role,
        office: office,
        language: language,
        by: author
      )
      let token = try transaction.makeResetToken(of: account.id, lifetime: 3 * .day)
      return Invitation(account: account, token: token)
    }
  }

  /// Shuts an account and ends its sessions.
  ///
  /// - Throws: `AccountFault.unknownAccount`.
  package func block(_ id: AccountID, by author: AccountID?) async throws {
    try await write { transaction in
      _ = try transaction.known(id)
      try transaction.run("UPDATE accounts SET state = 'blocked' WHERE id = ?", [id.text])
      try transaction.run("DELETE FROM reset_tokens WHERE account = ?", [id.text])
      try transaction.endSessions(of: id)
      try transaction.forgetDevices(of: id)
      try transaction.note(.blocked, id, by: author)
    }
  }

  /// Opens an account again that was shut.
  ///
  /// - Throws: `AccountFault.unknownAccount`.
  package func unblock(_ id: AccountID, by author: AccountID?) async throws {
    try await write { transaction in
      _ = try transaction.known(id)
      try transaction.run("UPDATE accounts SET state = 'active' WHERE id = ?", [id.text])
      try transaction.note(.unblocked, id, by: author)
    }
  }

  /// Changes what an account acts as, and ends its sessions.
  ///
  /// Who rises to a role with the stricter rules may have too short a password for it, so that one
  /// goes and a token for a new one comes.
  ///
  /// - Parameters:
  ///   - id: The account.
  ///   - role: Any role but agency and system.
  ///   - office: The office, department or employer; only residents have none.
  ///   - author: Whose account does it.
  /// - Returns: The token for a new password, if one is needed.
  /// - Throws: `AccountFault.unknownAccount`, `.role`, `.residentBound`.
  @discardableResult
  package func changeRole(
    of id: AccountID,
    to role: Role,
    office: String,
    by author: AccountID?
  ) async throws -> OneTimeToken? {
    try await write { transaction in
      let account = try transaction.known(id)
      try transaction.check(role, office: office)
      if role == .resident, account.role != .resident, let resident = account.resident,
        try transaction.account(of: resident) != nil
      {
        throw AccountFault.residentBound
      }
      try transaction.run(
        "UPDATE accounts SET role = ?, office = ? WHERE id = ?",
        [role.rawValue, office, id.text]
      )
      try transaction.endSessions(of: id)
      try transaction.forgetDevices(of: id)
      try transaction.note(.roleChanged, id, by: author)
      guard role.isOfficial, !account.role.isOfficial else { return nil }
      try transaction.run("UPDATE accounts SET password = NULL WHERE id = ?", [id.text])
      return try transaction.makeResetToken(of: id, lifetime: 3 * .day)
    }
  }
}
