import HTTPTypes
import Casework

/// Everything that the service answers to, in one table.
package enum RouteTable {
  /// Every route.
  package static let all: [Route] =
    PublicRoutes.all + AccountRoutes.all + ResidentRoutes.all + DeskRoutes.all + AuditRoutes.all
    + CertificateRoutes.all + APIRoutes.all + OperationsRoutes.all

  /// One row as `anju serve --routes` prints it.
  package struct Row: Codable, Hashable, Sendable {
    /// The method.
    package let method: String
    /// The path, a page's without its language.
    package let path: String
    /// What speaks at it.
    package let kind: Route.Kind
    /// `everyone`, `client`, or `signed in`.
    package let audience: String
    /// The roles that may come, where one must have signed in.
    package let roles: [String]
    /// Whether it needs the session's token against cross-site forgery.
    package let csrf: Bool
  }

  /// The table as rows, in the order of path and method.
  package static var rows: [Row] {
    all.map { route in
      let audience =
        switch route.audience {
        case .everyone: "everyone"
        case .client(let scope): "client \(scope)"
        case .signedIn, .roles, .allowed: "signed in"
        }
      return Row(
        method: route.method.rawValue,
        path: route.path,
        kind: route.kind,
        audience: audience,
        roles: (route.audience.admitted ?? []).map(\.rawValue).sorted(),
        csrf: route.kind == .page && route.method != .get
      )
    }
    .sorted { ($0.path, $0.method) < ($1.path, $1.method) }
  }
}
