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

  /// The one that was there on a day, live or not; `nil` before the first was issued.
  package func permit(on day: CivilDate) -> Permit? { all.last { $0.issued <= day } }

  /// Where the person stood on a day; `nil` before the first permit was issued.
  package func state(on day: CivilDate) -> Permit.State? { permit(on: day)?.state(on: day) }

  /// Whether a card of the serial number was ever made for this person.
  package func hasCard(_ serial: String) -> Bool {
    all.contains { $0.cards.contains { $0.serial == serial } }
  }

  mutating func apply(_ event: PermitEvent, _ entry: FileEntry) {
    if case .issued(let application, let card, let due) = event {
      all.append(
        Permit(
          number: all.count + 1,
          state: .active,
          application: application,
          issued: entry.on,
          issuer: entry.by.office,
          anniversary: entry.on,
          endorsementDue: due,
          tenureStarts: [entry.on],
          cards: [card]
        )
      )
    } else if !all.isEmpty {
      all[all.count - 1].apply(event, entry)
    }
  }
}
