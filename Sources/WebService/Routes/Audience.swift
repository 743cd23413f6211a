package import Casework

/// Who may come to a route at all; what they may do there is the access table's.
package enum Audience: Hashable, Sendable {
  /// Anybody, signed in or not.
  case everyone
  /// Anybody who has signed in.
  case signedIn
  /// Whoever acts as one of these.
  case roles(Set<Role>)
  /// Whoever acts as a role that the access table grants this for some file and purpose.
  case allowed(Action)
  /// An agency's program with an access token for one of its scopes.
  case client(scope: String)

  /// The roles that may come; `nil` where nobody needs to sign in, none for programs.
  package var admitted: Set<Role>? {
    switch self {
    case .everyone: nil
    case .signedIn: Set(Role.allCases).subtracting([.system, .agency])
    case .roles(let roles): roles
    case .allowed(let action):
      Set(AccessTable.rows.filter { $0.actions.contains(action) }.map(\.role))
        .subtracting([.system, .agency])
    case .client: []
    }
  }
}
