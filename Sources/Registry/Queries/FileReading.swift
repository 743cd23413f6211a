import Casework
import EventStore
import ExpressionLanguage

/// Shows files: who may is asked first, and the reading is in the log before anything is shown.
struct FileReading: Sendable {
  private let office: Office

  init(_ office: Office) { self.office = office }

  func read(
    _ resident: ResidentID,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> FileView {
    let action: Action = actor.role == .resident ? .readOwnFile : .readFile
    let hand = try await hand(resident, by: actor)
    try check(action, hand, by: actor, for: purpose)
    try await AccessLog(office).enter(action, of: resident, by: actor, for: purpose)
    let day = office.today
    let law = try office.laws.law(on: day)
    let file = hand.subject.file
    let (entries, delivered) = try await office.store.read { reader in
      let entries = try reader.events(of: resident.stream, after: 0)
        .prefix(file.version)
        .map { event in
          FileView.Entry(
            position: event.position,
            recordedAt: event.recordedAt,
            entry: try EventCodec.decode(event)
          )
        }
      let delivered = try reader.rows(
        "SELECT notice FROM outbox WHERE resident = ? AND state = 'delivered'",
        [.text(resident.text)]
      ).compactMap { $0[0].integer.map { Int($0) } }
      return (entries, Set(delivered))
    }
    return FileView(
      file: file,
      entries: entries,
      day: day,
      law: law,
      clocks: file.clocks(on: day, by: law),
      delivered: delivered
    )
  }

  func entitlement(
    of resident: ResidentID,
    to service: String,
    on day: CivilDate,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> Entitlement {
    let hand = try await hand(resident, by: actor)
    try check(.askEntitlement, hand, by: actor, for: purpose)
    try await AccessLog(office).enter(.askEntitlement, of: resident, by: actor, for: purpose)
    let all = hand.subject.file.entitlements(on: day, by: try office.laws.law(on: day))
    guard let answer = all.first(where: { $0.service == service }) else {
      throw Rejection.noSuchService(service, all.map(\.service))
    }
    return answer
  }

  /// A file with those of the actor and the actor's wards.
  func hand(_ resident: ResidentID, by actor: Actor) async throws -> FilesAtHand {
    try await office.store.read { reader in
      var hand = FilesAtHand(resident, actor: actor)
      try hand.catchUp(reader.events)
      return hand
    }
  }

  /// Asks the table whether somebody may do something with a file that is there.
  func check(
    _ action: Action,
    _ hand: FilesAtHand,
    by actor: Actor,
    for purpose: Purpose
  ) throws {
    try check(action, on: hand.subject.file, hand.others, actor, purpose)
    if hand.subject.file.isEmpty { throw Rejection.noSuchResident }
  }

  /// Asks the table whether somebody may do something that is about no file, or about all.
  func checkNoFile(_ action: Action, by actor: Actor, for purpose: Purpose) async throws {
    guard let nobody = ResidentID(String(repeating: "0", count: ResidentID.length)) else { return }
    try check(action, on: ResidentFile(id: nobody), [:], actor, purpose)
  }

  private func check(
    _ action: Action,
    on file: ResidentFile,
    _ others: [ResidentID: ResidentFile],
    _ actor: Actor,
    _ purpose: Purpose
  ) throws {
    let today = office.today
    let desk = Desk(
      actor: actor,
      purpose: purpose,
      today: today,
      law: try office.laws.law(on: today),
      files: others
    )
    try AccessTable.check(action, on: file, at: desk)
  }
}

extension Rejection {
  static func noSuchService(_ name: String, _ known: [String]) -> Rejection {
    let names = known.joined(separator: ", ")
    return Rejection(
      "no-such-service",
      Bilingual("no measure in force opens a service \(name)", "现行办法没有“\(name)”这项服务"),
      remedy: Bilingual("the services are: \(names)", "现有服务：\(names)")
    )
  }
}
