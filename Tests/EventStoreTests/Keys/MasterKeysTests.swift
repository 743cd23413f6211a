import EventStore
import Foundation
import Testing

struct MasterKeysTests {
  @Test func `a missing, short, empty or known key is refused`() async throws {
    let zeros = [UInt8](repeating: 0, count: 32)
    for bytes in [zeros, [], [1], bytes("anju demo key, known to everyone")] {
      #expect(throws: StoreError.self) { try MasterKeys(bytes) }
    }
    let bad = ["", "x", String(repeating: "0", count: 64), Data(zeros).base64EncodedString()]
    for text in bad {
      #expect(throws: StoreError.self) { try MasterKeys(environment: ["ANJU_MASTER_KEY": text]) }
    }
    #expect(throws: StoreError.self) { try MasterKeys(environment: [:]) }
  }

  @Test func `a key is read as digits, as Base64 and as bytes`() throws {
    let bytes = (1...32).map { UInt8($0) }
    let key = try MasterKeys(bytes).key
    let hex = bytes.map { String(format: "%02x", $0) }.joined()
    #expect(try MasterKeys(environment: ["ANJU_MASTER_KEY": hex]).key == key)
    #expect(try MasterKeys(text: Array(Data(bytes).base64EncodedString().utf8)).key == key)
    #expect(try MasterKeys(text: bytes).key == key)
    _ = try MasterKeys(text: Array(MasterKeys.makeText().utf8))
  }

  @Test func `a key file that others may use is refused`() throws {
    let scratch = try Scratch()
    let path = scratch.path("key")
    try Data(MasterKeys.makeText().utf8).write(to: URL(filePath: path))
    for mode in [0o644, 0o640, 0o602] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      #expect(throws: StoreError.self) { try MasterKeys(file: path) }
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    _ = try MasterKeys(file: path)
    #expect(throws: StoreError.self) { try MasterKeys(file: scratch.path("none")) }
    #expect(throws: StoreError.self) { try MasterKeys(file: scratch.folder.path) }
  }

  @Test func `a demonstration opens only as one, and a real store never`() async throws {
    let scratch = try Scratch()
    try SQLiteStore.open(path: scratch.path("demo.db"), keys: .demo).close()
    try SQLiteStore.open(path: scratch.path("real.db"), keys: try testKeys()).close()
    for (name, keys) in [("demo.db", try testKeys()), ("real.db", MasterKeys.demo)] {
      let error = await failure { try SQLiteStore.open(path: scratch.path(name), keys: keys) }
      guard case .masterKey = error else {
        Issue.record("\(name) was opened")
        continue
      }
    }
    #expect(throws: StoreError.self) {
      try SQLiteStore.open(
        path: scratch.path("new.db"),
        keys: try testKeys(),
        options: StoreOptions(keySource: .seeded(1))
      )
    }
  }

  @Test func `another key does not open a store`() async throws {
    let scratch = try Scratch()
    try SQLiteStore.open(path: scratch.path(), keys: try testKeys()).close()
    #expect(throws: StoreError.self) {
      try SQLiteStore.open(path: scratch.path(), keys: try testKeys(8))
    }
    #expect(throws: StoreError.self) {
      try JournalVerifier.verify(path: scratch.path(), keys: try testKeys(8))
    }
  }

  @Test func `files of a store are for their owner only`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys())
    defer { store.close() }
    _ = try await store.append(["a"], to: "one")
    _ = try await store.backup(to: scratch.path("copy.db"))
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
      #expect((attributes[.posixPermissions] as? Int) == 0o600, "\(name)")
    }
  }
}
