import Casework
import EventStore
import ExpressionLanguage

/// Sees what commands would make happen, without making it happen.
struct Trial: Sendable {
  private let office: Office
  private let resident: ResidentID

  init(_ office: Office, _ resident: ResidentID) {
    self.office = office
    self.resident = resident
  }

  func outcomes(
    of requests: [Request],
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> [Result<Decided, Rejection>] {
    let today = office.today
    let law = try office.laws.law(on: today)
    let named = requests.flatMap(\.command.otherFiles)
    let hand = try await office.store.read { reader in
      var hand = FilesAtHand(resident, named: named, actor: actor)
      try hand.catchUp(reader.events)
      return hand
    }
    // What would happen tells what is in the file.
    try FileReading(office).check(.readFile, hand, by: actor, for: purpose)
    return requests.map { request in
      let desk = Desk(
        actor: actor,
        purpose: request.purpose,
        today: today,
        law: law,
        files: hand.others
      )
      do throws(Rejection) {
        return .success(try hand.subject.file.decide(request.command, at: desk))
      } catch {
        return .failure(error)
      }
    }
  }
}
