package import Casework
package import ExpressionLanguage

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
  /// - Throws: `AccountFault.name`, `.nameTaken`, `.role`.
  package func createStaff(
    name: String,
    role: Role,
    office: String,
    language: Language,
    by author: AccountID?
  ) async throws -> Invitation { throw AccountStoreFault.closed }

  /// Shuts an account and ends its sessions.
  ///
  /// - Throws: `AccountFault.unknownAccount`.
  package func block(_ id: AccountID, by author: AccountID?) async throws {
    throw AccountStoreFault.closed
  }

  /// Opens an account again that was shut.
  ///
  /// - Throws: `AccountFault.unknownAccount`.
  package func unblock(_ id: AccountID, by author: AccountID?) async throws {
    throw AccountStoreFault.closed
  }

  /// Changes what an account acts as, and ends its sessions.
  ///
  /// - Throws: `AccountFault.unknownAccount`, `.role`.
  package func changeRole(
    of id: AccountID,
    to role: Role,
    office: String,
    by author: AccountID?
  ) async throws { throw AccountStoreFault.closed }
}
