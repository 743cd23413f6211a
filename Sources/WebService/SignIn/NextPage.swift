import Accounts
import Casework
import HTTPTypes

/// Where a person goes on to after signing in: a page of this service, and nothing else.
struct NextPage: Hashable, Sendable {
  /// The path with its language and query.
  let path: String

  /// Reads what a link or form names.
  ///
  /// - Returns: `nil` unless it is the address of a page that is looked at.
  /// - Complexity: O(*n*) in the number of routes.
  init?(_ text: String?) {
    guard let text, text.utf8.count <= 500, text.utf8.allSatisfy(Self.isPlain) else { return nil }
    let path = text.prefix { $0 != "?" }
    guard text.dropFirst(path.count).dropFirst().allSatisfy({ $0 != "?" }) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0].isEmpty, ["zh", "en"].contains(parts[1]) else { return nil }
    let rest = parts.dropFirst(2)
    // Signing in begins at no page of signing in.
    guard rest.first != "sign-in", rest.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
    else { return nil }
    let isPage = RouteTable.all.contains { route in
      route.kind == .page && route.method == .get && Self.matches(route.path, Array(rest))
    }
    guard isPage else { return nil }
    self.path = text
  }

  /// The first page for whoever has signed in, without its language.
  static func home(of account: Account?) -> String {
    switch account?.role {
    case .resident?: account?.resident == nil ? "/me/start" : "/me"
    case .auditor?: "/audit"
    case nil: ""
    default: "/desk"
    }
  }

  private static func matches(_ pattern: String, _ parts: [Substring]) -> Bool {
    let own = pattern.split(separator: "/")
    guard own.count == parts.count else { return false }
    return zip(own, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "/?=&%+-._~".utf8.contains(byte)
    }
  }
}

extension Visit {
  /// Where the visitor wanted to go, if the link or form names a page.
  var next: NextPage? { NextPage(form["next"] ?? query["next"]) }

  /// The same as the end of a link, `?next=…`; empty where there is none.
  var nextQuery: String { next.map { "?next=" + Form.escaped($0.path) } ?? "" }
}
