import Accounts
import Casework
import Crypto
import EventStore
import ExpressionLanguage
import Foundation
import HummingbirdTesting
import Logging
import MadeUpPeople
import PermitCredential
import Policy
import Registry
import TestSupport
import Testing
import WebService

/// A small service to test with: an office and accounts in a folder of their own, with a clock that
/// is set by hand.
///
/// ```swift
/// let fixture = try await ServiceFixture()
/// try await fixture.open { door in
///   let guest = door.browser()
///   #expect(try await guest.get("/zh").status == 200)
///   let clerk = try await door.browser(as: .clerk)
/// }
/// ```
final class ServiceFixture: Sendable {
  /// The shipped measures, read once for all tests.
  static let library: PolicyLibrary = {
    let root = PackageRoot.file("Policies")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    let files = (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { name in
      let bytes = (try? Data(contentsOf: root.appending(path: name))) ?? Data()
      let hash = SHA256.hash(data: bytes).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
      return PolicyFile(path: name, bytes: Array(bytes), hash: hash.joined())
    }
    return PolicyLibrary(files: files, prefix: "Policies/")
  }()

  /// The same for casework, compiled once for all tests.
  static let laws = LawCabinet(library, jurisdiction: "xiongan")

  /// The password of everybody here.
  static let password = "a quiet reed by the lake 28"

  let folder: URL
  let store: SQLiteStore
  let office: Office
  let accounts: AccountStore
  let service: WebService.Service
  let clock: HandClock

  /// Opens a service in a folder of its own, which goes with it.
  ///
  /// - Parameters:
  ///   - day: The legal date; it is noon.
  ///   - fetcher: What asks other machines; the network where none is given.
  ///   - change: What is set otherwise than a demonstration has it.
  /// - Throws: What opening a store throws.
  init(
    on day: String = "2026-11-23",
    fetcher: (any WebFetching)? = nil,
    _ change: (inout ServiceSettings) -> Void = { _ in }
  ) async throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "anju-service-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let clock = HandClock(try #require(CivilDate(day)))
    self.clock = clock
    store = try SQLiteStore.open(
      path: folder.appending(path: "journal.sqlite").path,
      keys: .demo,
      schema: Office.schema,
      options: StoreOptions(keySource: .seeded(1))
    )
    office = Office.open(
      store: store,
      laws: Self.laws,
      clock: OfficeClock { clock.moment },
      ids: ResidentIDs(SplitMix64(seed: 1))
    )
    let key = SymmetricKey(data: Array("anju demo seal, known to every 1".utf8))
    var options = AccountStore.Options()
    options.cost = .least
    accounts = try await AccountStore.open(
      path: folder.appending(path: "accounts.sqlite").path,
      key: key,
      options: options
    ) { clock.moment.milliseconds }
    var settings = ServiceSettings()
    settings.isDemo = true
    settings.requestsPerMinute = 100_000
    change(&settings)
    service = WebService.Service(
      office: office,
      accounts: accounts,
      permits: PermitProofs(
        keys: try await .demo(),
        places: .demo,
        issuer: SigningKeys.demoIssuer
      ),
      library: Self.library,
      pages: try .embedded(),
      settings: settings,
      sealKey: key,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      fetcher: fetcher
    )
  }

  deinit {
    try? accounts.close()
    store.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The legal date.
  var today: CivilDate { office.today }

  /// Opens the service to browsers, without a socket.
  func open<Answer: Sendable>(_ work: @Sendable (Door) async throws -> Answer) async throws
    -> Answer
  {
    try await WebApplication.build(service).test(.router) { client in
      try await work(Door(fixture: self, client: client))
    }
  }

  /// Opens it to browsers under other settings, as after a restart.
  func open<Answer: Sendable>(
    _ settings: ServiceSettings,
    _ work: @Sendable (Door) async throws -> Answer
  ) async throws -> Answer {
    let again = WebService.Service(
      office: office,
      accounts: accounts,
      permits: service.permits,
      library: service.library,
      pages: service.pages,
      settings: settings,
      sealKey: service.sealKey,
      logger: service.logger
    )
    return try await WebApplication.build(again).test(.router) { client in
      try await work(Door(fixture: self, client: client))
    }
  }

  // MARK: People

  /// Runs a command as the office's clerk, or as somebody else.
  @discardableResult
  func run(
    _ command: Command,
    on resident: ResidentID? = nil,
    by actor: Actor = Actor(account: "clerk-1", role: .clerk, office: "window 1"),
    for purpose: Purpose = .casework
  ) async throws -> Receipt {
    try await office.run(Request(command, on: resident, by: actor, for: purpose))
  }

  /// Registers somebody who lives and works here since 2023 and meets what the permit asks.
  func settle(_ person: UInt64, name: String? = nil, born: CivilDate? = nil) async throws
    -> ResidentID
  {
    let identity = Identity.madeUp(person, name: name, born: born)
    let id = try await run(.person(.register(identity: identity, phone: nil))).resident
    let from = try #require(CivilDate("2023-01-01"))
    try await run(.person(.registerResidence(residence: .madeUp(person, from: from))), on: id)
    let employer = Employer(code: "91139999MA0XN1T018", name: "某公司")
    try await run(.person(.changeEmployer(employer: employer, from: today)), on: id)
    let statement = FactStatement(
      fact: "stable employment",
      content: .value(text: "true"),
      source: "public service",
      asOf: today
    )
    let department = Actor(account: "service-1", role: .department, office: "public service")
    try await run(
      .fact(.state(statement: statement)),
      on: id,
      by: department,
      for: .verification
    )
    return id
  }

  /// Applies for somebody, has it accepted and approved, and hands out a card.
  func issue(_ serial: String, to resident: ResidentID) async throws {
    let papers = ["identity card", "photograph", "proof of address", "proof of employment"]
    let reviewer = Actor(account: "reviewer-1", role: .reviewer, office: "permits")
    try await run(
      .application(.submit(basis: .employment, medium: .online, papers: papers)),
      on: resident,
      by: Actor(account: "resident-1", role: .resident, resident: resident),
      for: .ownAffairs
    )
    try await run(.application(.accept(number: 1)), on: resident)
    try await run(.application(.approve(number: 1)), on: resident, by: reviewer)
    try await run(.permit(.issue(application: 1, serial: serial)), on: resident)
  }
}
