import Casework
import ExpressionLanguage
import Testing

/// Two registrations of one person: the file that stays, and its duplicate.
private struct Twins {
  var one: OfficeCase
  var other: OfficeCase

  init(sameNumber: Bool = true) {
    one = OfficeCase.registered(1)
    other = OfficeCase(2)
    let identity = Office.identity(sameNumber ? 1 : 2)
    other.record(.person(.registered(identity: identity, phone: "54321")))
  }

  var merge: Command { .person(.merge(duplicate: other.id)) }

  mutating func meet() { one.others[other.id] = other.file }
}

struct MergingTests {
  @Test func `both files know of the merger, and the duplicate takes nothing more`() throws {
    var twins = Twins()
    twins.meet()
    try twins.one.play(twins.merge)
    #expect(twins.one.file.person.mergedFrom == [twins.other.id])
    #expect(twins.one.file.person.phone == "54321")
    let taken = try #require(twins.one.others[twins.other.id])
    #expect(taken.person.mergedInto == twins.one.id)
    #expect(taken.person.identity == Office.identity(1))
    twins.other.file = taken
    try twins.other.expectRejection("merged-file", of: .person(.changePhone(phone: nil)))
    #expect(try twins.one.decide(twins.merge).get() == Decided([]))
    twins.one.expectFoldsFromEmpty()
  }

  @Test func `different numbers are merged by a supervisor alone`() throws {
    var twins = Twins(sameNumber: false)
    twins.meet()
    try twins.one.expectRejection("numbers-differ", of: twins.merge)
    try twins.one.play(twins.merge, by: Office.supervisor)
  }

  @Test func `addresses fill the days that are free`() throws {
    var twins = Twins()
    for (address, from) in [("a", "2022-03-01"), ("b", "2023-01-01")] {
      twins.one.record(
        .person(
          .residenceRegistered(residence: Office.residence(address, from: Office.day(from)))
        )
      )
    }
    twins.one.record(
      .person(.residenceEnded(residence: 2, last: Office.day("2023-05-31"))),
      .person(
        .residenceRegistered(residence: Office.residence("c", from: Office.day("2023-09-01")))
      )
    )
    twins.other.record(
      .person(
        .residenceRegistered(residence: Office.residence("x", from: Office.day("2022-01-01")))
      ),
      .person(.residenceEnded(residence: 1, last: Office.day("2022-06-30"))),
      .person(
        .residenceRegistered(residence: Office.residence("y", from: Office.day("2023-05-01")))
      )
    )
    twins.meet()
    try twins.one.play(twins.merge)
    let spans = twins.one.file.person.residences
      .map { "\($0.residence.address) \($0.residence.from)/\($0.last?.description ?? "…")" }
    #expect(
      spans == [
        "a 2022-03-01/2022-12-31", "b 2023-01-01/2023-05-31", "c 2023-09-01/…",
        "x 2022-01-01/2022-02-28", "y 2023-06-01/2023-08-31",
      ]
    )
    twins.one.expectFoldsFromEmpty()
  }

  @Test func `an address that the duplicate has left is left on the survivor`() throws {
    var twins = Twins()
    twins.other.record(
      .person(
        .residenceRegistered(residence: Office.residence("x", from: Office.day("2022-01-01")))
      ),
      .person(.residenceEnded(residence: 1, last: Office.day("2022-06-30")))
    )
    twins.meet()
    try twins.one.play(twins.merge)
    #expect(twins.one.file.person.residences.map(\.last) == [Office.day("2022-06-30")])
  }

  @Test func `facts that stand are stated again, with where they come from`() throws {
    var twins = Twins()
    twins.one.know("stable employment", "true", by: "public service", on: Office.day("2024-02-01"))
    twins.other.know(
      "stable employment",
      "false",
      by: "public service",
      on: Office.day("2024-01-01")
    )
    twins.other.know("stable residence", "true", by: "construction", on: Office.day("2024-01-15"))
    let due = DueDate(Office.day("2024-04-01"))
    twins.other.record(.fact(.disputed(fact: 1, why: "wrong", due: due)))
    twins.other.record(.fact(.disputed(fact: 2, why: "wrong too", due: due)))
    twins.meet()
    try twins.one.play(twins.merge)
    let items = twins.one.file.facts.known(on: twins.one.today)
    #expect(items.map(\.statement.fact) == ["stable employment", "stable residence"])
    #expect(items.map(\.statement.content) == [.value(text: "true"), .value(text: "true")])
    #expect(items[1].statement.reference == "merged:\(twins.other.id.text):2")
    #expect(items[1].statement.asOf == Office.day("2024-01-15"))
    // The dispute of what the survivor knows better is put to what it knows.
    #expect(items.map { $0.dispute?.why } == ["wrong", "wrong too"])
    twins.one.expectFoldsFromEmpty()
  }

  @Test func `the later employer counts, and a protection protects what stays`() throws {
    var twins = Twins()
    let employer = { (code: String) in Employer(code: code, name: "某公司") }
    twins.one.record(
      .person(.employerChanged(employer: employer("A"), from: Office.day("2023-01-01")))
    )
    twins.other.record(
      .person(.employerChanged(employer: employer("B"), from: Office.day("2023-02-01"))),
      .person(.protectionSet(isProtected: true, reason: "x"))
    )
    twins.meet()
    try twins.one.play(twins.merge)
    #expect(twins.one.file.person.employer == employer("B"))
    #expect(twins.one.file.person.isProtected)
  }

  @Test func `links are undone first`() throws {
    for event: PersonEvent in [
      .relativeLinked(relative: Office.id(5), relation: .sibling),
      .guardianAppointed(guardian: Office.id(5), ground: .minor),
      .wardTaken(ward: Office.id(5), ground: .minor),
    ] {
      var twins = Twins()
      twins.other.record(.person(event))
      twins.meet()
      try twins.one.expectRejection("links-first", of: twins.merge)
    }
  }

  @Test func `a file is merged neither into itself nor twice`() throws {
    var twins = Twins()
    try twins.one.expectRejection("same-person", of: .person(.merge(duplicate: twins.one.id)))
    try twins.one.expectRejection("no-such-file", of: twins.merge)
    twins.other.record(.person(.mergedInto(survivor: Office.id(9))))
    twins.meet()
    try twins.one.expectRejection("merged-file", of: twins.merge)
  }
}
