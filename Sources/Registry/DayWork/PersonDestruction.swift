import Casework
import EventStore
import ExpressionLanguage

/// Destroys what is known of a person: their key, the payloads under it, every row of the read
/// models, and their share of the statistics.
struct PersonDestruction: Sendable {
  private let office: Office
  private let resident: ResidentID
  private let actor: Actor
  private let purpose: Purpose

  init(_ office: Office, _ resident: ResidentID, _ actor: Actor, _ purpose: Purpose) {
    self.office = office
    self.resident = resident
    self.actor = actor
    self.purpose = purpose
  }

  func run(reason: String) async throws {
    let reading = FileReading(office)
    let hand = try await reading.hand(resident, by: actor)
    try reading.check(.destroyPerson, hand, by: actor, for: purpose)
    let order = Destruction(subject: resident.text, reason: reason, actor: actor.account)
    let time = office.clock.now().milliseconds
    // Before and for ever: no command that is on its way may put the file back.
    office.shelf.forget(resident)
    try await office.store.destroy([order], time: time) { transaction, _ in
      try Self.erase(resident, transaction)
    }
  }

  /// Takes a person out of the read models, while their events can still be read.
  static func erase(_ resident: ResidentID, _ transaction: any JournalTransaction) throws {
    // A statistic of the past keeps nobody whose data are gone: it could not be counted again.
    var flows = FlowCounts()
    let entries = try transaction.events(of: resident.stream, after: 0).map(EventCodec.decode)
    flows.count(entries, on: ResidentFile(id: resident), times: -1)
    try flows.add(transaction)
    try transaction.execute("DELETE FROM flows WHERE number = 0", [])
    for table in ReadModelTables.personal {
      try transaction.execute(
        "DELETE FROM \(table) WHERE resident = ?",
        [.text(resident.text)]
      )
    }
  }
}
