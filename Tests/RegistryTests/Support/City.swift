import Casework
import EventStore
import ExpressionLanguage
import Foundation
import MadeUpPeople
import Policy
import Registry
import Synchronization
import TestSupport
import Testing

/// A small city to test with: an office on a journal of its own, with a clock that is set by hand.
final class City: Sendable {
  static let laws: LawCabinet = {
    let root = PackageRoot.file("Policies")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    let files = (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { name in
      let bytes = (try? Data(contentsOf: root.appending(path: name))) ?? Data()
      return PolicyFile(path: name, bytes: Array(bytes), hash: "hash of \(name)")
    }
    return LawCabinet(PolicyLibrary(files: files), jurisdiction: "xiongan")
  }()

  let folder: URL
  let store: SQLiteStore
  let office: Office
  private let clock: HandClock

  /// Opens a city in a folder of its own, which goes with it.
  init(seed: UInt64 = 1, on day: String = "2024-03-01") throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "anju-city-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try SQLiteStore.open(
      path: folder.appending(path: "journal.sqlite").path,
      keys: .demo,
      schema: Office.schema,
      options: StoreOptions(keySource: .seeded(seed))
    )
    let clock = HandClock(try #require(CivilDate(day)))
    self.clock = clock
    office = Office.open(
      store: store,
      laws: City.laws,
      clock: OfficeClock { clock.moment },
      ids: ResidentIDs(SplitMix64(seed: seed))
    )
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The legal date.
  var today: CivilDate { office.today }

  /// Sets the clock to noon of a day.
  func set(_ day: CivilDate) { clock.set(day) }

  /// Sets the clock on by days.
  func pass(days: Int) {
    if let day = today.adding(days: days) { set(day) }
  }

  /// Runs a command; the purpose is what is usual for the role.
  @discardableResult
  func run(
    _ command: Command,
    on resident: ResidentID? = nil,
    by actor: Actor = .clerk,
    for purpose: Purpose? = nil,
    key: String? = nil
  ) async throws -> Receipt {
    let purpose = purpose ?? .usual(of: actor.role, for: command.action)
    return try await office.run(
      Request(command, on: resident, by: actor, for: purpose, key: key)
    )
  }

  /// Registers somebody, with a phone if one is given.
  func register(
    _ person: UInt64,
    name: String? = nil,
    phone: String? = nil,
    isMale: Bool? = nil
  ) async throws -> ResidentID {
    let identity = Identity.madeUp(person, name: name, isMale: isMale)
    return try await run(.person(.register(identity: identity, phone: phone))).resident
  }

  /// Expects that something is rejected, and gives the rejection.
  @discardableResult
  func expectRejection<Answer>(
    _ id: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    of work: () async throws -> Answer
  ) async throws -> Rejection {
    do {
      _ = try await work()
    } catch let rejection as Rejection {
      #expect(rejection.id == id, "\(rejection.reason)", sourceLocation: sourceLocation)
      #expect(!rejection.reason.english.isEmpty && !rejection.reason.chinese.isEmpty)
      #expect(!rejection.remedy.english.isEmpty && !rejection.remedy.chinese.isEmpty)
      return rejection
    }
    Issue.record("nothing was rejected", sourceLocation: sourceLocation)
    throw CancellationError()
  }

  /// Every row of every table of the read models, sealed columns opened, in one order.
  func readModels() async throws -> [String] { try await store.readModels() }

  /// The tables, with the place of the sealed column, if one has any.
  static let tables: [(String, Int?)] = [
    ("residents", 1), ("identities", nil), ("phones", nil), ("search_terms", nil),
    ("tasks", nil), ("due_days", nil), ("permits", nil), ("cards", nil), ("outbox", nil),
    ("access_log", nil), ("flows", nil),
  ]
}

extension SQLiteStore {
  /// Every row of every table of the read models, sealed columns opened, in one order.
  func readModels() async throws -> [String] {
    try await read { reader in
      var lines: [String] = []
      for (table, sealed) in City.tables {
        for row in try reader.rows("SELECT * FROM \(table)", []) {
          let subject = row[0].text ?? ""
          let cells = try row.values.enumerated().map { column, value in
            guard column == sealed, let bytes = value.bytes else { return "\(value)" }
            return String(decoding: try reader.unseal(bytes, of: subject) ?? [], as: UTF8.self)
          }
          lines.append("\(table): \(cells.joined(separator: " | "))")
        }
      }
      return lines.sorted()
    }
  }
}

/// A clock that stands where it was set; each look at it takes a millisecond.
final class HandClock: Sendable {
  private let milliseconds: Mutex<Int64>

  init(_ day: CivilDate) { milliseconds = Mutex(HandClock.noon(of: day)) }

  func set(_ day: CivilDate) { milliseconds.withLock { $0 = HandClock.noon(of: day) } }

  var moment: OfficeClock.Moment {
    milliseconds.withLock { now in
      now += 1
      return OfficeClock.Moment(milliseconds: now)
    }
  }

  private static func noon(of day: CivilDate) -> Int64 {
    Int64(day.day) * 86_400_000 + 4 * 3_600_000
  }
}
