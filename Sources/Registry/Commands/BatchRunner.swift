import Casework
import EventStore
import Synchronization

/// Runs many commands in one durable transaction, in order, each whole or not at all.
///
/// For whoever has many to send at once: a department's delivery, a demonstration. Each decides on
/// what those before have left.
struct BatchRunner: Sendable {
  private let office: Office
  private let requests: [Request]

  init(_ office: Office, _ requests: [Request]) {
    self.office = office
    self.requests = requests
  }

  func run() async throws -> [Result<Receipt, Rejection>] {
    guard !requests.isEmpty else { return [] }
    let moment = office.clock.now()
    let law = try office.laws.law(on: moment.date)
    // Drawn before, so that a body that is run again gives the same names.
    let residents = requests.map { $0.resident ?? office.ids.next() }
    let answers = Mutex<[Result<StoredReceipt, Rejection>]>([])
    let commit = CommitRequest(key: nil, digest: [], time: moment.milliseconds)
    let result = try await office.store.commit(commit) { transaction in
      var found: [Result<StoredReceipt, Rejection>] = []
      for (request, resident) in zip(requests, residents) {
        do {
          found.append(.success(try step(request, resident, law, transaction)))
        } catch let rejection as Rejection {
          found.append(.failure(rejection))
        }
      }
      answers.withLock { $0 = found }
      return []
    }
    return answers.withLock { $0 }.map { answer in
      answer.map { Receipt($0, end: result.position, wasRepeated: false) }
    }
  }

  private func step(
    _ request: Request,
    _ resident: ResidentID,
    _ law: OfficeLaw,
    _ transaction: any JournalTransaction
  ) throws -> StoredReceipt {
    if request.resident == nil {
      guard case .person(.register) = request.command else { throw Rejection.noResidentNamed }
    }
    precondition(request.key == nil, "a request of a batch has no key of its own")
    let runner = CommandRunner(office, request)
    var resident = resident
    while true {
      do {
        let hand = FilesAtHand(request, resident)
        return try runner.step(on: resident, law, from: hand, transaction)[0].receipt
      } catch is CommandRunner.NameTaken { resident = office.ids.next() }
    }
  }
}
