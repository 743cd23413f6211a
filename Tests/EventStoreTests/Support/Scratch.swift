import EventStore
import Foundation

/// A folder that goes when the test ends.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A file in it.
  func path(_ name: String = "journal.db") -> String { folder.appending(path: name).path }

  /// Every byte of every file in it, by name.
  func bytes() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) }
    )
  }
}

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

extension CommitRequest {
  /// A request that need not be recognised.
  static func once(_ time: Int64 = 1_000) -> CommitRequest {
    CommitRequest(key: nil, digest: [], time: time)
  }

  /// A request under a key.
  static func keyed(_ key: String, _ digest: [UInt8] = [1], time: Int64 = 1_000) -> CommitRequest {
    CommitRequest(key: key, digest: digest, time: time)
  }
}

extension StreamID {
  /// A stream of tests.
  static func named(_ text: String) throws -> StreamID {
    struct NotAName: Error {}
    guard let stream = StreamID(text) else { throw NotAName() }
    return stream
  }
}

/// The read model of the tests: one row for each thing that was noted.
let noteSchema = [
  ReadModelMigration(
    "notes",
    [
      "CREATE TABLE notes (id TEXT PRIMARY KEY, subject TEXT, text TEXT, sealed BLOB)",
      "CREATE INDEX notes_by_subject ON notes (subject)",
    ]
  )
]

/// A real key for tests.
func testKeys(_ byte: UInt8 = 7) throws -> MasterKeys {
  try MasterKeys((0..<32).map { UInt8($0) &* 3 &+ byte })
}

/// The error that some work ends with.
func failure<Answer>(_ work: () async throws -> Answer) async -> StoreError? {
  do {
    _ = try await work()
    return nil
  } catch { return error as? StoreError }
}
