import Accounts
import BenchCity
import Casework
import Crypto
import EventStore
import ExpressionLanguage
import Foundation
import Registry

/// Accounts of people of a made-up city, with sessions that are open.
///
/// They are made through the room `Accounts`, not by signing in: a password's hash is made slow on
/// purpose, and two thousand of them would be measured in place of the pages. `serve` measures
/// signing in by itself, as the signers.
struct CityAccounts {
  /// Who they are, for whoever plays them.
  struct Made: Encodable {
    struct Person: Encodable {
      let session: String
      let file: String
    }
    struct Signer: Encodable {
      let name: String
      let password: String
    }
    /// How many people the city has.
    var people = 0
    var residents: [Person] = []
    var clerks: [String] = []
    var signers: [Signer] = []
    /// What clerks look for.
    var names: [String] = []
    var numbers: [String] = []
    /// Cards, of which some were never made.
    var serials: [String] = []
  }

  private static let password = "heron reeds 42 lake"
  private static let signers = 4

  let folder: URL
  let residents: Int
  let clerks: Int

  func make() async throws -> Made {
    try prepare()
    let city = try BenchOffice(in: folder, access: .reading)
    defer { city.store.close() }
    var made = Made()
    made.people = try await people(of: city.office)
    // Far from each other in the list, and of every sort in turn.
    let indices = (0..<max(residents, 2_000)).map { $0 * 7_919 % made.people }
    made.names = indices.prefix(2_000).map(BenchOffice.name)
    made.numbers = indices.prefix(2_000).map { BenchOffice.number($0).text }
    made.serials = indices.map { "BENCH-\($0)" }
    var options = AccountStore.Options()
    options.cost = .least
    let accounts = try await open(options)
    for (place, index) in indices.prefix(residents).enumerated() {
      let opened = try await resident("person-\(place)", accounts)
      if let account = opened.session.account {
        try await accounts.bind(account.id, to: CityPeople.id(index))
      }
      made.residents.append(
        Made.Person(session: opened.token.text, file: CityPeople.id(index).text)
      )
    }
    for place in 0..<clerks {
      made.clerks.append(try await clerk("clerk-\(place)", accounts))
    }
    try accounts.close()
    try await addSigners(to: &made)
    return made
  }

  /// Marks the folder as a demonstration whose people nobody is shown; accounts of an earlier run
  /// go, those of anybody else stay.
  private func prepare() throws {
    let files = FileManager.default
    let (mark, list) = (folder.appending(path: "bench"), folder.appending(path: "demo-people.json"))
    let accounts = folder.appending(path: "accounts.sqlite").path
    if files.fileExists(atPath: accounts), !files.fileExists(atPath: mark.path) {
      FileHandle.standardError.write(Data("\(folder.path): has accounts that are not ours\n".utf8))
      exit(65)
    }
    for ending in ["", "-wal", "-shm"] { try? files.removeItem(atPath: accounts + ending) }
    for (url, text) in [(mark, "made for measuring\n"), (list, "[]\n")] {
      try Data(text.utf8).write(to: url)
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    }
  }

  /// How many there are, by looking for the first number that nobody has.
  private func people(of office: Office) async throws -> Int {
    func isThere(_ index: Int) async throws -> Bool {
      try await office.find(BenchOffice.number(index)) != nil
    }
    var (there, none) = (-1, 1)
    while try await isThere(none) { (there, none) = (none, none * 2) }
    while none - there > 1 {
      let middle = (there + none) / 2
      if try await isThere(middle) { there = middle } else { none = middle }
    }
    guard none > 0 else { preconditionFailure("the city has nobody") }
    return none
  }

  /// Opens the accounts as `anju serve --demo` does.
  private func open(_ options: AccountStore.Options) async throws -> AccountStore {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: MasterKeys.demo.key,
      info: Array("anju service accounts 1".utf8),
      outputByteCount: 32
    )
    return try await AccountStore.open(
      path: folder.appending(path: "accounts.sqlite").path,
      key: key,
      options: options
    ) { OfficeClock.system.now().milliseconds }
  }

  private func resident(_ name: String, _ accounts: AccountStore) async throws -> OpenedSession {
    try await accounts.signUp(
      name: name,
      password: Self.password,
      language: .chinese,
      from: NetworkAddress("127.0.0.1"),
      replacing: nil
    )
  }

  /// A clerk with an authenticator, as the office's own must have.
  private func clerk(_ name: String, _ accounts: AccountStore) async throws -> String {
    let here = NetworkAddress("127.0.0.1")
    let invitation = try await accounts.createStaff(
      name: name,
      role: .clerk,
      office: "window 1",
      language: .chinese,
      by: nil
    )
    _ = try await accounts.setPassword(Self.password, with: invitation.token.text, from: here)
    let answer = try await accounts.signIn(
      name: name,
      password: Self.password,
      from: here,
      replacing: nil
    )
    guard case .opened(let opened) = answer else { preconditionFailure("a clerk can't sign in") }
    let offer = try await accounts.offerSecondFactor(in: opened.token)
    let now = OfficeClock.system.now().milliseconds
    let enrolment = try await accounts.confirmSecondFactor(
      code: Authenticator.code(of: offer.secret, at: now) ?? "",
      in: opened.token,
      from: here
    )
    return enrolment.opened.token.text
  }

  /// People whose passwords cost what everybody's do.
  private func addSigners(to made: inout Made) async throws {
    let accounts = try await open(AccountStore.Options())
    for place in 0..<Self.signers {
      let name = "signer-\(place)"
      let opened = try await resident(name, accounts)
      try await accounts.endSession(opened.token)
      made.signers.append(Made.Signer(name: name, password: Self.password))
    }
    try accounts.close()
  }
}
