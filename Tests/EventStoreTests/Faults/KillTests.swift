import EventStore
import Foundation
import GRDB
import TestSupport
import Testing

struct KillTests {
  /// How often the process is killed; more by `ANJU_KILLS`.
  static let kills = ProcessInfo.processInfo.environment["ANJU_KILLS"].flatMap { Int($0) } ?? 200

  @Test func `whatever was acknowledged outlives a kill, once and whole`() async throws {
    let scratch = try Scratch()
    let path = scratch.path()
    let keys = try MasterKeys((0..<32).map { UInt8($0) &+ 1 })
    var random = SplitMix64(seed: 20_251_123)
    var (acknowledged, checked): (Int, Int64) = (0, 0)
    for number in 1...Self.kills {
      let crasher = try Crasher("load", path, writers: Int.random(in: 1...8, using: &random))
      // Some are killed while they open the journal or bring it back in order.
      if number % 10 != 0 { try await crasher.waits(for: "open") }
      try await Task.sleep(for: .milliseconds(Int.random(in: 10...130, using: &random)))
      let keysSaid = try await crasher.kill()
      acknowledged += keysSaid.count
      let store = try SQLiteStore.open(path: path, keys: keys)
      let head = try await store.read { try $0.head() }
      store.close()
      try await check(path, said: keysSaid, after: checked)
      checked = head.position
      if number % 50 == 0 || number == Self.kills {
        let report = try JournalVerifier.verify(path: path, keys: keys)
        #expect(report.faults.isEmpty && report.head == head)
      }
    }
    #expect(acknowledged > Self.kills)
  }

  /// Every acknowledged command is there; every command that is there is there twice (it appends to
  /// two streams), under its key, and in the read model.
  private func check(_ path: String, said: [String], after position: Int64) async throws {
    let file = try DatabaseQueue(path: path)
    defer { try? file.close() }
    let (halves, kept) = try await file.read { database in
      let halves = try String.fetchAll(
        database,
        sql: """
          SELECT e.type FROM journal_events e
          LEFT JOIN journal_requests r ON r.key = e.type LEFT JOIN notes n ON n.id = e.type
          WHERE e.position > ? GROUP BY e.type
          HAVING count(*) != 2 OR count(DISTINCT e.stream) != 2 OR r.key IS NULL OR n.id IS NULL
          """,
        arguments: [position]
      )
      let kept = try String.fetchSet(
        database,
        sql: "SELECT type FROM journal_events WHERE position > ?",
        arguments: [position]
      )
      return (halves, kept)
    }
    #expect(halves.isEmpty)
    #expect(Set(said).subtracting(kept).isEmpty)
    #expect(Set(said).count == said.count)
  }
}
