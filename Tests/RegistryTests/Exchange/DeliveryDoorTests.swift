import Casework
import Crypto
import ExpressionLanguage
import Foundation
import Testing

@testable import Registry

@Suite struct DeliveryDoorTests {
  private let secret = Curve25519.Signing.PrivateKey()
  private let nonces = NonceBook()
  private let folder: ExchangeFolder

  init() throws { folder = try ExchangeFolder() }

  private func door(department: String = "public service") -> DeliveryDoor {
    let key = DepartmentKey(
      id: "bureau-1",
      department: department,
      key: secret.publicKey,
      days: Exchange.day("2026-01-01")...Exchange.day("2026-12-31")
    )
    return DeliveryDoor(
      keys: DepartmentKeys([key]),
      nonces: nonces,
      book: FolderBook(at: folder.root),
      desk: folder.desk
    ) { _ in Exchange.model }
  }

  private func delivery(
    _ rows: String = "[[\"\(Exchange.number(1))\", \"硕士\"], [\"\(Exchange.number(99))\", null]]",
    nonce: String = "nonce-0123456789",
    seconds: Int64 = Exchange.noon.seconds,
    number: String = "J1"
  ) throws -> SignedDelivery {
    let body = """
      {"department": "公共服务局", "delivery": "\(number)", "made on": "2026-11-20",
       "columns": ["身份证号", "学历学位"], "rows": \(rows)}
      """
    return try SignedDelivery(
      method: "POST",
      path: "/deliveries",
      keyID: "bureau-1",
      timestamp: String(seconds),
      nonce: nonce,
      signature: "",
      body: Array(body.utf8)
    )
    .signed(by: secret)
  }

  @Test func `a signed delivery goes the way of a file and is answered row by row`() async throws {
    let answer = try await door().take(try delivery(), at: Exchange.noon)
    guard case .taken(let receipt) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(receipt.taken == 1 && receipt.returned == 1)
    #expect(receipt.returnedRows.first?.reasons.map(\.id) == ["empty-cell", "not-registered"])
    #expect(await folder.desk.known.count == 1)
    let text = String(decoding: try answer.json(), as: UTF8.self)
    #expect(text.contains("\"outcome\" : \"taken\"") && !text.contains(Exchange.number(1)))
    let again = try await door()
      .take(try delivery(nonce: "nonce-another-one-1"), at: Exchange.noon)
    #expect(again == .repeated(receipt))
    let other = try await door()
      .take(try delivery("[]", nonce: "nonce-another-one-2"), at: Exchange.noon)
    #expect(other == .refused(.numberTaken))
  }

  @Test func `whatever was changed after signing, the answer is the same`() async throws {
    let good = try delivery()
    typealias Change = (inout SignedDelivery) -> Void
    let changes: [(DoorAnswer.Cause, Change)] = [
      (.signature, { $0.body.append(0x20) }),
      (.signature, { $0.path = "/other" }),
      (.signature, { $0.method = "PUT" }),
      (.signature, { $0.nonce = "nonce-0123456780" }),
      (.signature, { $0.timestamp = String(Exchange.noon.seconds + 1) }),
      (.signature, { $0.signature = Data(count: 64).base64EncodedString() }),
      (.signature, { $0.signature = "?" }),
      (.key, { $0.keyID = "bureau-2" }),
      (.malformed, { $0.nonce = "short" }),
      (.malformed, { $0.path = "/a\nb" }),
      (.malformed, { $0.timestamp = "now" }),
      (.malformed, { $0.signature = "" }),
    ]
    var bodies: Set<[UInt8]> = []
    for (cause, change) in changes {
      var changed = good
      change(&changed)
      let answer = try await door().take(changed, at: Exchange.noon)
      #expect(answer == .notAdmitted(cause))
      bodies.insert(try answer.json())
    }
    #expect(bodies.count == 1)
    #expect(await folder.desk.statements.isEmpty)
    // Nothing of that used up the nonce.
    guard case .taken = try await door().take(good, at: Exchange.noon) else {
      Issue.record("not taken")
      return
    }
    #expect(try await door().take(good, at: Exchange.noon) == .notAdmitted(.replayed))
  }

  @Test func `a request is good for five minutes either way`() async throws {
    for (offset, isGood) in [(-301, false), (-300, true), (300, true), (301, false)]
      as [(Int64, Bool)]
    {
      let sent = try delivery(
        nonce: "nonce-of-\(offset + 1_000)-seconds",
        seconds: Exchange.noon.seconds + offset
      )
      let answer = try await door().take(sent, at: Exchange.noon)
      #expect((answer != .notAdmitted(.time)) == isGood, "\(offset)")
    }
    let late = ExchangeMoment(
      seconds: Exchange.noon.seconds,
      date: Exchange.day("2027-01-01")
    )
    #expect(try await door().take(try delivery(), at: late) == .notAdmitted(.key))
  }

  @Test func `a key only speaks for its department`() async throws {
    let answer = try await door(department: "public security")
      .take(try delivery(), at: Exchange.noon)
    #expect(answer == .refused(.otherDepartment))
  }

  @Test func `a body that is no delivery is refused`() async throws {
    for (index, rows) in ["{}", "[[1]]", "[[\"a\"", "null"].enumerated() {
      let sent = try delivery(rows, nonce: "nonce-0123456789-\(index)")
      #expect(try await door().take(sent, at: Exchange.noon) == .refused(.unreadableBody))
    }
  }

  @Test func `a nonce is forgotten when it can do no harm any more`() {
    let book = NonceBook(most: 2)
    #expect(book.use("a", of: "k", until: 100, now: 0))
    #expect(!book.use("a", of: "k", until: 100, now: 100))
    #expect(book.use("a", of: "other", until: 100, now: 100))
    #expect(!book.use("b", of: "k", until: 100, now: 100), "full")
    #expect(book.use("a", of: "k", until: 300, now: 161))
  }

  @Test func `key files are read and faulty ones open nothing`() throws {
    let keys = folder.root + "/keys"
    try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
    let text = DepartmentKey.text(
      department: "public service",
      key: secret.publicKey,
      days: Exchange.day("2026-01-01")...Exchange.day("2026-12-31")
    )
    let files = [
      "good.pub": text, "remark.pub": "# ours\n" + text, "double.pub": text + text,
      "short.pub": text.replacing("key: ", with: "key: AAAA"), "other.txt": text,
      "open.pub": text,
    ]
    for (name, text) in files {
      try text.write(toFile: keys + "/" + name, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: name == "open.pub" ? 0o666 : 0o644],
        ofItemAtPath: keys + "/" + name
      )
    }
    let read = try DepartmentKeys(in: keys)
    #expect(Set(read.keys.keys) == ["good", "remark"])
    #expect(read.faults == ["double": .keyFile, "short": .keyFile, "open": .keyFileOpen])
  }
}
