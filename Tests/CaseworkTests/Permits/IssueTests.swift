import Casework
import ExpressionLanguage
import Testing

struct IssueTests {
  @Test func `a permit is issued for an approved application, and the first endorsement is due`()
    throws
  {
    let story = try PermitStory.holder(from: "2024-03-01")
    let permit = try #require(story.permit)
    #expect(permit.state == .active)
    #expect(permit.issued == Office.day("2024-03-01"))
    #expect(permit.endorsementDue == Office.day("2025-03-01"))
    #expect(permit.tenureFrom == permit.issued)
    #expect(permit.card?.state == .valid)
    #expect(story.file.applications.application(1)?.state == .issued)
    let notice = try #require(story.file.notices.all.last)
    #expect(notice.key == "permit/1/issued")
    #expect(notice.text.english.contains("between 1 February 2025 and 1 March 2025"))
    #expect(notice.text.chinese.contains("2025年2月1日至2025年3月1日"))
  }

  @Test func `lateness does not forbid the issue`() throws {
    var story = try PermitStory(approvedOn: "2024-03-01")
    try story.run(.issue(application: 1, serial: "XA-1"), on: "2024-09-01")
    #expect(story.permit?.endorsementDue == Office.day("2025-09-01"))
  }

  @Test func `only an approved application leads to a permit, and only once`() throws {
    var story = try PermitStory(approvedOn: "2024-03-01")
    story.expect("no-such-application", of: .issue(application: 2, serial: "XA-1"))
    story.expect("no-such-application", of: .issue(application: 0, serial: "XA-1"))
    try story.run(.issue(application: 1, serial: "XA-1"))
    story.expect("already-holds-permit", of: .issue(application: 1, serial: "XA-2"))
    try story.run(.cancel(ground: .givenUp, from: story.today))
    story.expect("application-not-approved", of: .issue(application: 1, serial: "XA-2"))
  }

  @Test func `a serial number is sane and new in the file`() throws {
    var story = try PermitStory(approvedOn: "2024-03-01")
    for serial in ["", " ", "X A", "证1", String(repeating: "9", count: 33), "a\u{0}"] {
      story.expect("serial-unsound", of: .issue(application: 1, serial: serial))
    }
    try story.run(.issue(application: 1, serial: "XA-1"))
    try story.run(.cancel(ground: .givenUp, from: story.today))
    story.approve()
    story.expect("serial-used", of: .issue(application: 2, serial: "XA-1"))
    try story.run(.issue(application: 2, serial: "XA-2"))
    #expect(story.permit?.number == 2)
    #expect(story.file.permits.live?.number == 2)
  }

  @Test func `a contract that asks a fee for what is free is not followed`() throws {
    let law = try ChangedLaw.law(
      replacing: "| fee first permit · 首次工本费 | 0 yuan",
      with: "| fee first permit · 首次工本费 | 5 yuan"
    )
    let story = try PermitStory(approvedOn: "2024-03-01", under: law)
    let rejection = story.expect("fee-cannot-be-taken", of: .issue(application: 1, serial: "XA-1"))
    #expect(rejection?.citations.first?.measure == "xiongan/residence-permit")
  }
}
