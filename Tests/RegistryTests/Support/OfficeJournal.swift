import EventStore
import ExpressionLanguage
import Foundation
import Registry
import TestSupport

/// A journal in a folder of its own, on which one office after another is opened.
final class OfficeJournal: Sendable {
  private let folder: URL
  let path: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.appending(path: "journal.db").path
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func crasher(_ mode: String, writers: Int) throws -> Crasher {
    try Crasher(mode, path, writers: writers)
  }

  /// Opens an office on it, of at most so many pages if the disk is to be small.
  func open<Answer>(
    pages: Int? = nil,
    _ work: (Office, SQLiteStore) async throws -> Answer
  ) async throws -> Answer {
    let keys = try MasterKeys((0..<32).map { UInt8($0) &+ 1 })
    let store = try SQLiteStore.open(
      path: path,
      keys: keys,
      schema: Office.schema,
      options: StoreOptions(maximumPages: pages)
    )
    defer { store.close() }
    let noon = OfficeClock.Moment(milliseconds: 1_709_265_600_000)
    let office = Office.open(store: store, laws: City.laws, clock: OfficeClock { noon })
    return try await work(office, store)
  }
}
