import EventStore
import Foundation
import GRDB
import TestSupport
import Testing

struct DamageTests {
  /// A closed journal of 30 events, every third about nobody.
  static func sample(_ scratch: Scratch) async throws -> MasterKeys {
    let keys = try testKeys()
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: noteSchema)
    let one = try StreamID.named("one")
    let two = try StreamID.named("two")
    _ = try await store.commit(.keyed("k")) { transaction in
      try transaction.createSubject("p")
      for number in 0..<15 {
        let about = NewEvent(
          type: "said",
          payload: bytes("what was said, number \(number)"),
          subject: number % 3 == 0 ? nil : "p"
        )
        _ = try transaction.append([about], to: one, expecting: Int64(number))
        _ = try transaction.append([about], to: two, expecting: Int64(number))
      }
      return []
    }
    store.close()
    return keys
  }

  @Test func `an altered column of an event is found at its place`() async throws {
    let scratch = try Scratch()
    let keys = try await Self.sample(scratch)
    let changes: [(String, JournalFault.Kind)] = [
      ("stream = 'three'", .hash), ("version = version + 100", .hash),
      ("type = 'other'", .hash), ("recorded_at = recorded_at + 1", .hash),
      ("subject = 'q'", .missingSubject),
      ("payload = \(Self.altered("payload"))", .payload),
      ("payload = NULL", .destruction), ("commitment = zeroblob(32)", .hash),
      ("hash = zeroblob(32)", .hash), ("subject = NULL", .payload),
      ("stream = 'Not A Stream'", .malformed),
    ]
    for (change, kind) in changes {
      let copy = try Self.copy(scratch)
      let file = try DatabaseQueue(path: copy)
      try await file.write {
        try $0.execute(sql: "UPDATE journal_events SET \(change) WHERE position = 11")
      }
      try file.close()
      let report = try JournalVerifier.verify(path: copy, keys: keys)
      let here = report.faults.filter {
        if case .event(11, _, _) = $0.place { true } else { false }
      }
      #expect(here.contains { $0.kind == kind }, "\(change): \(report.faults)")
      let others = report.faults.compactMap { fault -> Int64? in
        if case .event(let position, _, _) = fault.place, position != 11 { position } else { nil }
      }
      // A moved event leaves a gap where its stream goes on; a later one puts the next behind it.
      #expect(Set(others).isSubset(of: [12, 13]), "\(change): \(report.faults)")
    }
  }

  @Test func `missing, added and reordered events are found`() async throws {
    let scratch = try Scratch()
    let keys = try await Self.sample(scratch)
    let changes: [(String, JournalFault.Kind)] = [
      ("DELETE FROM journal_events WHERE position = 12", .positionGap),
      ("DELETE FROM journal_events WHERE position = 30", .headMoved),
      ("UPDATE journal_events SET position = 31 WHERE position = 30", .headMoved),
      ("UPDATE journal_head SET position = 29", .headMoved),
      ("UPDATE journal_head SET seal = zeroblob(32)", .headSeal),
      ("DELETE FROM journal_subjects", .missingSubject),
      ("UPDATE journal_subjects SET key = zeroblob(60)", .destruction),
      ("UPDATE journal_subjects SET key = \(Self.altered("key"))", .subjectKey),
    ]
    for (sql, kind) in changes {
      let copy = try Self.copy(scratch)
      let file = try DatabaseQueue(path: copy)
      try await file.write { try $0.execute(sql: sql) }
      try file.close()
      let report = try JournalVerifier.verify(path: copy, keys: keys)
      #expect(report.faults.contains { $0.kind == kind }, "\(sql): \(report.faults)")
    }
  }

  @Test func `any flipped bit in the row of an event is found`() async throws {
    let scratch = try Scratch()
    let keys = try await Self.sample(scratch)
    let (start, end) = try await Self.row(scratch, of: 20)
    let whole = try Data(contentsOf: URL(filePath: scratch.path()))
    let copy = scratch.path("flipped.db")
    var random = SplitMix64(seed: 4)
    for place in start..<end {
      var bytes = whole
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try bytes.write(to: URL(filePath: copy))
      let report = try JournalVerifier.verify(path: copy, keys: keys)
      let isHere = report.faults.contains { fault in
        switch fault.place {
        case .event(let position, _, _): position == 20
        default: false
        }
      }
      #expect(isHere, "byte \(place - start) of \(end - start): \(report.faults)")
    }
  }

  @Test func `a torn last page is reported`() async throws {
    let scratch = try Scratch()
    let keys = try await Self.sample(scratch)
    let size = try Data(contentsOf: URL(filePath: scratch.path())).count
    #expect(truncate(scratch.path(), size - 2_000) == 0)
    do {
      let report = try JournalVerifier.verify(path: scratch.path(), keys: keys)
      #expect(report.faults.contains { $0.kind == .structure }, "\(report.faults)")
    } catch let error as StoreError {
      guard case .unreadable = error else { throw error }
    }
  }

  @Test func `a torn end of the log leaves the commits before it`() async throws {
    let scratch = try Scratch()
    let keys = try testKeys()
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: noteSchema)
    for number in 0..<20 { _ = try await store.append(["e"], to: "s\(number)") }
    let folder = scratch.folder.appending(path: "torn")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    // As a loss of power would leave them: no process has closed them.
    for suffix in ["", "-wal"] {
      let bytes = try await Self.read(scratch.path("journal.db" + suffix))
      try bytes.write(to: folder.appending(path: "journal.db" + suffix))
    }
    let torn = folder.appending(path: "journal.db").path
    let log = try Data(contentsOf: URL(filePath: torn + "-wal")).count
    #expect(truncate(torn + "-wal", log - 1_000) == 0)
    let again = try SQLiteStore.open(path: torn, keys: keys)
    let count = try await again.everything().count
    again.close()
    #expect((1...19).contains(count))
    #expect(try JournalVerifier.verify(path: torn, keys: keys).faults.isEmpty)
    store.close()
  }

  @Test func `a file that is no journal is named as that`() async throws {
    let scratch = try Scratch()
    try Data("not a database, but long enough to look at".utf8)
      .write(to: scratch.folder.appending(path: "journal.db"))
    #expect(throws: StoreError.self) {
      try JournalVerifier.verify(path: scratch.path(), keys: nil)
    }
    let other = try DatabaseQueue(path: scratch.path("other.db"))
    try await other.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    try other.close()
    let error = await failure {
      try SQLiteStore.open(path: scratch.path("other.db"), keys: try testKeys())
    }
    #expect(error == .unreadable(path: scratch.path("other.db"), why: .foreign))
  }

  /// SQL for a column with another first byte.
  static func altered(_ column: String) -> String {
    """
    CAST(CASE substr(\(column), 1, 1) WHEN x'00' THEN x'01' ELSE x'00' END
      || substr(\(column), 2) AS BLOB)
    """
  }

  static func copy(_ scratch: Scratch) throws -> String {
    let copy = scratch.path("\(UUID().uuidString).db")
    try FileManager.default.copyItem(atPath: scratch.path(), toPath: copy)
    return copy
  }

  /// Reads a file in a process of its own: closing it in this one would drop SQLite's locks.
  static func read(_ path: String) async throws -> Data {
    let target = path + ".read"
    let run = try await ProgramRun.of(URL(filePath: "/bin/cp"), [path, target])
    #expect(run.exitCode == 0)
    defer { try? FileManager.default.removeItem(atPath: target) }
    return try Data(contentsOf: URL(filePath: target))
  }

  /// Where the row of an event lies in the file, from its stream's name to its hash.
  static func row(_ scratch: Scratch, of position: Int64) async throws -> (Int, Int) {
    let file = try DatabaseQueue(path: scratch.path())
    defer { try? file.close() }
    let (hash, length) = try await file.read { database in
      let row = try #require(
        try Row.fetchOne(
          database,
          sql: """
            SELECT hash, length(stream) + length(type) + length(payload) + 64 + 1 + 1 + 2
            FROM journal_events WHERE position = ?
            """,
          arguments: [position]
        )
      )
      return (row[0] as Data, row[1] as Int)
    }
    let whole = try Data(contentsOf: URL(filePath: scratch.path()))
    // The head is noted too; the row is the place where the stream's name stands before.
    let found = try #require(whole.range(of: hash))
    return (found.upperBound - length, found.upperBound)
  }
}
