import Casework
import ExpressionLanguage
import Testing

// Articles 18 to 21: what must not be done, and what may be charged.
extension Decree663Tests {
  private static let propose = Command.permit(
    .proposeConfiscation(ground: .fraud, evidence: "certificate 12")
  )

  @Test func `article 18: that a permit was got by false papers takes evidence and two officers`()
    throws
  {
    var one = try OfficeCase.holder()
    try one.expectRejection(
      "empty-text",
      of: .permit(.proposeConfiscation(ground: .fraud, evidence: " ")),
      by: Office.reviewer
    )
    try one.expectRejection("not-allowed", of: Decree663Tests.propose, by: Office.clerk)
    try one.play(Decree663Tests.propose, by: Office.reviewer)
    // Until a second officer agrees nothing changes.
    #expect(try one.answer("driving-licence") == .yes)
    let confirm = Command.permit(.confirmConfiscation)
    try one.expectRejection("another-officer-needed", of: confirm, by: Office.reviewer)
    // Nobody gives it up to get away.
    try one.expectRejection(
      "confiscation-pending",
      of: .permit(.cancel(ground: .givenUp, from: one.today)),
      by: one.person
    )
  }

  @Test(arguments: ConfiscationGround.allCases)
  func `article 19: forged, altered or got by fraud, it is taken back, and the holder told`(
    ground: ConfiscationGround
  ) throws {
    var one = try OfficeCase.holder()
    let propose = PermitCommand.proposeConfiscation(ground: ground, evidence: "report 7")
    try one.play(.permit(propose), by: Office.reviewer)
    try one.play(.permit(.confirmConfiscation), by: Office.secondReviewer)
    #expect(one.permit?.state == .confiscated && one.permit?.card?.state == .void)
    let paper = try #require(one.file.notices.all.last?.text.chinese)
    for part in ["report 7", "第十九条", "行政复议", "行政诉讼"] { #expect(paper.contains(part)) }
    #expect(try one.answer("driving-licence") == .no)
    // Done in error, another's hand undoes it.
    try one.play(.permit(.restore(reason: "the report was wrong")), by: Office.supervisor)
    #expect(one.permit?.state == .active && one.permit?.tenureFrom == Office.day("2024-03-04"))
  }

  @Test func `article 20, item 1: whoever meets the conditions is taken, approved and issued`()
    throws
  {
    var one = OfficeCase.newcomer()
    try one.submit()
    let decline = ApplicationCommand.decline(number: 1, reason: "busy", rightOffice: "elsewhere")
    let away = try one.expectRejection("eligible-turned-away", of: .application(decline))
    #expect(away?.citations.first?.article.chinese == "第二十条")
    // Silence accepts.
    one.today = Office.day("2024-03-12")
    try one.play(.dayWork, by: .system)
    #expect(one.application?.isDeemedAccepted == true)
    try one.expectRejection(
      "conditions-met",
      of: .application(.refuse(number: 1)),
      by: Office.reviewer
    )
    try one.play(.application(.approve(number: 1)), by: Office.reviewer)
    try one.play(.permit(.issue(application: 1, serial: "XA-1")))
  }

  @Test func `article 20, item 2: no fee but the one of the measure`() throws {
    var one = try OfficeCase.holder()
    try one.play(.permit(.reportLoss), by: one.person)
    for fen in [Int.min, -1, 0, 1_999, 2_001, .max] {
      try one.expectRejection(
        "fee-differs",
        of: .permit(.replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: fen))
      )
    }
  }

  @Test func `article 20, item 3: nobody works on their own file, a relative's, or through one`()
    throws
  {
    var one = OfficeCase.newcomer()
    let clerk = OfficeCase.registered(61, born: Office.day("1988-01-01"))
    let spouse = OfficeCase.registered(62, born: Office.day("1987-01-01"))
    var hand = Office.clerk
    hand.resident = clerk.id
    one.others = [clerk.id: clerk.file, spouse.id: spouse.file]
    // The clerk's spouse is on another's file, where the table cannot see it.
    var married = spouse
    married.others[clerk.id] = clerk.file
    try married.play(.person(.linkRelative(relative: clerk.id, relation: .spouse)))
    one.others[spouse.id] = married.file
    let appoint = Command.person(.appointGuardian(guardian: spouse.id, ground: .limitedMobility))
    try one.expectRejection("relatives-file", of: appoint, by: hand)
    try one.expectRejection(
      "own-file",
      of: .person(.linkRelative(relative: clerk.id, relation: .sibling)),
      by: hand
    )
    // Nor on the file that took their own in.
    var kept = OfficeCase.registered(63)
    kept.others[clerk.id] = clerk.file
    kept.record(.person(.mergedFrom(duplicate: clerk.id)))
    try kept.expectRejection(
      "own-file",
      of: .person(.changePhone(phone: "13800000000")),
      by: hand
    )
    // Nor on that of somebody linked to the file that stays.
    var merged = clerk.file
    merged.apply(
      FileEntry(.person(.mergedInto(survivor: kept.id)), on: one.today, by: Office.clerk.hand)
    )
    one.others[clerk.id] = merged
    one.record(.person(.relativeLinked(relative: kept.id, relation: .sibling)))
    try one.expectRejection(
      "relatives-file",
      of: .person(.changePhone(phone: "13800000000")),
      by: hand
    )
  }

  @Test func `article 20, item 5: what was recorded is never written over`() throws {
    var one = try OfficeCase.holder()
    let before = one.entries
    var identity = try #require(one.file.person.identity)
    identity.registeredAddress = "某市某路9号"
    let correct = Command.person(.correctIdentity(identity: identity, reason: "misread"))
    try one.expectRejection("not-allowed", of: correct, for: .casework)
    try one.play(correct)
    try one.play(.permit(.cancel(ground: .givenUp, from: one.today)), by: one.person)
    #expect(Array(one.entries.prefix(before.count)) == before)
    #expect(one.file.person.identities.count == 2)
    // What an officer decided the window does not undo by itself.
    let holder = try OfficeCase.holder(64)
    let error = Command.permit(.cancel(ground: .issuedInError, from: holder.today))
    try holder.expectRejection("ground-for-officers", of: error)
    #expect(try holder.decide(error, by: Office.reviewer).isSuccess)
    one.expectFoldsFromEmpty()
  }

  @Test func `article 21: the first card and endorsement are free, a replacement is paid`() throws {
    var one = try OfficeCase.holder()
    let law = try Office.law(on: one.today)
    #expect(try law.term("fee first permit").fen == 0)
    #expect(try law.term("fee endorsement").fen == 0)
    let fee = try #require(try law.term("fee replacement").fen)
    try one.play(.permit(.endorse), by: one.person, on: Office.day("2025-03-04"))
    try one.play(.permit(.reportDamage))
    try one.play(.permit(.replaceCard(serial: "XA-2", isOldHandedIn: true, paidFen: fee)))
  }
}
