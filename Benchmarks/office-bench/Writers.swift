import BenchCity
import Casework
import EventStore
import Foundation
import GRDB
import Registry

/// Durable commands a second, beside raw inserts of the same bytes with the same durability.
struct Writers {
  let rounds: Int
  let seconds: Double
  /// How many at once.
  let counts: [Int]
  private static let people = 4_096

  func run() async throws {
    let folder = try BenchOffice.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let bench = try BenchOffice(in: folder)
    defer { bench.store.close() }
    let people = try await register(Writers.people, bench.office)
    let raw = try RawInserts(folder.appending(path: "raw.sqlite").path)
    let payload = try await payload(bench, people[0])
    print("| writers | commands | journal alone | raw inserts | commands ÷ raw | journal ÷ raw |")
    print("|--:|--:|--:|--:|--:|--:|")
    for writers in counts {
      var (commands, appends, inserts): ([Double], [Double], [Double]) = ([], [], [])
      for round in 0...rounds {
        commands.append(
          try await rate(writers) { writer, turn in
            // One after another from all, each writer its own: files as long as files are.
            let person = (turn * writers + writer) % people.count
            // A phone that the person has already would change nothing: each round begins at an odd
            // distance, and people come round at even ones.
            try await bench.office.run(phone(people[person], turn + round * 4_097))
          }
        )
        appends.append(
          try await rate(writers) { writer, turn in
            let stream = "bench-\(writers)-\(round)/\(writer)"
            try await append(payload, about: people[writer], to: stream, turn, bench.store)
          }
        )
        inserts.append(
          try await rate(writers) { writer, turn in
            try await raw.insert(payload.count, stream: people[writer].text, turn)
          }
        )
      }
      let rates = [commands, appends, inserts].map { String(Int(median($0))) }
      let ratios = [commands, appends].map { ours in
        // The first round warms all.
        Timings.text(median(zip(ours, inserts).map { $0 / $1 }))
      }
      print("| \(writers) | \((rates + ratios).joined(separator: " | ")) |")
    }
    print("\n\(payload.count) bytes of payload; \(rounds) rounds of \(seconds) s, in turn; medians")
  }

  private func median(_ rates: [Double]) -> Double {
    let sorted = rates.dropFirst().sorted()
    return sorted[sorted.count / 2]
  }

  /// A command that always changes something and decides little: what remains is the office itself.
  private func phone(_ resident: ResidentID, _ turn: Int) -> Request {
    Request(
      .person(.changePhone(phone: "1990000\(1_000 + turn % 9_000)")),
      on: resident,
      by: BenchOffice.clerk,
      for: .casework
    )
  }

  private func register(_ count: Int, _ office: Office) async throws -> [ResidentID] {
    let requests = (0..<count).map { index in
      let identity = Identity(
        name: BenchOffice.name(index * 37),
        number: BenchOffice.number(index)
      )
      let command = PersonCommand.register(identity: identity, phone: nil)
      return Request(.person(command), by: BenchOffice.clerk, for: .casework)
    }
    return try await office.run(requests).map { try $0.get().resident }
  }

  private func payload(_ bench: BenchOffice, _ resident: ResidentID) async throws -> [UInt8] {
    let receipt = try await bench.office.run(phone(resident, 0))
    let events = try await bench.store.read { try $0.events(after: receipt.position - 1, limit: 1) }
    guard case .bytes(let bytes)? = events.first?.payload else { return [] }
    return bytes
  }

  /// What a command appends, without the office: nothing is read, decided or projected.
  private func append(
    _ payload: [UInt8],
    about person: ResidentID,
    to stream: String,
    _ turn: Int,
    _ store: SQLiteStore
  ) async throws {
    guard let stream = StreamID(stream) else { preconditionFailure("no name of a stream") }
    let event = NewEvent(type: "bench/append", payload: payload, subject: person.text)
    let request = CommitRequest(key: nil, digest: [], time: Int64(turn))
    _ = try await store.commit(request) { transaction in
      _ = try transaction.append([event], to: stream, expecting: Int64(turn - 1))
      return []
    }
  }

  /// How often a second so many writers at once do something, each waiting for its own.
  private func rate(
    _ writers: Int,
    _ work: @escaping @Sendable (_ writer: Int, _ turn: Int) async throws -> Void
  ) async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    let end = start + .seconds(seconds)
    let done = try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<writers {
        group.addTask {
          var turn = 0
          while clock.now < end {
            turn += 1
            try await work(writer, turn)
          }
          return turn
        }
      }
      return try await group.reduce(0, +)
    }
    let elapsed = clock.now - start
    let (whole, part) = elapsed.components
    return Double(done) / (Double(whole) + Double(part) / 1e18)
  }
}

/// The least that a durable insert can be with the same library: the row of the journal, without an
/// index on it, one transaction each.
struct RawInserts: Sendable {
  private let pool: DatabasePool

  init(_ path: String) throws {
    pool = try DatabasePool(path: path)
    let durability = try pool.writeWithoutTransaction { database in
      // GRDB sets it to NORMAL when it opens a pool.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(
        sql: """
          CREATE TABLE event (
            position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL,
            type TEXT NOT NULL, recorded_at INTEGER NOT NULL, subject TEXT, payload BLOB,
            commitment BLOB NOT NULL, hash BLOB NOT NULL
          ) STRICT
          """
      )
      return try Int.fetchOne(database, sql: "PRAGMA synchronous")
    }
    precondition(durability == 2, "the raw inserts would not be durable")
  }

  func insert(_ size: Int, stream: String, _ version: Int) async throws {
    // What is encrypted is longer by a nonce and a tag.
    let (payload, hash) = (Data(repeating: 7, count: size + 28), Data(repeating: 3, count: 32))
    try await pool.write { database in
      try database.cachedStatement(
        sql: """
          INSERT INTO event (stream, version, type, recorded_at, subject, payload, commitment, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        "resident/" + stream, version, "person/phone-changed", version, stream, payload, hash, hash,
      ])
    }
  }
}
