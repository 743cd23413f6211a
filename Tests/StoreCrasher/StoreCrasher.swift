import EventStore
import Foundation

/// Writes to a journal and says what was acknowledged, until it is killed.
///
/// `StoreCrasher load|hold|limit|nobody|copy|office|rebuild FILE WRITERS`
@main
struct StoreCrasher {
  static let schema = [
    ReadModelMigration("notes", ["CREATE TABLE notes (id TEXT PRIMARY KEY, subject TEXT)"])
  ]

  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let writers = Int(arguments[3]) else { exit(64) }
    // A file that is too large shall give an error and not end the process.
    signal(SIGXFSZ, SIG_IGN)
    if ["nobody", "copy"].contains(arguments[1]), getuid() == 0 {
      guard setgid(65_534) == 0, setuid(65_534) == 0 else { exit(70) }
    }
    do {
      let keys = try MasterKeys((0..<32).map { UInt8($0) &+ 1 })
      switch arguments[1] {
      case "copy": return try await copy(arguments[2], keys)
      case "office": return try await OfficeLoad(arguments[2], keys).run(writers: writers)
      case "rebuild": return try await OfficeLoad(arguments[2], keys).rebuild()
      default: break
      }
      let store = try SQLiteStore.open(path: arguments[2], keys: keys, schema: schema)
      say("open")
      if arguments[1] == "hold" { try await Task.sleep(for: .seconds(600)) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<writers {
          group.addTask { try await load(store, writer) }
        }
        try await group.waitForAll()
      }
    } catch let error as StoreError {
      say(String("\(error)".prefix { $0 != "(" }))
    } catch {
      say("other")
    }
    say("stopped")
  }

  /// Copies a journal that lies where nothing can be written.
  static func copy(_ path: String, _ keys: MasterKeys) async throws {
    let options = StoreOptions(access: .reading)
    let store = try SQLiteStore.open(path: path, keys: keys, options: options)
    defer { store.close() }
    let head = try await store.backup(to: path + "/../../open/copy.db")
    say("copied \(head.position)")
  }

  /// Sends commands one after another; each appends to two streams, keeps a row, and may make a
  /// subject.
  @concurrent
  static func load(_ store: SQLiteStore, _ writer: Int) async throws {
    let run = UInt64.random(in: 0...UInt64.max)
    guard let shared = StreamID("shared"), let own = StreamID("own/\(run)") else { return }
    let subject = "subject-\(run)"
    for number in 0..<Int64.max {
      let key = "k-\(run)-\(number)"
      let request = CommitRequest(key: key, digest: [1], time: Int64(Date().timeIntervalSince1970))
      _ = try await store.commit(request) { transaction in
        if number == 0 { try transaction.createSubject(subject) }
        let event = NewEvent(type: key, payload: Array("payload".utf8), subject: subject)
        _ = try transaction.append([event], to: own, expecting: number)
        let last = try transaction.rows("SELECT count(*) FROM notes", [])[0][0].integer ?? 0
        _ = try transaction.append([event], to: shared, expecting: last)
        try transaction.execute("INSERT INTO notes VALUES (?, ?)", [.text(key), .text(subject)])
        return Array(key.utf8)
      }
      say("ack \(key)")
    }
  }

  /// One line in one write, so that a kill leaves no half of it unnoticed.
  static func say(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }
}
