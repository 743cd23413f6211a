import EventStore
import Foundation
import TestSupport
import Testing

struct StoreCommandTests {
  /// A journal with one person, and its key file.
  struct Office {
    let scratch: Scratch
    let keyFile: String

    init() async throws {
      scratch = try Scratch()
      keyFile = scratch.path("master.key")
      try Self.writeKey(keyFile)
      let store = try SQLiteStore.open(path: scratch.path(), keys: try MasterKeys(file: keyFile))
      defer { store.close() }
      let stream = try StreamID.named("one")
      _ = try await store.commit(.once()) { transaction in
        try transaction.createSubject("p")
        let event = NewEvent(type: "a", payload: bytes("secret"), subject: "p")
        _ = try transaction.append([event], to: stream, expecting: 0)
        return []
      }
    }

    static func writeKey(_ path: String) throws {
      try Data(MasterKeys.makeText().utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    func run(_ command: String, _ more: [String] = [], key: String? = nil) async throws
      -> ProgramRun
    {
      try await ProgramRun.of(
        ProgramRun.product("anju"),
        ["store", command, "--store", scratch.path(), "--key-file", key ?? keyFile] + more,
        environment: ["LC_ALL": "C.UTF-8", "ANJU_MASTER_KEY": ""]
      )
    }
  }

  @Test func `a journal is verified, copied, damaged, refused and restored`() async throws {
    let office = try await Office()
    let scratch = office.scratch
    let sound = try await office.run("verify")
    #expect(sound.exitCode == 0 && sound.output.hasSuffix("sound\n"))
    let head = try await office.run("head").output
    let copy = try await office.run("backup", [scratch.path("copy.db")])
    #expect(copy.exitCode == 0 && copy.output.hasSuffix(head))
    #expect(try await office.run("backup", [scratch.path("copy.db")]).exitCode == 73)

    var data = try Data(contentsOf: URL(filePath: scratch.path()))
    let (start, _) = try await DamageTests.row(scratch, of: 1)
    data[start + 4] ^= 1
    try data.write(to: URL(filePath: scratch.path()))
    let broken = try await office.run("verify")
    #expect(broken.exitCode == 1)
    #expect(broken.errors.contains("event 1 ("))
    let chinese = try await office.run("verify", ["--language", "zh"])
    #expect(chinese.errors.contains("第1号事件"))

    let kept = try await office.run("restore", [scratch.path("copy.db")])
    #expect(kept.exitCode == 73 && kept.errors.contains("is there already"))
    let back = try await office.run("restore", [scratch.path("copy.db"), "--replace"])
    #expect(back.exitCode == 0 && back.output.hasSuffix(head))
    #expect(try await office.run("verify").exitCode == 0)
  }

  @Test func `a subject is destroyed and the master key changed`() async throws {
    let office = try await Office()
    let order = ["--subject", "p", "--reason", "asked", "--actor", "officer-1"]
    #expect(try await office.run("destroy", order).exitCode == 64)
    #expect(try await office.run("destroy", order + ["--for-ever"]).exitCode == 0)
    let again = try await office.run("destroy", order + ["--for-ever"])
    #expect(again.exitCode == 65 && again.errors.contains("were destroyed"))

    let newKey = office.scratch.path("new.key")
    try Office.writeKey(newKey)
    #expect(try await office.run("rotate-keys", ["--new-key-file", newKey]).exitCode == 0)
    let old = try await office.run("verify")
    #expect(old.exitCode == 65 && old.errors.contains("master key"))
    let verified = try await office.run("verify", key: newKey)
    #expect(verified.exitCode == 0 && verified.output.contains("destroyed: 1"))
  }

  @Test func `a store in use and a missing one say so`() async throws {
    let office = try await Office()
    let store = try SQLiteStore.open(
      path: office.scratch.path(),
      keys: try MasterKeys(file: office.keyFile)
    )
    let newKey = office.scratch.path("new.key")
    try Office.writeKey(newKey)
    let busy = try await office.run("rotate-keys", ["--new-key-file", newKey])
    #expect(busy.exitCode == 73 && busy.errors.contains("in use"))
    #expect(try await office.run("verify").exitCode == 0)
    store.close()
    try FileManager.default.removeItem(atPath: office.scratch.path())
    for command in ["verify", "head"] {
      #expect(try await office.run(command).exitCode == 65)
    }
    #expect(!FileManager.default.fileExists(atPath: office.scratch.path()))
  }
}
