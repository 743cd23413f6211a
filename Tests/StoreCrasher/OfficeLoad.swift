import Casework
import EventStore
import ExpressionLanguage
import Foundation
import Policy
import Registry

/// Runs an office under load and says each command that was acknowledged, whole, so that it can be
/// sent again.
struct OfficeLoad {
  /// A command with what it was answered.
  private struct Said: Encodable {
    var command: Command
    var resident: ResidentID?
    var actor: Actor
    var purpose: Purpose
    var key: String
    var file: ResidentID
    var version: Int
    var events: [String]
  }

  private let office: Office
  private let store: SQLiteStore

  init(_ path: String, _ keys: MasterKeys) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Policies")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let files = (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { name in
      let bytes = (try? Data(contentsOf: folder.appending(path: name))) ?? Data()
      return PolicyFile(path: name, bytes: Array(bytes), hash: "")
    }
    let laws = LawCabinet(PolicyLibrary(files: files), jurisdiction: "xiongan")
    // Noon of 1 March 2024 in Asia/Shanghai.
    let noon = OfficeClock.Moment(milliseconds: 1_709_265_600_000)
    _ = try laws.law(on: noon.date)
    store = try SQLiteStore.open(path: path, keys: keys, schema: Office.schema)
    office = Office.open(store: store, laws: laws, clock: OfficeClock { noon })
    StoreCrasher.say("open")
  }

  func run(writers: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers { group.addTask { try await self.write(writer) } }
      try await group.waitForAll()
    }
  }

  /// Makes the read models anew, again and again.
  func rebuild() async throws {
    while true { _ = try await office.rebuild() }
  }

  /// Person after person comes, works, is linked to the one before and applies.
  @concurrent
  private func write(_ writer: Int) async throws {
    let run = UInt64.random(in: 0...UInt64.max)
    let clerk = Actor(account: "clerk-\(writer)", role: .clerk, office: "window \(writer)")
    let day = office.today
    var last: ResidentID?
    for number in 0..<Int.max {
      let key = "k-\(run)-\(number)"
      guard let identity = identity(run &+ UInt64(number)) else { continue }
      let register = Command.person(.register(identity: identity, phone: "13900000001"))
      let id: ResidentID
      do { id = try await send(register, to: nil, by: clerk, key + "-0") } catch is Rejection {
        continue
      }
      let own = Actor(account: "own-\(id.text)", role: .resident, resident: id)
      let bureau = Actor(account: "bureau", role: .department, office: "public service")
      let residence = Residence(
        address: "某路\(number)号",
        district: "anxin",
        place: "xiongan",
        from: day,
        proof: "lease"
      )
      let fact = FactStatement(
        fact: "stable employment",
        content: .value(text: "true"),
        source: "public service",
        asOf: day
      )
      let papers = ["identity card", "photograph", "proof of address", "proof of employment"]
      var steps: [(Command, Actor)] = [
        (.person(.registerResidence(residence: residence)), clerk),
        (
          .person(
            .changeEmployer(employer: Employer(code: "91139999MA0XN1T018", name: "某公司"), from: day)
          ), clerk
        ),
        (.fact(.state(statement: fact)), bureau),
        (.application(.submit(basis: .employment, medium: .online, papers: papers)), own),
        (.person(.changePhone(phone: "13900000002")), own),
      ]
      if let last {
        steps.append((.person(.linkRelative(relative: last, relation: .sibling)), clerk))
      }
      for (step, (command, actor)) in steps.enumerated() {
        do {
          _ = try await send(command, to: id, by: actor, "\(key)-\(step + 1)")
        } catch let no as Rejection {
          StoreCrasher.say("rejected \(no.id)")
        }
      }
      last = id
    }
  }

  private func send(
    _ command: Command,
    to resident: ResidentID?,
    by actor: Actor,
    _ key: String
  ) async throws -> ResidentID {
    let purpose: Purpose =
      switch actor.role {
      case .resident: .ownAffairs
      case .department: .verification
      default: .casework
      }
    let request = Request(command, on: resident, by: actor, for: purpose, key: key)
    let receipt = try await office.run(request)
    let said = Said(
      command: command,
      resident: resident,
      actor: actor,
      purpose: purpose,
      key: key,
      file: receipt.resident,
      version: receipt.version,
      events: receipt.events
    )
    let line = String(decoding: try JSONEncoder().encode(said), as: UTF8.self)
    StoreCrasher.say("ack " + line)
    return receipt.resident
  }

  /// Somebody whom there is not: no district has the code 139999.
  private func identity(_ seed: UInt64) -> Identity? {
    guard let birth = CivilDate(day: Int(seed % 12_000)) else { return nil }
    let digits = "139999\(birth.description.filter { $0 != "-" })\(100 + seed / 12_000 % 900)"
    var sum = 0
    for digit in digits { sum = (sum * 2 + (digit.wholeNumberValue ?? 0)) % 11 }
    // ISO 7064, MOD 11-2: the check digit brings the whole to 1.
    let check = (12 - sum * 2 % 11) % 11
    return IdentityNumber(digits + (check == 10 ? "X" : "\(check)")).map {
      Identity(name: "陈志远", number: $0)
    }
  }
}
