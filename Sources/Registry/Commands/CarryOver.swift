import Casework
import EventStore
import ExpressionLanguage

/// Takes over whole histories from an office that was kept elsewhere, as they are: nothing is
/// decided again.
struct CarryOver: Sendable {
  private let office: Office

  init(_ office: Office) { self.office = office }

  func run(_ histories: [(resident: ResidentID, entries: [FileEntry])]) async throws {
    let time = office.clock.now().milliseconds
    let laws = office.laws
    // What needs no transaction is done before it, so that others need not wait for it.
    let changes = try histories.filter { !$0.entries.isEmpty }.map { resident, entries in
      for (earlier, later) in zip(entries, entries.dropFirst()) where later.on < earlier.on {
        throw Rejection.clockWentBack(later.on, earlier.on)
      }
      let change = FileChange(FoldedFile(id: resident), entries)
      return (change: change, events: try change.events)
    }
    _ = try await office.store.commit(CommitRequest(key: nil, digest: [], time: time)) {
      transaction in
      for (change, events) in changes {
        try Uniqueness.check([change], transaction)
        // A file that is there is never added to from outside: its key is made here.
        let positions = try change.append(events, to: transaction)
        try Projection([change], laws, transaction.blindIndex).write(at: [positions], transaction)
      }
      return []
    }
  }
}
