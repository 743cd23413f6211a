package import Casework
package import ExpressionLanguage

/// Whether an account may be used.
package enum AccountState: String, CaseIterable, Hashable, Sendable, Codable {
  /// It may.
  case active
  /// 停用: the office shut it; its sessions have ended and it opens no other.
  case blocked
}

/// What the service knows of somebody who may sign in.
///
/// Its name may be a mobile number: printing an account shows its opaque id and nothing else.
package struct Account: Hashable, Sendable {
  /// The opaque name, which entries of the registry keep.
  package let id: AccountID
  /// The sign-in name as it was chosen; `nil` if the account is only reached through a provider of
  /// OpenID Connect.
  package let name: String?
  /// What it acts as.
  package let role: Role
  /// The office, department or employer that it belongs to; empty for residents.
  package let office: String
  /// The file of the account's person, once it is bound to one.
  package let resident: ResidentID?
  /// Whether it may be used.
  package let state: AccountState
  /// The language it prefers.
  package let language: Language
  /// When it was made, in milliseconds since 1970.
  package let createdAt: Int64
  /// When it was last used, to the minute.
  package let seenAt: Int64?
  /// Whether it has a password.
  package let hasPassword: Bool
  /// Whether an authenticator is confirmed.
  package let hasSecondFactor: Bool

  /// Who asks, for the registry.
  package var actor: Actor {
    Actor(account: id.text, role: role, office: office, resident: resident)
  }

  /// Whether its role asks for an authenticator beside the password.
  package var mustHaveSecondFactor: Bool { role.isOfficial }
}

extension Role {
  /// Whether it acts for the office or a department, under the stricter limits of passwords,
  /// sessions and second factors.
  var isOfficial: Bool { isStaff || self == .department }

  /// Whether people sign in with it at all: agencies come with a client's key, time with nothing.
  var hasAccounts: Bool { self != .system && self != .agency }
}

extension Account: CustomStringConvertible, CustomReflectable {
  /// The id alone.
  package var description: String { "Account(\(id.text))" }
  /// The id alone.
  package var customMirror: Mirror { Mirror(self, children: ["id": id.text]) }
}
