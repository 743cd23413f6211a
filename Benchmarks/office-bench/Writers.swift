import Casework
import EventStore
import Foundation
import GRDB
import Registry

/// Durable commands a second, beside raw inserts of the same bytes with the same durability.
struct Writers {
  let rounds: Int
  let seconds: Double

  func run() async throws {
    let folder = try BenchOffice.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let bench = try BenchOffice(in: folder)
    defer { bench.store.close() }
    let people = try await register(64, bench.office)
    let raw = try RawInserts(folder.appending(path: "raw.sqlite").path)
    let size = try await payloadSize(bench, people[0])
    print("| writers | commands a second | raw inserts a second | ratio |\n|--:|--:|--:|--:|")
    for writers in [1, 8, 64] {
      var (ours, theirs): ([Double], [Double]) = ([], [])
      for _ in 0..<(rounds + 1) {
        ours.append(
          try await rate(writers) { writer, turn in
            try await bench.office.run(phone(people[writer], turn))
          }
        )
        theirs.append(try await rate(writers) { _, _ in try await raw.insert(size) })
      }
      // The first round warms both.
      let ratios = zip(ours, theirs).dropFirst().map { $0 / $1 }.sorted()
      let (our, their) = (median(ours), median(theirs))
      let ratio = Timings.text(ratios[ratios.count / 2])
      print("| \(writers) | \(Int(our)) | \(Int(their)) | \(ratio) |")
    }
    print("\n\(size) bytes of payload; \(rounds) rounds of \(seconds) s each, in turn; medians")
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
    var people: [ResidentID] = []
    for index in 0..<count {
      let identity = Identity(
        name: BenchOffice.name(index * 37),
        number: BenchOffice.number(index)
      )
      let command = PersonCommand.register(identity: identity, phone: nil)
      let request = Request(.person(command), by: BenchOffice.clerk, for: .casework)
      people.append(try await office.run(request).resident)
    }
    return people
  }

  private func payloadSize(_ bench: BenchOffice, _ resident: ResidentID) async throws -> Int {
    let receipt = try await bench.office.run(phone(resident, 0))
    let events = try await bench.store.read { try $0.events(after: receipt.position - 1, limit: 1) }
    guard case .bytes(let bytes)? = events.first?.payload else { return 0 }
    return bytes.count
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

/// The least that a durable insert can be with the same library: one row, one transaction.
struct RawInserts: Sendable {
  private let pool: DatabasePool

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    pool = try DatabasePool(path: path, configuration: configuration)
    try pool.write {
      try $0.execute(
        sql: "CREATE TABLE event (position INTEGER PRIMARY KEY, payload BLOB NOT NULL)"
      )
    }
  }

  func insert(_ size: Int) async throws {
    let bytes = Data(repeating: 7, count: size)
    try await pool.write { database in
      try database.cachedStatement(sql: "INSERT INTO event (payload) VALUES (?)")
        .execute(arguments: [bytes])
    }
  }
}
