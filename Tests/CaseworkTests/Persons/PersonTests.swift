import Casework
import ExpressionLanguage
import Testing

struct PersonTests {
  private func register(_ identity: Identity, phone: String? = nil) -> Command {
    .person(.register(identity: identity, phone: phone))
  }

  @Test func `a file is opened once, with the texts trimmed`() throws {
    var one = OfficeCase(1)
    var identity = Office.identity(1)
    identity.name = "  \(identity.name) "
    try one.play(register(identity, phone: " +86 10 1234 5678 "))
    #expect(one.file.person.identity == Office.identity(1))
    #expect(one.file.person.phone == "+86 10 1234 5678")
    try one.expectRejection("already-registered", of: register(Office.identity(2)))
    one.expectFoldsFromEmpty()
  }

  @Test func `a person opens one file alone, their own`() throws {
    let newcomer = Actor(account: "newcomer", role: .resident)
    var one = OfficeCase(1)
    try one.play(register(Office.identity(1)), by: newcomer)
    #expect(one.entries.last?.by == newcomer.hand)
    // The account is bound to the file then.
    let child = OfficeCase(2)
    let bound = Office.resident(one.id)
    try child.expectRejection("has-own-file", of: register(Office.identity(2)), by: bound)
    // Nobody opens a file that is there, by knowing its name.
    try one.expectRejection("already-registered", of: register(Office.identity(3)), by: newcomer)
    let own = Actor(account: "newcomer", role: .resident, resident: one.id)
    try one.expectRejection("not-allowed", of: register(Office.identity(1)), by: own)
    for purpose in Purpose.allCases where purpose != .ownAffairs {
      try child.expectRejection(
        "not-allowed",
        of: register(Office.identity(2)),
        by: newcomer,
        for: purpose
      )
    }
  }

  @Test func `nothing but registering is done to an empty file`() throws {
    let one = OfficeCase(1)
    try one.expectRejection("no-such-file", of: .person(.changePhone(phone: nil)))
  }

  @Test(arguments: [
    ("", "empty-text"), ("  ", "empty-text"), ("某\n人", "control-character"),
    ("某\u{202E}人", "control-character"), (String(repeating: "某", count: 51), "long-text"),
  ])
  func `a name is one short line`(_ name: String, _ id: String) throws {
    var identity = Office.identity(1)
    identity.name = name
    try OfficeCase(1).expectRejection(id, of: register(identity))
  }

  @Test func `nobody is registered before birth, nor from a place that is none`() throws {
    let one = OfficeCase(1, on: Office.day("2024-03-01"))
    let unborn = Office.identity(1, born: Office.day("2024-03-02"))
    try one.expectRejection("bad-identity-number", of: register(unborn))
    let newborn = Office.identity(1, born: Office.day("2024-03-01"))
    #expect(throws: Never.self) { try one.decide(register(newborn)).get() }
    let strange = Office.identity(1, household: "atlantis")
    try one.expectRejection("no-such-place", of: register(strange))
    try OfficeCase.registered().expectRejection(
      "no-such-place",
      of: .person(.correctIdentity(identity: strange, reason: "misread"))
    )
  }

  @Test(arguments: ["1234", "12 3", "phone", "+", "123456789012345678901", "1+23456", "１２３４５６"])
  func `a phone is digits and spaces`(_ phone: String) throws {
    let one = OfficeCase.registered()
    try one.expectRejection("bad-phone", of: .person(.changePhone(phone: phone)))
  }

  @Test func `what is so already changes nothing`() throws {
    var one = OfficeCase.registered()
    try one.play(.person(.changePhone(phone: "12345")))
    let day = Office.day("2024-02-01")
    let employer = Employer(code: "91139999MA0XN1T018", name: "某公司")
    try one.play(.person(.changeEmployer(employer: employer, from: day)))
    for same: Command in [
      .person(.changePhone(phone: "12345")),
      .person(.changeEmployer(employer: employer, from: day)),
      .person(.correctIdentity(identity: Office.identity(1), reason: "checked")),
      .person(.unprotect(reason: "checked")),
    ] {
      let actor = same.action == .protectPerson ? Office.supervisor : Office.clerk
      #expect(try one.decide(same, by: actor).get().events == [])
    }
    try one.play(.person(.changePhone(phone: nil)))
    #expect(one.file.person.phone == nil)
  }

  @Test func `a correction keeps what was written before`() throws {
    var one = OfficeCase.registered(1, on: Office.day("2024-03-01"))
    var right = Office.identity(1)
    right.name = "改名"
    try one.play(
      .person(.correctIdentity(identity: right, reason: "misread")),
      on: Office.day("2024-04-01")
    )
    #expect(one.file.person.identity == right)
    #expect(one.file.person.identities.map(\.identity) == [Office.identity(1), right])
    try one.expectRejection(
      "empty-text",
      of: .person(.correctIdentity(identity: Office.identity(1), reason: " "))
    )
    let casework = try one.decide(
      .person(.correctIdentity(identity: Office.identity(1), reason: "no")),
      for: .casework
    )
    #expect(throws: Rejection.self) { try casework.get() }
  }

  @Test func `an employer begins neither in the future nor before the one on file`() throws {
    var one = OfficeCase.registered()
    let change = { (code: String, day: String) in
      Command.person(
        .changeEmployer(employer: Employer(code: code, name: "某公司"), from: Office.day(day))
      )
    }
    try one.play(change("91139999MA0XN1T018", "2023-06-01"))
    try one.expectRejection("date-in-future", of: change("91139999MA0XN1T02B", "2024-03-02"))
    try one.expectRejection("employer-earlier", of: change("91139999MA0XN1T02B", "2023-05-31"))
    try one.expectRejection("bad-employer-code", of: change("", "2023-07-01"))
    // A code with a slip of the pen is nobody's; one in small letters is that of the unit.
    try one.expectRejection("bad-employer-code", of: change("91139999MA0XN1T02C", "2023-07-01"))
    try one.play(change("91139999ma0xn1t02b", "2023-07-01"))
    #expect(one.file.person.employer?.code == "91139999MA0XN1T02B")
    try one.play(.person(.changeEmployer(employer: nil, from: Office.day("2024-03-01"))))
    #expect(one.file.person.employer == nil)
  }

  @Test func `a file is protected and no longer, each with a reason`() throws {
    var one = OfficeCase.registered()
    try one.play(.person(.protect(reason: "violence at home")), by: Office.supervisor)
    #expect(one.file.person.isProtected)
    try one.expectRejection(
      "empty-text",
      of: .person(.unprotect(reason: "")),
      by: Office.supervisor
    )
    try one.play(.person(.unprotect(reason: "no longer")), by: Office.supervisor)
    #expect(!one.file.person.isProtected)
  }
}
