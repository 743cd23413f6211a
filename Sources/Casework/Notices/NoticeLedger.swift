/// The notices that went out to a person.
package struct NoticeLedger: Hashable, Sendable {
  /// All of them, in order.
  package private(set) var all: [Notice] = []

  /// None yet.
  package init() {}

  /// Whether one of this key went out.
  package func contains(_ key: String) -> Bool { all.contains { $0.key == key } }

  mutating func apply(_ event: NoticeEvent, _ entry: FileEntry) {
    switch event {
    case .queued(let notice): all.append(notice)
    }
  }
}
