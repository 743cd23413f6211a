import HTTPTypes

/// The methods that are taken at a path, for whoever came with another (RFC 9110, 15.5.6).
struct AllowedMethods: Sendable {
  private struct Pattern: Sendable {
    let parts: [Substring]
    let methods: [HTTPRequest.Method]
  }

  private let patterns: [Pattern]

  init(_ routes: [Route]) {
    patterns = routes.flatMap { route in
      let methods = route.method == .get ? [.get, .head] : [route.method]
      return route.paths.map { Pattern(parts: $0.split(separator: "/"), methods: methods) }
    }
  }

  /// The methods taken at a path, in the order of their names; none where nothing is there.
  ///
  /// - Complexity: O(*n*) in the number of routes: it is asked only where no route answers.
  func at(_ path: String) -> [HTTPRequest.Method] {
    let parts = path.split(separator: "/")
    let methods = patterns.filter { Self.matches(parts, $0.parts) }.flatMap(\.methods)
    return Set(methods).sorted { $0.rawValue < $1.rawValue }
  }

  private static func matches(_ parts: [Substring], _ pattern: [Substring]) -> Bool {
    parts.count == pattern.count
      && zip(parts, pattern).allSatisfy { part, wanted in wanted.hasPrefix("{") || part == wanted }
  }
}
