import Casework
import ExpressionLanguage
import Testing

struct EndorsementTests {
  @Test func `in the window an endorsement moves the due date by a year and tenure goes on`() throws
  {
    var story = try PermitStory.holder(from: "2024-03-01")
    let rejection = story.expect("endorsement-too-early", of: .endorse, on: "2025-01-31")
    #expect(rejection?.remedy.english.contains("1 February 2025") == true)
    #expect(rejection?.citations.first?.article.english.hasPrefix("Article 6") == true)
    try story.run(.endorse, on: "2025-02-01")
    let permit = try #require(story.permit)
    #expect(permit.endorsementDue == Office.day("2026-03-01"))
    #expect(permit.tenureFrom == Office.day("2024-03-01"))
    #expect(permit.endorsements.map(\.isLate) == [false])
    story.expect("endorsement-too-early", of: .endorse, on: "2025-03-01")
  }

  @Test func `the due date itself is still in time`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    #expect(try story.dayWork(on: "2025-03-01").allSatisfy { $0.type != "permit/suspended" })
    try story.run(.endorse, on: "2025-03-01")
    #expect(story.permit?.endorsements.last?.isLate == false)
  }

  @Test func `the day after the due date suspends, whenever it is recorded, and once`() throws {
    var daily = try PermitStory.holder(from: "2024-03-01")
    #expect(daily.permit?.state(on: Office.day("2025-03-01")) == .active)
    #expect(daily.permit?.state(on: Office.day("2025-03-02")) == .suspended)
    #expect(daily.permit?.state == .active)
    let events = try daily.dayWork(on: "2025-06-20")
    #expect(events.contains(.permit(.suspended(from: Office.day("2025-03-02")))))
    #expect(daily.permit?.state == .suspended)
    #expect(try daily.dayWork(on: "2025-06-20").isEmpty)
  }

  @Test func `a late endorsement restores the permit and restarts the tenure`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    let events = try story.run(.endorse, on: "2025-04-10")
    #expect(
      events.map(\.type) == ["permit/suspended", "permit/endorsed", "notice/queued"]
    )
    let permit = try #require(story.permit)
    #expect(permit.state == .active)
    #expect(permit.tenureFrom == Office.day("2025-04-10"))
    #expect(permit.anniversary == Office.day("2025-04-10"))
    #expect(permit.endorsementDue == Office.day("2026-04-10"))
    #expect(permit.endorsements.last?.isLate == true)
    #expect(permit.state(on: Office.day("2025-03-20")) == .suspended)
    #expect(permit.state(on: Office.day("2025-04-10")) == .active)
    #expect(story.file.notices.all.last?.text.english.contains("count anew") == true)
  }

  @Test func `where the switch says so a late endorsement lets the tenure go on`() throws {
    var story = try PermitStory.holder(from: "2024-03-01", under: ChangedLaw.goesOn.get())
    try story.run(.endorse, on: "2025-04-10")
    let permit = try #require(story.permit)
    #expect(permit.tenureFrom == Office.day("2024-03-01"))
    #expect(permit.anniversary == Office.day("2024-03-01"))
    #expect(permit.endorsementDue == Office.day("2026-03-01"))
    #expect(permit.endorsements.last?.isLate == true)
  }

  @Test func `several years late, the next due date lies ahead`() throws {
    var anew = try PermitStory.holder(from: "2024-03-01")
    try anew.run(.endorse, on: "2028-05-05")
    #expect(anew.permit?.endorsementDue == Office.day("2029-05-05"))
    var on = try PermitStory.holder(from: "2024-03-01", under: ChangedLaw.goesOn.get())
    try on.run(.endorse, on: "2028-02-29")
    #expect(on.permit?.endorsementDue == Office.day("2028-03-01"))
    try on.run(.endorse, on: "2028-03-01")
    #expect(on.permit?.endorsementDue == Office.day("2029-03-01"))
  }

  @Test func `a permit of 29 February is due on the last of February, and on the 29th again`()
    throws
  {
    var story = try PermitStory.holder(from: "2024-02-29")
    for due in ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"] {
      #expect(story.permit?.endorsementDue == Office.day(due))
      try story.run(.endorse, on: due)
    }
  }

  @Test func `month ends do not drift, and the window opens on the last of a shorter month`() throws
  {
    var story = try PermitStory.holder(from: "2024-03-31")
    story.expect("endorsement-too-early", of: .endorse, on: "2025-02-27")
    try story.run(.endorse, on: "2025-02-28")
    #expect(story.permit?.endorsementDue == Office.day("2026-03-31"))
    var july = try PermitStory.holder(from: "2024-07-31")
    july.expect("endorsement-too-early", of: .endorse, on: "2025-06-29")
    try july.run(.endorse, on: "2025-06-30")
    #expect(july.permit?.endorsementDue == Office.day("2026-07-31"))
  }

  @Test func `conditions that are no longer met forbid it, and the reasons are named`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    story.one.today = Office.day("2025-02-10")
    story.know("stable employment", "false")
    let rejection = try #require(story.expect("conditions-no-longer-met", of: .endorse))
    #expect(!rejection.citations.isEmpty)
    #expect(rejection.citations.allSatisfy { $0.measure.hasSuffix("residence-permit") })
    #expect(rejection.remedy.english.contains("refuses"))
  }

  @Test func `unknown conditions never read as no`() throws {
    let unknown = try PermitStory.unknown(on: "2025-02-10")
    let rejection = try #require(unknown.expect("conditions-unknown", of: .endorse))
    #expect(rejection.reason.english.contains("stable employment (verified by public service)"))
    #expect(rejection.reason.chinese.contains("合法稳定就业"))
    unknown.expect("conditions-unknown", of: .refuseEndorsement)
  }

  @Test func `a refusal has reasons and remedies, and the permit stays good to its due date`()
    throws
  {
    var story = try PermitStory.holder(from: "2024-03-01")
    story.expect("endorsement-too-early", of: .refuseEndorsement, on: "2025-01-01")
    story.expect("conditions-still-met", of: .refuseEndorsement, on: "2025-02-10")
    story.one.today = Office.day("2025-02-10")
    story.know("stable employment", "false")
    try story.run(.refuseEndorsement)
    let refusal = try #require(story.permit?.refusal)
    #expect(!refusal.reasons.isEmpty && refusal.remedies.count == 2)
    #expect(refusal.due == Office.day("2025-03-01"))
    #expect(story.permit?.state(on: Office.day("2025-03-01")) == .active)
    let notice = try #require(story.file.notices.all.last)
    #expect(notice.text.english.contains("reconsideration"))
    #expect(notice.text.chinese.contains("行政复议"))
    story.expect("endorsement-already-refused", of: .refuseEndorsement)
    story.one.today = Office.day("2025-02-20")
    story.know("stable employment", "true")
    try story.run(.endorse)
    #expect(story.permit?.refusal == nil)
    #expect(story.permit?.endorsementDue == Office.day("2026-03-01"))
  }

  @Test func `a contract that asks a fee for endorsement is not followed`() throws {
    let law = try ChangedLaw.law(
      replacing: "| fee endorsement · 签注费 | 0 yuan",
      with: "| fee endorsement · 签注费 | 1 yuan"
    )
    let story = try PermitStory.holder(from: "2024-03-01", under: law)
    story.expect("fee-cannot-be-taken", of: .endorse, on: "2025-03-01")
  }

  @Test func `another period and window of the contract are followed`() throws {
    let law = try ChangedLaw.law(
      replacing: "| endorsement every · 签注周期 | 1 year",
      with: "| endorsement every · 签注周期 | 2 years"
    )
    var story = try PermitStory.holder(from: "2024-02-29", under: law)
    #expect(story.permit?.endorsementDue == Office.day("2026-02-28"))
    try story.run(.endorse, on: "2026-02-28")
    #expect(story.permit?.endorsementDue == Office.day("2028-02-29"))
  }
}

extension PermitStory {
  /// A holder of whom nobody says any more whether there is work.
  static func unknown(on day: String) throws -> PermitStory {
    let start = Office.day("2024-03-01")
    var story = try PermitStory(approvedOn: "2024-03-01")
    story.one = OfficeCase.registered(3, on: start, livingHereFrom: Office.day("2022-01-01"))
    for fact in ["stable residence", "continuous study", "staff of a relocated unit"] {
      story.know(fact, "false")
    }
    story.approve()
    try story.run(.issue(application: 1, serial: "XA-1"))
    story.one.today = Office.day(day)
    return story
  }
}
