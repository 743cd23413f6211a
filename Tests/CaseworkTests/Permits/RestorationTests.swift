import Casework
import ExpressionLanguage
import Testing

struct RestorationTests {
  @Test func `a cancellation in error is undone, and all is as it was`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    let before = try #require(story.permit)
    try story.run(.cancel(ground: .movedAway, from: Office.day("2024-06-01")), on: "2024-06-01")
    try story.run(.restore(reason: "another person of the name"), on: "2024-07-01")
    #expect(story.permit == before)
    #expect(story.permit?.state(on: Office.day("2024-06-15")) == .active)
  }

  @Test func `a confiscation in error is undone by a third`() throws {
    var story = try PermitStory.holder()
    try story.run(.proposeConfiscation(ground: .forged, evidence: "paper 3"))
    try story.run(.confirmConfiscation)
    for account in ["reviewer-1", "reviewer-2"] {
      let actor = Actor(account: account, role: .supervisor, office: "permits")
      story.expect("restored-by-same-hand", of: .restore(reason: "wrong"), by: actor)
    }
    try story.run(.restore(reason: "the paper was of another"))
    #expect(story.permit?.state == .active && story.permit?.proposal == nil)
  }

  @Test func `if the due date passed meanwhile the permit comes back suspended`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.run(.cancel(ground: .movedAway, from: Office.day("2024-06-01")), on: "2024-06-01")
    let events = try story.run(.restore(reason: "error"), on: "2025-05-01")
    #expect(events.contains(.permit(.suspended(from: Office.day("2025-03-02")))))
    #expect(story.permit?.state == .suspended)
    #expect(story.file.notices.all.last?.text.english.contains("due on 1 March 2025") == true)
    try story.run(.endorse)
    #expect(story.permit?.state == .active)
  }

  @Test func `a permit that was suspended comes back suspended`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.dayWork(on: "2025-03-02")
    try story.run(.cancel(ground: .givenUp, from: story.today))
    try story.run(.restore(reason: "error"))
    #expect(story.permit?.state == .suspended)
    #expect(story.permit?.endorsementDue == Office.day("2025-03-01"))
  }

  @Test func `only what has ended, with a reason, and nothing new begun`() throws {
    var story = try PermitStory.holder()
    story.expect("nothing-to-restore", of: .restore(reason: "error"))
    try story.run(.cancel(ground: .givenUp, from: story.today))
    story.expect("empty-text", of: .restore(reason: "  "))
    let sameHand = Actor(account: "clerk-1", role: .supervisor, office: "permits")
    story.expect("restored-by-same-hand", of: .restore(reason: "error"), by: sameHand)
    story.approve()
    story.expect("application-open", of: .restore(reason: "error"))
    try story.run(.issue(application: 2, serial: "XA-9"))
    story.expect("nothing-to-restore", of: .restore(reason: "error"))
  }

  @Test func `a second end is told a second time`() throws {
    var story = try PermitStory.holder()
    let cancel = PermitCommand.cancel(ground: .givenUp, from: story.today)
    try story.run(cancel)
    try story.run(.restore(reason: "error"))
    try story.run(cancel)
    let keys = story.file.notices.all.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys.filter { $0.contains("cancelled") }.count == 2)
  }
}
