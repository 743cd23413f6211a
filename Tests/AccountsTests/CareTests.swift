import Casework
import Crypto
import ExpressionLanguage
import Foundation
import Testing

@testable import Accounts

@Suite struct CareTests {
  @Test func `the file holds no secret and nothing personal in the clear`() async throws {
    let rig = try await Rig()
    let opened = try await rig.resident("13912345678")
    let id = try #require(opened.session.account?.id)
    let clerk = try await rig.clerk("clerk-wang-7")
    let child = try Rig.person("zyxwvtsrqp")
    try await rig.store.bind(id, to: Rig.person("abcdefghjk"))
    try await rig.store.bind(
      ProviderIdentity(issuer: "https://id.example", subject: "subject-of-lin"),
      in: opened.token
    )
    try await rig.store.setFlash("flash about Lin Qiu", in: opened.token)
    try await rig.store.act(for: child, in: opened.token)
    _ = try await rig.store.saveDraft(
      DraftKey(kind: "dispute", subject: "subject-0123"),
      body: Array("the body names 林秋雨".utf8),
      expecting: 0,
      of: id
    )
    let code = try await rig.store.makeActivationCode(for: child, proof: "11010119", by: clerk.id)
    let reset = try await rig.store.makeResetToken(of: id, by: nil)
    _ = try await rig.store.registerClient("school", name: "S", office: "o", services: [], by: nil)
    let access = try await rig.store.makeAccessToken(for: "school", scopes: [], from: Rig.home)
    _ = try await rig.store.spend(jti: "jti-of-client", of: "school", until: rig.now + .minute)
    let offer = try await rig.store.offerSecondFactor(in: opened.token)
    let secret = Rig.unbase32(offer.secret)
    let enrolment = try await rig.store.confirmSecondFactor(
      code: rig.code(secret),
      in: opened.token,
      from: Rig.home,
      on: DeviceTokens()
    )
    let texts =
      [
        "13912345678", "clerk-wang-7", Rig.password, "zyxwvtsrqp", "abcdefghjk", "id.example",
        "subject-of-lin", "flash about", "subject-0123", "the body names", "林秋雨", code.text,
        code.text.replacingOccurrences(of: "-", with: ""), "11010119", reset.text, access.text,
        "jti-of-client", offer.secret, opened.token.text, enrolment.opened.token.text, "192.0.2.7",
        "a key for tests",
      ] + enrolment.recoveryCodes.flatMap { [$0, $0.replacingOccurrences(of: "-", with: "")] }
    let held = try #require(enrolment.opened.devices?.texts)
    let copy = rig.file("copy.sqlite")
    try await rig.store.backup(to: copy)
    var bytes = 0
    for path in [rig.path, rig.path + "-wal", copy] {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      bytes += data.count
      for text in texts + held {
        #expect(data.range(of: Data(text.utf8)) == nil, "\(text) stands in \(path)")
      }
      #expect(data.range(of: Data(secret)) == nil)
      #expect(data.range(of: Data(NetworkAddress("192.0.2.7").bytes)) == nil)
    }
    // What is not personal is found, so the search does find.
    let main = try Data(contentsOf: URL(fileURLWithPath: copy))
    #expect(bytes > 10_000 && main.range(of: Data("dispute".utf8)) != nil)
  }

