import Casework
import EventStore
import ExpressionLanguage

/// Destroys what is known of a person, for who may order it.
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
    // Before and for ever: no command that is on its way may put a file back.
    for file in try await PersonErasure.files(of: resident, in: office.store) {
      office.shelf.forget(file)
    }
    try await PersonErasure.run(order, in: office.store, time: time)
  }
}
