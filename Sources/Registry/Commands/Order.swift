import Casework
import EventStore

/// A request on its way through: whose file it is for, and the files that it is decided with.
struct Order: Sendable {
  let request: Request
  private(set) var hand: FilesAtHand

  /// - Throws: `Rejection` `no-resident-named`.
  init(_ request: Request, _ office: Office) throws {
    self.request = request
    if let resident = request.resident {
      hand = FilesAtHand(request, resident, office.shelf)
    } else if request.opensFile {
      hand = FilesAtHand(request, office.ids.next(), office.shelf)
    } else {
      throw Rejection.noResidentNamed
    }
  }

  /// With what the journal holds beyond what is folded already.
  func warmed(_ events: (StreamID, Int64) throws -> [StoredEvent]) throws -> Order {
    var order = self
    try order.hand.catchUp(events)
    return order
  }

  /// With another name where the one drawn for a new file is taken already.
  func named(_ office: Office, _ transaction: any JournalTransaction) throws -> Order {
    guard request.resident == nil else { return self }
    var order = self
    while try transaction.hasSubject(order.hand.subject.file.id.text) {
      order.hand = FilesAtHand(request, office.ids.next(), office.shelf)
      try order.hand.catchUp(transaction.events)
    }
    return order
  }
}

extension Request {
  fileprivate var opensFile: Bool {
    if case .person(.register) = command { true } else { false }
  }
}
