package import ExpressionLanguage

/// A person's permits; at most one of them is live.
package struct PermitBook: Hashable, Sendable {
  /// All of them, in order.
  package private(set) var all: [Permit] = []

  /// None yet.
  package init() {}

  /// The last one, live or not.
  package var last: Permit? { all.last }

  /// The one that is active or suspended.
  package var live: Permit? { all.last.flatMap { $0.state.isLive ? $0 : nil } }

  mutating func apply(_ event: PermitEvent, _ entry: FileEntry) {}
}

extension Permit {
  /// Where it stands on a day: suspended as soon as the due date has passed, whether or not the
  /// day's work has recorded it yet.
  package func state(on day: CivilDate) -> State { state }
}
