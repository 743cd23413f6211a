import Casework
import Crypto
import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

@testable import Registry

/// An office to exchange data with: the shipped dictionary, people that nobody is, a folder.
enum Exchange {
  /// The legal date.
  static let today = day("2026-11-23")

  /// Noon of that day.
  static let noon = ExchangeMoment(seconds: 1_795_406_400, date: today)

  /// The measures in force.
  static let measures: PolicySet? = {
    let root = PackageRoot.file("Policies")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    let files = (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { name in
      let bytes = (try? Data(contentsOf: root.appending(path: name))) ?? Data()
      return PolicyFile(path: name, bytes: Array(bytes), hash: "hash of \(name)")
    }
    let library = PolicyLibrary(files: files)
    return PolicyCompiler.compile(library, jurisdiction: "xiongan", on: today).0
  }()

  /// The dictionary in force.
  static var model: FactModel { measures?.model ?? FactModel() }

  static func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  /// A sound number that can be nobody's: no district has the code 139999.
  static func number(_ seed: Int) -> String {
    let birth = "19\(60 + seed % 40)\(["01", "05", "12"][seed % 3])\(10 + seed % 19)"
    let digits = "139999" + birth + String(100 + seed % 900)
    var sum = 0
    for digit in digits { sum = (sum + (digit.wholeNumberValue ?? 0)) * 2 % 11 }
    let check = (12 - sum) % 11
    return digits + (check == 10 ? "X" : String(check))
  }

  /// The file of the person with that number.
  static func id(_ seed: Int) -> ResidentID {
    let digits = String(seed)
    let text = String(repeating: "0", count: 10 - digits.count) + digits
    guard let id = ResidentID(text) else { preconditionFailure("no name of a file") }
    return id
  }

  static func hash(_ bytes: [UInt8]) -> String { Hexadecimal.text(SHA256.hash(data: bytes)) }

  /// A manifest that fits a table.
  static func manifest(
    _ table: [UInt8],
    _ delivery: String = "D1",
    rows: Int,
    department: String = "public service",
    madeOn: String = "2026-11-20",
    about: String? = nil
  ) -> [UInt8] {
    var text = """
      department: \(department)
      delivery: \(delivery)
      made on: \(madeOn)
      rows: \(rows)
      sha256: \(hash(table))

      """
    if let about { text += "about: \(about)\n" }
    return Array(text.utf8)
  }

  /// Takes a table without a folder.
  static func take(
    _ table: [UInt8],
    _ delivery: String = "D1",
    rows: Int,
    at desk: any FactDesk,
    department: String = "public service",
    about: String? = nil,
    rules: ExchangeRules = ExchangeRules()
  ) async throws -> DeliveryIntake.Taken {
    let manifest = try DeliveryManifest(
      reading: manifest(table, delivery, rows: rows, department: department, about: about)
    )
    let (text, encoding) = try TextEncoding.read(table, declared: nil)
    let intake = DeliveryIntake(
      desk: desk,
      rules: rules,
      model: model,
      today: today,
      probe: ExchangeProbe()
    )
    return try await intake.take(
      try Sheet(csv: text, rules: rules),
      manifest,
      encoding: encoding.rawValue,
      account: "test"
    )
  }
}

/// A desk in memory: people by number, and every statement that was recorded.
actor MemoryDesk: FactDesk {
  struct Dead: Error {}

  private var people: [String: KnownResident] = [:]
  private(set) var statements: [AddressedStatement] = []
  /// After how many more statements it dies, as a program that is killed does.
  private var life: Int?

  init(people count: Int = 20) {
    for seed in 0..<count {
      people[Exchange.number(seed)] = KnownResident(id: Exchange.id(seed), name: "某人\(seed)")
    }
  }

  func register(_ seed: Int) {
    people[Exchange.number(seed)] = KnownResident(id: Exchange.id(seed), name: "某人\(seed)")
  }

  /// Another number of the same person, as after a merge.
  func merge(_ seed: Int, into survivor: Int) {
    people[Exchange.number(seed)] = people[Exchange.number(survivor)]
  }

  func die(after count: Int?) { life = count }

  func resident(numbered number: IdentityNumber) -> KnownResident? { people[number.text] }

  func state(
    _ all: [AddressedStatement],
    by actor: Actor,
    key: String
  ) throws -> [StatementOutcome] {
    try all.map { stated in
      if let life {
        if life == 0 { throw Dead() }
        self.life = life - 1
      }
      let own = statements.filter { $0.resident == stated.resident }
      let reference = stated.statement.reference
      if let other = own.first(where: { $0.statement.reference == reference }) {
        return other == stated ? .known(reference: reference) : .rejected(.referenceUsedBefore)
      }
      let same = own.first { other in
        var statement = other.statement
        statement.reference = reference
        return statement == stated.statement
      }
      if let same { return .known(reference: same.statement.reference) }
      statements.append(stated)
      return .recorded
    }
  }

  /// What is known of everybody: of each fact what was said last, whatever came first.
  var known: [String: FactContent] {
    var best: [String: FactStatement] = [:]
    for stated in statements {
      let key = stated.resident.text + " " + stated.statement.fact
      if let other = best[key], other.asOf > stated.statement.asOf { continue }
      best[key] = stated.statement
    }
    return best.mapValues(\.content)
  }
}

/// A watched folder for one test, gone with it.
final class ExchangeFolder {
  let root: String
  let desk: MemoryDesk

  init(people: Int = 20) throws {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "exchange-\(UUID().uuidString)"
    )
    root = url.path
    desk = MemoryDesk(people: people)
    try FileManager.default.createDirectory(
      atPath: root + "/incoming",
      withIntermediateDirectories: true
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// A program that watches it; `stop` is where it is killed.
  func watcher(patience: Int64 = 600, stop: ExchangeStep? = nil) -> WatchedFolder {
    var rules = ExchangeRules()
    rules.patience = patience
    rules.batch = 3
    var probe = ExchangeProbe()
    probe.reach = { step throws(ExchangeProbe.Stop) in
      if step == stop { throw ExchangeProbe.Stop() }
    }
    return WatchedFolder(at: root, desk: desk, rules: rules, probe: probe) { _ in Exchange.model }
  }

  func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: root + "/incoming/" + name))
  }

  /// Puts a table and the manifest that fits it.
  func send(_ table: [UInt8], _ delivery: String = "D1", rows: Int, name: String = "a") throws {
    try put(table, name + ".csv")
    try put(Exchange.manifest(table, delivery, rows: rows), name + ".manifest")
  }

  func read(_ path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: root + "/" + path) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  func names(_ path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
