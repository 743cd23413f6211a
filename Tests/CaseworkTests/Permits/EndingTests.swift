import Casework
import ExpressionLanguage
import Testing

struct EndingTests {
  @Test(arguments: CancellationGround.allCases)
  func `each ground cancels an active and a suspended permit`(ground: CancellationGround) throws {
    for day in ["2024-05-01", "2025-05-01"] {
      var story = try PermitStory.holder()
      try story.run(.cancel(ground: ground, from: Office.day(day)), on: day)
      let permit = try #require(story.permit)
      #expect(permit.state == .cancelled)
      #expect(permit.end?.ground == ground)
      #expect(permit.end?.was == (day < "2025" ? .active : .suspended))
      #expect(permit.card?.state == .void)
      #expect(permit.endorsementDue == nil)
      #expect(story.file.permits.live == nil)
      let told = story.file.notices.all.last { $0.key.contains("/cancelled/") }
      #expect((told == nil) == (ground == .died))
      if let told { #expect(told.text.english.contains("reconsideration")) }
      for command in [PermitCommand.endorse, .reportLoss, .reportDamage, .confirmConfiscation] {
        story.expect("permit-cancelled", of: command)
      }
    }
  }

  @Test func `the holder leaves or gives up; the rest only the office knows`() throws {
    let story = try PermitStory.holder()
    let holder = Office.resident(story.file.id)
    for ground in CancellationGround.allCases {
      let command = PermitCommand.cancel(ground: ground, from: story.today)
      switch ground {
      case .movedAway, .givenUp:
        #expect(throws: Never.self) { try story.ask(command, by: holder).get() }
      case .died, .settledHere, .issuedInError:
        let rejection = story.expect("ground-for-staff", of: command, by: holder)
        #expect(rejection?.remedy.chinese.contains("窗口") == true)
      }
    }
  }

  @Test func `a cancellation takes effect on a day between the issue and today`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    story.one.today = Office.day("2024-06-01")
    story.expect(
      "cancelled-in-future",
      of: .cancel(ground: .movedAway, from: Office.day("2024-06-02"))
    )
    story.expect(
      "cancelled-before-issue",
      of: .cancel(ground: .movedAway, from: Office.day("2024-02-29"))
    )
    try story.run(.cancel(ground: .died, from: Office.day("2024-05-10")))
    #expect(story.permit?.state(on: Office.day("2024-05-09")) == .active)
    #expect(story.permit?.state(on: Office.day("2024-05-10")) == .cancelled)
  }

  @Test func `a lost card stays lost when the permit ends`() throws {
    var story = try PermitStory.holder()
    try story.run(.reportLoss)
    try story.run(.cancel(ground: .givenUp, from: story.today))
    #expect(story.permit?.card?.state == .lost)
  }

  @Test func `settling here cites the article of the measure`() throws {
    var story = try PermitStory.holder()
    try story.run(.cancel(ground: .settledHere, from: story.today))
    let text = try #require(story.file.notices.all.last?.text)
    #expect(text.english.contains("Article 12 After settlement"))
    #expect(text.chinese.contains("第十二条"))
  }
}
