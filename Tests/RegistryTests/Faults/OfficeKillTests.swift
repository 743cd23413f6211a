import Casework
import EventStore
import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import Registry

struct OfficeKillTests {
  /// How often an office is killed; more by `ANJU_KILLS`.
  static let kills = ProcessInfo.processInfo.environment["ANJU_KILLS"].flatMap { Int($0) } ?? 60
  /// Two offices at once, so that each goes on with a journal that was killed many times.
  static let lanes = 2

  @Test(arguments: 0..<lanes)
  func `what an office acknowledged outlives a kill, once and whole`(lane: Int) async throws {
    let journal = try OfficeJournal()
    var random = SplitMix64(seed: UInt64(lane))
    let kills = Self.kills / Self.lanes
    var acknowledged = 0
    for number in 1...kills {
      let crasher = try journal.crasher("office", writers: Int.random(in: 1...6, using: &random))
      // Some are killed while they open the journal; the others in the midst of their work, however
      // slow the machine is.
      if number % 10 != 0 {
        try await crasher.waits(forLines: 1 + Int.random(in: 0...24, using: &random))
      }
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...20, using: &random)))
      let said = try await crasher.kill().map(Said.init)
      acknowledged += said.count
      #expect(try crasher.lines().allSatisfy { $0 == "open" || $0.hasPrefix("ack ") })
      try await journal.open { office, store in
        try await Self.check(said, office, store)
        guard number % 10 == 0 || number == kills else { return }
        let kept = try await store.readModels()
        _ = try await office.rebuild()
        #expect(try await store.readModels() == kept)
        try await Self.checkLinks(store)
        #expect(try await store.verify().faults.isEmpty)
      }
    }
    #expect(acknowledged > kills)
  }

  @Test func `a rebuild that was killed is told, and made again`() async throws {
    let journal = try OfficeJournal()
    let first = try journal.crasher("office", writers: 6)
    try await first.waits(forLines: 90)
    let said = try await first.kill().map(Said.init)
    let kept = try await journal.open { _, store in try await store.readModels() }
    #expect(kept.count > said.count)
    var random = SplitMix64(seed: 5)
    var told = 0
    // On a busy machine the first kills may all come before or after the rebuild.
    for attempt in 0..<60 {
      if attempt >= 6, told > 0 { break }
      let crasher = try journal.crasher("rebuild", writers: 1)
      try await crasher.waits(for: "open")
      try await Task.sleep(for: .milliseconds(Int.random(in: 1...60, using: &random)))
      _ = try await crasher.kill()
      try await journal.open { office, store in
        if store.needsRebuild {
          told += 1
          // Nobody decides by half of the tables: the same number would be registered again.
          let refused = StoreError.rebuildNeeded(path: journal.path)
          await #expect(throws: refused) { try await office.run(try #require(said.first).request) }
          await #expect(throws: refused) {
            try await office.search("陈志远", by: .clerk, for: .casework)
          }
          await #expect(throws: refused) { try await office.card("XA-1") }
          _ = try await office.rebuild()
        }
        #expect(!store.needsRebuild)
        #expect(try await store.readModels() == kept)
        try await Self.check(said, office, store)
      }
    }
    #expect(told > 0)
  }

  /// Every command is in its file, at its place and nowhere else; sent again, all of them change
  /// nothing.
  private static func check(_ said: [Said], _ office: Office, _ store: SQLiteStore) async throws {
    let head = try await store.read { try $0.head() }
    for one in said {
      let types = try await store.read { try $0.events(of: one.file.stream, after: 0) }.map(\.type)
      #expect(types.count >= one.version)
      #expect(Array(types.prefix(one.version).suffix(one.events.count)) == one.events)
      let again = try await office.run(one.request)
      #expect(again.wasRepeated && again.resident == one.file)
      #expect(again.version == one.version && again.events == one.events)
    }
    #expect(Set(said.map(\.key)).count == said.count)
    #expect(try await store.read { try $0.head() } == head)
  }

  /// A link is one command on two files: it is on both or on neither.
  private static func checkLinks(_ store: SQLiteStore) async throws {
    let relatives = try await store.read { reader in
      var relatives: [ResidentID: Set<ResidentID>] = [:]
      let streams = try reader.streams(beginningWith: "resident/", after: nil, limit: .max)
      for id in streams.compactMap({ ResidentID($0) }) {
        var folded = FoldedFile(id: id)
        try folded.catchUp(reader.events)
        relatives[id] = Set(folded.file.person.relatives.keys)
      }
      return relatives
    }
    for (id, others) in relatives {
      for other in others { #expect(relatives[other]?.contains(id) == true) }
    }
  }
}

/// A command that was acknowledged.
struct Said: Decodable {
  var command: Command
  var resident: ResidentID?
  var actor: Actor
  var purpose: Purpose
  var key: String
  var file: ResidentID
  var version: Int
  var events: [String]

  init(_ line: String) throws {
    self = try JSONDecoder().decode(Said.self, from: Data(line.utf8))
  }

  var request: Request { Request(command, on: resident, by: actor, for: purpose, key: key) }
}
