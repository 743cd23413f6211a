import EventStore
import Foundation
import TestSupport
import Testing

struct OtherProcessTests {
  static let keys = Result { try MasterKeys((0..<32).map { UInt8($0) &+ 1 }) }

  @Test(.timeLimit(.minutes(1)))
  func `a second writer is refused at once, and let in after the first was killed`()
    async throws
  {
    let scratch = try Scratch()
    let (path, keys) = (scratch.path(), try Self.keys.get())
    let crasher = try Crasher("hold", path, writers: 1)
    try await crasher.waits(for: "open")
    // The first holds it without end, so that one who waited would be ended by the limit.
    let error = await failure { try SQLiteStore.open(path: path, keys: keys) }
    #expect(error == .busy(path: path))
    _ = try await crasher.kill()
    try SQLiteStore.open(path: path, keys: keys).close()
  }

  @Test func `readers in another process follow, verify and copy while one writes`() async throws {
    let scratch = try Scratch()
    let (path, keys) = (scratch.path(), try Self.keys.get())
    let crasher = try Crasher("load", path, writers: 2)
    try await crasher.waits(for: "open")
    let reader = try SQLiteStore.open(
      path: path,
      keys: keys,
      options: StoreOptions(access: .reading, pollInterval: .milliseconds(10))
    )
    defer { reader.close() }
    var seen: [Int64] = []
    for try await event in reader.follow(after: 0) {
      seen.append(event.position)
      if seen.count == 60 { break }
    }
    #expect(seen == Array(1...60))
    let head = try await reader.backup(to: scratch.path("copy.db"))
    #expect(head.position >= 60)
    #expect(try JournalVerifier.verify(path: path, keys: keys).faults.isEmpty)
    _ = try await crasher.kill()
    let copy = try JournalVerifier.verify(path: scratch.path("copy.db"), keys: keys)
    #expect(copy.faults.isEmpty && copy.head == head)
    let error = await failure { try await reader.append(["a"], to: "one") }
    #expect(error == .readOnly(path: path))
  }

  @Test func `a journal where nothing can be written is copied all the same`() async throws {
    let scratch = try Scratch()
    let files = FileManager.default
    for name in ["closed", "open"] {
      let folder = scratch.folder.appending(path: name)
      try files.createDirectory(at: folder, withIntermediateDirectories: false)
    }
    let path = scratch.path("closed/journal.db")
    let store = try SQLiteStore.open(path: path, keys: try Self.keys.get())
    _ = try await store.append(["a", "b"], to: "one")
    store.close()
    try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    for (name, mode) in [("", 0o755), ("open", 0o777), ("closed", 0o555)] {
      try files.setAttributes([.posixPermissions: mode], ofItemAtPath: scratch.path(name))
    }
    let crasher = try Crasher("copy", path, writers: 1, in: scratch.folder)
    _ = try await crasher.end()
    #expect(try crasher.lines() == ["copied 2"])
    #expect(try files.contentsOfDirectory(atPath: scratch.path("closed")).count == 2)
    let keys = try Self.keys.get()
    let report = try JournalVerifier.verify(path: scratch.path("open/copy.db"), keys: keys)
    #expect(report.faults.isEmpty && report.events == 2)
  }

  @Test func `a file or folder that may not be written is named as that`() async throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appending(path: "closed")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let path = folder.appending(path: "journal.db").path
    let files = FileManager.default
    for isThere in [false, true] {
      if isThere { try SQLiteStore.open(path: path, keys: try Self.keys.get()).close() }
      try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.folder.path)
      try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      let crasher = try Crasher(
        "nobody",
        scratch.path("closed/journal.db"),
        writers: 1,
        in: scratch.folder
      )
      _ = try await crasher.end()
      try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
      #expect(try crasher.lines() == ["readOnly", "stopped"])
    }
    #expect(try JournalVerifier.verify(path: path, keys: try Self.keys.get()).faults.isEmpty)
  }
}