  @Test func `another key does not open the file, and changes nothing`() async throws {
    let rig = try await Rig()
    _ = try await rig.resident()
    await #expect(throws: AccountStoreFault.wrongKey(path: rig.path)) {
      _ = try await rig.reopened(key: SymmetricKey(size: .bits256))
    }
    await #expect(throws: AccountStoreFault.key) {
      _ = try await rig.reopened(key: SymmetricKey(size: .bits128))
    }
    let again = try await rig.reopened()
    defer { try? again.close() }
    let answer = try await again.signIn(
      name: "lin-qiu",
      password: Rig.password,
      from: Rig.home,
      replacing: nil
    )
    #expect(answer.opened != nil)
  }

  @Test func `what is no store of accounts is refused`() async throws {
    let rig = try await Rig()
    let path = rig.file("other.txt")
    try String(repeating: "no database ", count: 500)
      .write(toFile: path, atomically: true, encoding: .utf8)
    await #expect(throws: AccountStoreFault.foreign(path: path)) {
      _ = try await AccountStore.open(path: path, key: Rig.key) { 0 }
    }
    await #expect(throws: AccountStoreFault.self) {
      _ = try await AccountStore.open(path: "/nowhere/at/all.sqlite", key: Rig.key) { 0 }
    }
  }

  @Test func `only the owner may read the file`() async throws {
    let rig = try await Rig()
    let attributes = try FileManager.default.attributesOfItem(atPath: rig.path)
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
  }

  @Test func `a value moved to another row does not open`() async throws {
    let rig = try await Rig()
    let one = try #require(try await rig.resident("one-name").session.account?.id)
    let two = try #require(try await rig.resident("two-name").session.account?.id)
    try await rig.store.check()
    try await rig.store.write { transaction in
      try transaction.run(
        """
        UPDATE accounts SET password = (SELECT password FROM accounts WHERE id = '\(one.text)')
        WHERE id = '\(two.text)'
        """
      )
    }
    await #expect(throws: AccountStoreFault.self) { try await rig.store.check() }
    await #expect(throws: AccountStoreFault.self) { _ = try await rig.signIn("two-name") }
    #expect(try await rig.signIn("one-name").opened != nil)
  }

  @Test func `a backup opens like the store, and overwrites nothing`() async throws {
    let rig = try await Rig()
    _ = try await rig.resident()
    let copy = rig.file("copy.sqlite")
    try await rig.store.backup(to: copy)
    await #expect(throws: AccountStoreFault.exists(path: copy)) {
      try await rig.store.backup(to: copy)
    }
    let now = rig.now
    let store = try await AccountStore.open(path: copy, key: Rig.key) { now }
    #expect(try await store.account(named: "lin-qiu") != nil)
    try await store.check()
    try store.close()
    let left = try FileManager.default.contentsOfDirectory(
      atPath: URL(fileURLWithPath: copy).deletingLastPathComponent().path
    )
    #expect(!left.contains { $0.hasSuffix(".draft") })
  }

  @Test func `destroying a person's account leaves nothing of it but the log's opaque entries`()
    async throws
  {
    let rig = try await Rig()
    let (person, clerk) = (try Rig.person(), try await rig.clerk())
    let opened = try await rig.resident()
    let id = try #require(opened.session.account?.id)
    let parent = try await rig.resident("the-parent")
    try await rig.store.act(for: person, in: parent.token)
    try await rig.store.bind(id, to: person)
    try await rig.store.bind(clerk.id, to: person)
    let key = DraftKey(kind: "dispute")
    _ = try await rig.store.saveDraft(key, body: [1], expecting: 0, of: id)
    let code = try await rig.store.makeActivationCode(for: person, by: clerk.id)
    #expect(try await rig.store.forget(resident: person))
    #expect(try await rig.store.account(id) == nil)
    #expect(try await rig.store.session(opened.token) == nil)
    #expect(try await rig.store.draft(key, of: id) == nil)
    #expect(try await rig.signIn() == .wrong)
    #expect(try await rig.store.account(clerk.id)?.resident == nil)
    #expect(try await rig.store.session(parent.token)?.actingFor == nil)
    await #expect(throws: AccountFault.codeInvalid) {
      _ = try await rig.store.redeemActivationCode(code.text, in: parent.token, from: Rig.home)
    }
    #expect(try await !rig.store.forget(resident: person))
    #expect(try await rig.store.securityEvents(of: id.text).first?.kind == .forgotten)
  }

  @Test func `what is over goes, and the log after its time`() async throws {
    let rig = try await Rig()
    let clerk = try await rig.clerk()
    let id = try #require(try await rig.resident().session.account?.id)
    _ = try await rig.store.saveDraft(DraftKey(kind: "d"), body: [1], expecting: 0, of: id)
    _ = try await rig.store.makeActivationCode(for: Rig.person(), by: clerk.id)
    _ = try await rig.store.makeResetToken(of: id, by: nil)
    _ = try await rig.store.registerClient("school", name: "", office: "", services: [], by: nil)
    _ = try await rig.store.makeAccessToken(for: "school", scopes: [], from: Rig.home)
    _ = try await rig.store.spend(jti: "j", of: "school", until: rig.now + .minute)
    _ = try await rig.signIn("lin-qiu", "wrong")
    let tables = [
      "drafts", "activation_codes", "reset_tokens", "access_tokens", "spent_assertions", "sessions",
      "lockouts", "address_tries", "security_log",
    ]
    func counts() async throws -> [Int] {
      try await rig.store.read { transaction in
        try tables.map { try transaction.count("SELECT count(*) FROM \($0)") }
      }
    }
    try await rig.store.purge()
    #expect(try await counts().allSatisfy { $0 > 0 })
    rig.advance(179 * .day)
    try await rig.store.purge()
    #expect(try await counts().dropLast().allSatisfy { $0 == 0 })
    #expect(try await counts().last != 0)
    rig.advance(2 * .day)
    try await rig.store.purge()
    #expect(try await counts().last == 0)
    #expect(try await rig.signIn().opened != nil)
  }

  @Test func `the log tells what happened, whose it was and who did it, and no more`() async throws
  {
    let rig = try await Rig()
    let clerk = try await rig.clerk()
    let opened = try await rig.resident()
    let id = try #require(opened.session.account?.id)
    for _ in 0..<5 { _ = try await rig.signIn("lin-qiu", "wrong") }
    try await rig.store.block(id, by: clerk.id)
    let events = try await rig.store.securityEvents(of: id.text)
    #expect(
      events.map(\.kind) == [.blocked, .locked] + Array(repeating: .wrongPassword, count: 5)
        + [.signedIn, .created]
    )
    #expect(events[0].by == clerk.id.text && events[0].address == nil)
    #expect(events[1].address == events[7].address && events[1].address?.count == 16)
    #expect(events.allSatisfy { $0.moment == rig.now })
    let all = try await rig.store.securityEvents(after: 0, limit: 3)
    #expect(all.map(\.number) == [1, 2, 3])
    #expect(try await rig.store.securityEvents(after: 3, limit: 1).map(\.number) == [4])
    for kind in SecurityEventKind.allCases {
      #expect(!kind.text.english.isEmpty && !kind.text.chinese.isEmpty)
    }
  }

  @Test func `a closed store says so`() async throws {
    let rig = try await Rig()
    let store = try await rig.reopened()
    try store.close()
    await #expect(throws: AccountStoreFault.closed) { _ = try await store.staff() }
  }
}
