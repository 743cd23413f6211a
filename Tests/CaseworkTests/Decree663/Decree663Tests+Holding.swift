import Casework
import ExpressionLanguage
import Testing

// Articles 10 to 15: the permit in the holder's hand.
extension Decree663Tests {
  private func tenure(_ one: OfficeCase, by law: OfficeLaw? = nil) throws -> String? {
    try one.file.tenure(on: one.today, by: law ?? Office.law(on: one.today))
      .map { "\($0.from) \($0.months)m \($0.days)d" }
  }

  @Test func `article 10, paragraph 1: the county's police issue it, and endorse it once a year`()
    throws
  {
    var one = try OfficeCase.holder(since: "2024-02-29")
    #expect(one.permit?.issuer == "window 1")
    for due in ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"] {
      #expect(one.permit?.endorsementDue == Office.day(due))
      try one.play(.permit(.endorse), by: one.person, on: Office.day(due))
      try one.expectRejection("endorsement-too-early", of: .permit(.endorse), by: one.person)
    }
    #expect(try tenure(one) == "2024-02-29 48m 0d")
  }

  @Test func `article 10, paragraph 2: within the month before each full year`() throws {
    var one = try OfficeCase.holder(since: "2024-03-31")
    one.today = Office.day("2025-02-27")
    let early = try one.expectRejection("endorsement-too-early", of: .permit(.endorse))
    #expect(early?.remedy.chinese == "请于2025年2月28日至2025年3月31日之间办理")
    try one.play(.permit(.endorse), on: Office.day("2025-02-28"))
    #expect(one.permit?.endorsementDue == Office.day("2026-03-31"))
    #expect(one.permit?.endorsements.last?.isLate == false)
  }

  @Test func `article 10, paragraph 3: late, its use is suspended; made up, it is restored`()
    throws
  {
    var one = try OfficeCase.holder()
    #expect(try one.answer("driving-licence", on: "2025-03-04") == .yes)
    #expect(try one.answer("driving-licence", on: "2025-03-05") == .suspended)
    try one.play(.dayWork, by: .system, on: Office.day("2025-03-05"))
    #expect(one.permit?.state == .suspended)
    #expect(one.file.notices.all.last?.text.chinese.contains("可随时补办") == true)
    try one.play(.permit(.endorse), on: Office.day("2025-05-20"))
    #expect(one.permit?.state == .active)
    #expect(try one.answer("driving-licence") == .yes)
    // As the text reads, years of residence count from that day.
    #expect(try tenure(one) == "2025-05-20 0m 0d")
    #expect(one.permit?.endorsementDue == Office.day("2026-05-20"))
  }

  @Test func `article 10, paragraph 3: by the other reading the years go on`() throws {
    var story = try PermitStory.holder(from: "2024-02-29", under: ChangedLaw.goesOn.get())
    try story.dayWork(on: "2025-05-20")
    #expect(try tenure(story.one, by: story.law) == "2024-02-29 12m 0d")
    try story.run(.endorse, on: "2025-05-20")
    #expect(try tenure(story.one, by: story.law) == "2024-02-29 14m 21d")
    #expect(story.permit?.endorsementDue == Office.day("2026-02-28"))
    #expect(story.file.notices.all.last?.text.chinese.contains("重新计算") == false)
  }

  @Test func `article 10: whoever asks again for other reasons is answered again`() throws {
    var one = try OfficeCase.holder()
    one.today = Office.day("2025-02-10")
    one.state("stable employment", false)
    let refuse = Command.permit(.refuseEndorsement)
    try one.play(refuse, by: Office.reviewer)
    try one.expectRejection("endorsement-already-refused", of: refuse, by: Office.reviewer)
    try one.play(
      .person(.endResidence(residence: 1, last: Office.day("2025-02-20"))),
      on: Office.day("2025-03-20")
    )
    try one.play(refuse, by: Office.reviewer)
    #expect(one.permit?.refusal?.on == Office.day("2025-03-20"))
    #expect(one.permit?.refusal?.reasons.map(\.words.chinese).contains("在雄安新区居住半年以上") == true)
  }

  @Test func `article 11: damaged or lost, a new card; a damaged one is handed back`() throws {
    var one = try OfficeCase.holder()
    func replace(_ serial: String, _ isHandedIn: Bool) -> Command {
      .permit(.replaceCard(serial: serial, isOldHandedIn: isHandedIn, paidFen: 2_000))
    }
    try one.expectRejection("card-still-good", of: replace("XA-2", true))
    try one.play(.permit(.reportDamage), by: one.person)
    try one.expectRejection("old-card-not-handed-in", of: replace("XA-2", false))
    try one.play(replace("XA-2", true))
    try one.play(.permit(.reportLoss), by: one.person)
    try one.play(replace("XA-3", false))
    #expect(one.permit?.cards.map(\.state) == [.handedIn, .lost, .valid])
    // The permit itself is the same all along.
    #expect(one.file.permits.all.count == 1 && one.permit?.state == .active)
  }

  @Test func `articles 12 and 13: six services and seven conveniences, as long as it is active`()
    throws
  {
    var one = try OfficeCase.holder()
    func answers(_ article: String) throws -> [Entitlement.Answer] {
      try one.services(of: article).map(\.answer)
    }
    #expect(try answers("Article 7") == Array(repeating: .yes, count: 6))
    #expect(try answers("Article 8") == Array(repeating: .yes, count: 7))
    // The last day is named so that nobody reads it as the day before.
    let school = try #require(try one.services(of: "Article 7").first)
    #expect(school.validUntil == Office.day("2025-03-04"))
    #expect(school.reason.chinese == "居住证有效，请最迟于2025年3月4日办理签注")
    one.today = Office.day("2025-03-05")
    #expect(try answers("Article 7") == Array(repeating: .suspended, count: 6))
    #expect(try answers("Article 8") == Array(repeating: .suspended, count: 7))
    try one.play(.permit(.cancel(ground: .givenUp, from: one.today)), by: one.person)
    #expect(try answers("Article 7") == Array(repeating: .no, count: 6))
  }

  @Test func `article 15: who settles here, by choice, needs the permit no longer`() throws {
    var one = try OfficeCase.holder()
    let settled = Command.permit(.cancel(ground: .settledHere, from: one.today))
    try one.expectRejection("ground-for-staff", of: settled, by: one.person)
    try one.play(settled)
    #expect(one.permit?.end?.ground == .settledHere)
    #expect(one.file.notices.all.last?.text.chinese.contains("已在本地落户") == true)
  }
}
