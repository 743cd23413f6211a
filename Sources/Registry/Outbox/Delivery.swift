import Casework
import EventStore
import ExpressionLanguage

/// Hands queued notices to a port and records in the journal that they went out.
///
/// A notice stays queued until that is recorded, so none is lost; one that went out just before an
/// interruption goes out again.
struct Delivery: Sendable {
  /// What the journal keeps of a notice that went out.
  private struct Sent: Codable {
    var notice: Int
    var on: CivilDate
    var port: String
  }

  /// A notice that waits.
  private struct Place {
    var resident: ResidentID
    var notice: Int
    var attempts: Int64
  }

  static let type = "delivery/sent"

  private let office: Office
  private let port: any NoticePort

  init(_ office: Office, _ port: any NoticePort) {
    self.office = office
    self.port = port
  }

  func run(limit: Int) async throws -> DeliveryReport {
    var report = DeliveryReport()
    for place in try await waiting(limit) {
      guard let notice = try await notice(at: place) else { continue }
      do throws(NoticeFailure) {
        try await port.send(notice)
      } catch {
        try await recordFailure(at: place, why: error.description)
        report.failed += 1
        continue
      }
      try await record(place)
      report.delivered += 1
    }
    report.waiting = try await count()
    return report
  }

  private func waiting(_ limit: Int) async throws -> [Place] {
    let now = office.clock.now().milliseconds
    return try await office.store.read { reader in
      try reader.rows(
        """
        SELECT outbox.resident, outbox.notice, coalesce(attempts, 0) FROM outbox
        LEFT JOIN delivery_attempts ON delivery_attempts.resident = outbox.resident
          AND delivery_attempts.notice = outbox.notice
        WHERE outbox.state = 'queued' AND coalesce(next_try, 0) <= ?
        ORDER BY outbox.queued_on, outbox.resident, outbox.notice LIMIT ?
        """,
        [.integer(now), .integer(Int64(limit))]
      ).compactMap { row in
        guard let resident = row[0].text.flatMap({ ResidentID($0) }), let notice = row[1].integer,
          let attempts = row[2].integer
        else { return nil }
        return Place(resident: resident, notice: Int(notice), attempts: attempts)
      }
    }
  }

  private func notice(at place: Place) async throws -> OutgoingNotice? {
    let folded = try await office.store.read { reader in
      var folded = FoldedFile(id: place.resident)
      // What was destroyed since is not sent.
      do { try folded.catchUp(reader.events) } catch is Rejection {
        return FoldedFile(id: place.resident)
      }
      return folded
    }
    let all = folded.file.notices.all
    guard all.indices.contains(place.notice - 1) else { return nil }
    return OutgoingNotice(
      id: "\(place.resident.text)-\(place.notice)",
      resident: place.resident,
      phone: folded.file.person.phone,
      on: folded.noticeDays[place.notice - 1],
      notice: all[place.notice - 1]
    )
  }

  private func record(_ place: Place) async throws {
    let now = office.clock.now()
    let sent = Sent(notice: place.notice, on: now.date, port: port.name)
    let event = NewEvent(
      type: Delivery.type,
      payload: try PayloadEncoder.encode(sent),
      subject: place.resident.text
    )
    let request = CommitRequest(key: nil, digest: [], time: now.milliseconds)
    _ = try await office.store.commit(request) { transaction in
      let states = try transaction.rows(
        "SELECT state, notice FROM outbox WHERE resident = ?",
        [.text(place.resident.text)]
      )
      // Another who delivers at the same time may have recorded it, or the person is gone.
      let isQueued = states.contains {
        $0[0].text == "queued" && $0[1].integer == Int64(place.notice)
      }
      guard isQueued else { return [] }
      let stored = try transaction.append(
        [event],
        to: place.resident.deliveryStream,
        expecting: Int64(states.filter { $0[0].text == "delivered" }.count)
      )
      for event in stored { try Delivery.project(event, transaction) }
      try transaction.execute(
        Attempts.table.delete,
        [.text(place.resident.text), .integer(Int64(place.notice))]
      )
      return []
    }
  }

  private func recordFailure(at place: Place, why: String) async throws {
    let now = office.clock.now().milliseconds
    let attempts = place.attempts + 1
    let row: [SQLValue] = [
      .text(place.resident.text), .integer(Int64(place.notice)), .integer(attempts),
      .integer(now + Attempts.pause(after: attempts)), .text(String(why.prefix(200))),
    ]
    let request = CommitRequest(key: nil, digest: [], time: now)
    _ = try await office.store.commit(request) { transaction in
      try transaction.execute(Attempts.table.upsert, row)
      return []
    }
  }

  private func count() async throws -> Int {
    try await office.store.read { reader in
      let rows = try reader.rows("SELECT count(*) FROM outbox WHERE state = 'queued'", [])
      return Int(rows.first?[0].integer ?? 0)
    }
  }

  /// Puts one event of a delivery stream into the outbox.
  static func project(_ event: StoredEvent, _ transaction: any JournalTransaction) throws {
    guard case .bytes(let payload) = event.payload,
      let resident = event.subject.flatMap({ ResidentID($0) })
    else { return }
    guard event.type == type,
      let sent = try? PayloadDecoder.decode(Sent.self, from: payload)
    else { throw UnreadableEvent(position: event.position, type: event.type) }
    try OutboxModel.markDelivered(resident, sent.notice, transaction)
  }
}
