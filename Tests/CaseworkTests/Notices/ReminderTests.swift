import Casework
import ExpressionLanguage
import Testing

struct ReminderTests {
  private func keys(_ events: [Event]) -> [String] {
    events.compactMap { if case .notice(.queued(let notice)) = $0 { notice.key } else { nil } }
  }

  @Test func `reminders go out when the window opens, before the due date and on suspension`()
    throws
  {
    var story = try PermitStory.holder(from: "2024-03-01")
    var sent: [String] = []
    var day = Office.day("2024-03-02")
    while day < Office.day("2025-03-10") {
      sent += keys(try story.dayWork(on: day)).map { "\(day) \($0)" }
      day = try #require(day.adding(days: 1))
    }
    #expect(
      sent == [
        "2025-01-30 endorsement/2025-03-01/30", "2025-02-01 endorsement/2025-03-01/opens",
        "2025-02-22 endorsement/2025-03-01/7", "2025-02-28 endorsement/2025-03-01/1",
        "2025-03-02 endorsement/2025-03-01/suspended",
      ]
    )
  }

  @Test func `missed days send only the nearest reminder`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    #expect(keys(try story.dayWork(on: "2025-02-24")) == ["endorsement/2025-03-01/7"])
    #expect(keys(try story.dayWork(on: "2025-02-24")).isEmpty)
    #expect(keys(try story.dayWork(on: "2025-03-20")) == ["endorsement/2025-03-01/suspended"])
    #expect(try story.dayWork(on: "2025-03-20").isEmpty)
  }

  @Test func `an endorsement ends the reminders until the next`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.run(.endorse, on: "2025-02-10")
    #expect(keys(try story.dayWork(on: "2025-02-28")).isEmpty)
    #expect(keys(try story.dayWork(on: "2025-03-02")).isEmpty)
    #expect(keys(try story.dayWork(on: "2026-02-28")) == ["endorsement/2026-03-01/1"])
  }

  @Test func `they say what, until when, where, what else, and the article, and no number`() throws
  {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.dayWork(on: "2025-02-24")
    let reminder = try #require(story.file.notices.all.last)
    for part in [
      "last day is 1 March 2025, in 5 days", "suspended", "free", "local police station",
      "Article 6",
    ] {
      #expect(reminder.text.english.contains(part), "\(part)")
    }
    for part in ["2025年3月1日（还有5天）", "使用功能中止", "免费", "派出所", "第六条"] {
      #expect(reminder.text.chinese.contains(part), "\(part)")
    }
    try story.dayWork(on: "2025-03-02")
    let suspended = try #require(story.file.notices.all.last)
    #expect(suspended.text.english.contains("Make it up any day"))
    #expect(suspended.text.english.contains("count anew"))
    let identity = try #require(story.file.person.identity)
    for notice in story.file.notices.all {
      for text in [notice.subject, notice.text] {
        #expect(!text.english.isEmpty && !text.chinese.isEmpty)
        #expect(!text.english.contains(identity.number.text))
        #expect(!text.chinese.contains(identity.number.text))
        #expect(!text.chinese.contains(identity.name))
      }
    }
  }

  @Test func `after a refusal the reminder says so`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    story.one.today = Office.day("2025-02-10")
    story.know("stable employment", "false")
    try story.run(.refuseEndorsement)
    try story.dayWork(on: "2025-02-28")
    #expect(
      story.file.notices.all.last?.text.english.contains("refused on 10 February 2025") == true
    )
  }

  @Test func `nobody is reminded of a permit that has ended`() throws {
    for ground in [CancellationGround.died, .movedAway] {
      var story = try PermitStory.holder(from: "2024-03-01")
      try story.run(.cancel(ground: ground, from: story.today))
      for day in ["2025-02-01", "2025-02-28", "2025-03-02"] {
        #expect(try story.dayWork(on: day).isEmpty)
      }
    }
  }

  @Test func `other lengths of the contract are followed, in working days too`() throws {
    let law = try ChangedLaw.law(
      replacing: "| reminders before · 期满前提醒 | 30 days, 7 days, 1 day",
      with: "| reminders before · 期满前提醒 | 5 working days"
    )
    var story = try PermitStory.holder(from: "2024-03-01", under: law)
    // 2025-03-01 is a Saturday: five working days before it, Friday of the week before is the last
    // day from which the term ends in time.
    #expect(
      keys(try story.dayWork(on: "2025-02-20")) == ["endorsement/2025-03-01/opens"]
    )
    #expect(keys(try story.dayWork(on: "2025-02-23")) == ["endorsement/2025-03-01/5w"])
  }

  @Test func `whoever was told what is missing is reminded before the case closes`() throws {
    var story = try PermitStory(approvedOn: "2024-03-01")
    story.one = OfficeCase.registered(9, livingHereFrom: Office.day("2023-01-01"))
    let notice = OneTimeNotice(
      missing: ["photograph"],
      on: story.today,
      due: DueDate(Office.day("2024-03-31"))
    )
    story.one.record(
      .application(.submitted(basis: .study, medium: .paper, papers: [], actedFor: nil)),
      .application(.noticeGiven(number: 1, notice: notice))
    )
    // Thirty days before is the day of the notice itself, which says the same.
    #expect(keys(try story.dayWork(on: "2024-03-01")).isEmpty)
    #expect(keys(try story.dayWork(on: "2024-03-26")) == ["supplement/1/2024-03-31/7"])
    let text = try #require(story.file.notices.all.last?.text)
    #expect(
      text.english.contains("bring the missing papers. The last day is 31 March 2024, in 5 days")
    )
    #expect(text.english.contains("closed unfinished"))
    #expect(text.chinese.contains("补正材料"))
    #expect(keys(try story.dayWork(on: "2024-03-31")) == ["supplement/1/2024-03-31/1"])
    #expect(try story.dayWork(on: "2024-03-31").isEmpty)
    let closing = try story.dayWork(on: "2024-04-01")
    #expect(closing.first?.type == "application/closed-unfinished")
    #expect(!keys(closing).contains { $0.hasPrefix("supplement/") })
  }
}
