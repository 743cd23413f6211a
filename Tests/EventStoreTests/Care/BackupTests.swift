import EventStore
import Foundation
import Testing

struct BackupTests {
  @Test func `a backup made under load is one moment, and comes back with the same head`()
    async throws
  {
    let scratch = try Scratch()
    let keys = try testKeys()
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: noteSchema)
    let load = Task {
      var number = 0
      while !Task.isCancelled {
        _ = try await store.append(["a", "b"], to: "s\(number)")
        number += 1
      }
    }
    var heads: [JournalHead] = []
    for number in 0..<3 {
      try await Task.sleep(for: .milliseconds(20))
      heads.append(try await store.backup(to: scratch.path("copy\(number).db")))
    }
    load.cancel()
    _ = try? await load.value
    store.close()
    for (number, head) in heads.enumerated() {
      #expect(head.position % 2 == 0)
      let target = scratch.path("back\(number).db")
      let outcome = try Restoration.restore(
        scratch.path("copy\(number).db"),
        to: target,
        keys: keys,
        replacing: false
      )
      guard case .restored(let restored) = outcome else {
        Issue.record("refused")
        continue
      }
      #expect(restored == head)
      let again = try SQLiteStore.open(path: target, keys: keys, schema: noteSchema)
      #expect(try await again.read { try $0.head() } == head)
      #expect(try await again.append(["c"], to: "more").position == head.position + 1)
      again.close()
    }
  }

  @Test func `no file that is there is overwritten unasked`() async throws {
    let scratch = try Scratch()
    let keys = try testKeys()
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys)
    let head = try await store.append(["a"], to: "one")
    let copy = scratch.path("copy.db")
    _ = try await store.backup(to: copy)
    #expect(await failure { try await store.backup(to: copy) } == .exists(path: copy))
    _ = try await store.append(["b"], to: "two")
    let error = await failure {
      try Restoration.restore(copy, to: scratch.path(), keys: keys, replacing: false)
    }
    #expect(error == .exists(path: scratch.path()))
    let busy = await failure {
      try Restoration.restore(copy, to: scratch.path(), keys: keys, replacing: true)
    }
    #expect(busy == .busy(path: scratch.path()))
    store.close()
    _ = try Restoration.restore(copy, to: scratch.path(), keys: keys, replacing: true)
    let report = try JournalVerifier.verify(path: scratch.path(), keys: keys)
    #expect(report.head.position == head.position && report.faults.isEmpty)
    #expect(try scratch.bytes().keys.allSatisfy { !$0.contains("draft") })
  }

  @Test func `a damaged backup is refused, and nothing is written`() async throws {
    let scratch = try Scratch()
    let keys = try await DamageTests.sample(scratch)
    var data = try Data(contentsOf: URL(filePath: scratch.path()))
    let (start, _) = try await DamageTests.row(scratch, of: 9)
    data[start + 40] ^= 4
    try data.write(to: URL(filePath: scratch.path("bad.db")))
    let outcome = try Restoration.restore(
      scratch.path("bad.db"),
      to: scratch.path("new.db"),
      keys: keys,
      replacing: false
    )
    guard case .refused(let report) = outcome else {
      Issue.record("restored")
      return
    }
    #expect(!report.faults.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("new.db")))
  }

  @Test func `a draft that a killed program left goes with the next copy, a living one stays`()
    async throws
  {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys())
    defer { store.close() }
    _ = try await store.append(["a"], to: "one")
    let (left, held) = (scratch.path(".anju-1-77.draft"), scratch.path(".anju-1-78.draft"))
    for name in [left, left + "-journal", held] {
      try Data("about somebody".utf8).write(to: URL(filePath: name))
    }
    let descriptor = open(held, O_RDONLY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    _ = try await store.backup(to: scratch.path("copy.db"))
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names.filter { $0.contains("draft") } == [".anju-1-78.draft"])
  }
}
