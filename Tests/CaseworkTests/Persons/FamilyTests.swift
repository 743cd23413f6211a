import Casework
import ExpressionLanguage
import Testing

/// Two or more files of one family; what is decided on one is folded on the others.
private struct Family {
  var one: OfficeCase

  /// A person born on a day, with others at hand, each born on theirs.
  init(_ born: String, others: [UInt64: String], on day: String = "2024-03-01") {
    one = OfficeCase.registered(1, on: Office.day(day), born: Office.day(born))
    for (seed, born) in others {
      let other = OfficeCase.registered(seed, on: Office.day(day), born: Office.day(born))
      one.others[other.id] = other.file
    }
  }

  func person(_ seed: UInt64) -> PersonState? { one.others[Office.id(seed)]?.person }
}

struct FamilyTests {
  private func link(_ seed: UInt64, _ relation: FamilyRelation) -> Command {
    .person(.linkRelative(relative: Office.id(seed), relation: relation))
  }

  private func appoint(_ seed: UInt64, _ ground: GuardianGround) -> Command {
    .person(.appointGuardian(guardian: Office.id(seed), ground: ground))
  }

  @Test func `a link stands on both files, each with what the other is`() throws {
    var family = Family("1980-01-01", others: [2: "2010-01-01", 3: "1981-01-01"])
    try family.one.play([link(2, .child), link(3, .spouse)])
    let id = family.one.id
    #expect(family.one.file.person.relatives == [Office.id(2): .child, Office.id(3): .spouse])
    #expect(family.person(2)?.relatives == [id: .parent])
    #expect(family.person(3)?.relatives == [id: .spouse])
    #expect(try family.one.decide(link(2, .child)).get() == Decided([]))
    try family.one.play(.person(.unlinkRelative(relative: Office.id(3), reason: "divorce")))
    #expect(family.person(3)?.relatives == [:])
    #expect(family.one.file.person.relatives == [Office.id(2): .child])
  }

  @Test func `a link that cannot be is refused`() throws {
    var family = Family(
      "1980-01-01",
      others: [2: "1980-01-01", 3: "1981-01-01", 4: "1982-01-01"]
    )
    try family.one.expectRejection("same-person", of: link(1, .sibling))
    try family.one.expectRejection("no-such-file", of: link(9, .sibling))
    try family.one.expectRejection("parent-not-older", of: link(2, .child))
    try family.one.expectRejection("parent-not-older", of: link(3, .parent))
    try family.one.play(link(3, .spouse))
    try family.one.expectRejection("second-spouse", of: link(4, .spouse))
    try family.one.expectRejection("already-related", of: link(3, .sibling))
    let unlink = Command.person(.unlinkRelative(relative: Office.id(4), reason: "divorce"))
    try family.one.expectRejection("not-related", of: unlink)
    // The other's spouse counts too.
    var stranger = OfficeCase.registered(4, born: Office.day("1982-01-01"))
    stranger.others = [Office.id(3): try #require(family.one.others[Office.id(3)])]
    try stranger.expectRejection("second-spouse", of: link(3, .spouse))
  }

  @Test func `an adult acts for a minor, until the minor is sixteen`() throws {
    var family = Family("2010-06-01", others: [2: "1980-01-01"])
    try family.one.play(appoint(2, .minor))
    #expect(family.one.file.person.guardians == [Office.id(2): .minor])
    #expect(family.person(2)?.wards == [family.one.id: .minor])
    let guardian = try #require(family.one.others[Office.id(2)])
    for (day, mayAct) in [
      ("2024-03-01", true), ("2026-05-31", true), ("2026-06-01", true), ("2026-06-02", false),
    ] {
      let law = try Office.law(on: Office.day(day))
      // The measure counts a year of age as full on the day after the birthday.
      #expect(
        guardian.mayAct(for: family.one.file, on: Office.day(day), by: law) == mayAct,
        "on \(day)"
      )
    }
    let law = try Office.law(on: family.one.today)
    let stranger = OfficeCase.registered(5).file
    #expect(!stranger.mayAct(for: family.one.file, on: family.one.today, by: law))
    #expect(!family.one.file.mayAct(for: guardian, on: family.one.today, by: law))
    try family.one.play(.person(.endGuardian(guardian: Office.id(2), reason: "moved away")))
    #expect(family.one.file.person.guardians.isEmpty)
    #expect(family.person(2)?.wards.isEmpty == true)
  }

  @Test func `a guardian is another adult, whose file stands open`() throws {
    var family = Family("2010-06-01", others: [2: "2006-03-02", 3: "1980-01-01", 4: "1980-01-01"])
    try family.one.expectRejection("same-person", of: appoint(1, .minor))
    try family.one.expectRejection("no-such-file", of: appoint(9, .minor))
    try family.one.expectRejection("guardian-not-adult", of: appoint(2, .minor))
    #expect(throws: Never.self) {
      try family.one.decide(appoint(2, .minor), on: Office.day("2024-03-02")).get()
    }
    family.one.others[Office.id(3)]?.apply(
      FileEntry(
        .person(.protectionSet(isProtected: true, reason: "x")),
        on: family.one.today,
        by: Office.supervisor.hand
      )
    )
    try family.one.expectRejection("guardian-protected", of: appoint(3, .minor))
    family.one.others[Office.id(4)]?.apply(
      FileEntry(
        .person(.mergedInto(survivor: Office.id(7))),
        on: family.one.today,
        by: Office.clerk.hand
      )
    )
    try family.one.expectRejection("merged-file", of: appoint(4, .minor))
    let end = Command.person(.endGuardian(guardian: Office.id(2), reason: "x"))
    try family.one.expectRejection("not-a-guardian", of: end)
  }

  @Test func `nobody acts for an adult who moves about freely`() throws {
    var family = Family("1950-01-01", others: [2: "1980-01-01"])
    try family.one.expectRejection("not-a-minor", of: appoint(2, .minor))
    try family.one.expectRejection("mobility-not-known", of: appoint(2, .limitedMobility))
    family.one.know("limited mobility", "false", by: "the applicant")
    try family.one.expectRejection("mobility-not-known", of: appoint(2, .limitedMobility))
  }

  @Test func `somebody acts for a person who moves with difficulty, as long as that is so`() throws
  {
    var family = Family("1950-01-01", others: [2: "1980-01-01"])
    let statement = FactStatement(
      fact: "limited mobility",
      content: .value(text: "yes"),
      source: "the applicant",
      asOf: family.one.today,
      until: Office.day("2024-12-31")
    )
    try family.one.play([.fact(.state(statement: statement)), appoint(2, .limitedMobility)])
    let guardian = try #require(family.one.others[Office.id(2)])
    let law = try Office.law(on: family.one.today)
    let last = Office.day("2024-12-31")
    #expect(guardian.mayAct(for: family.one.file, on: last, by: law))
    #expect(!guardian.mayAct(for: family.one.file, on: Office.day("2025-01-01"), by: law))
  }

  @Test func `nobody of the office links themselves to a file`() throws {
    var family = Family("2010-06-01", others: [2: "1980-01-01"])
    var clerk = Office.clerk
    clerk.resident = Office.id(2)
    try family.one.expectRejection("own-file", of: appoint(2, .minor), by: clerk)
    try family.one.expectRejection("own-file", of: link(2, .parent), by: clerk)
    try family.one.play(link(2, .parent))
  }
}
