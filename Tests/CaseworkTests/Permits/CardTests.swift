import Casework
import ExpressionLanguage
import Policy
import Testing

struct CardTests {
  @Test func `a lost card is revoked at once and replaced at the fee, nothing handed in`() throws {
    var story = try PermitStory.holder()
    try story.run(.reportLoss)
    #expect(story.permit?.card?.state == .lost)
    #expect(story.permit?.state == .active)
    story.expect("card-already-reported", of: .reportLoss)
    story.expect("card-already-reported", of: .reportDamage)
    let replace = PermitCommand.replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: 2_000)
    try story.run(replace, on: "2024-04-01")
    #expect(story.permit?.cards.map(\.state) == [.lost, .valid])
    #expect(story.permit?.card?.made == Office.day("2024-04-01"))
    #expect(story.permit?.endorsementDue == Office.day("2025-03-01"))
    story.expect(
      "card-still-good",
      of: .replaceCard(serial: "XA-3", isOldHandedIn: true, paidFen: 2_000)
    )
  }

  @Test func `a damaged card is handed in for the new one`() throws {
    var story = try PermitStory.holder()
    try story.run(.reportDamage)
    #expect(story.permit?.card?.state == .damaged)
    let rejection = story.expect(
      "old-card-not-handed-in",
      of: .replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: 2_000)
    )
    #expect(rejection?.citations.first?.article.english == "Article 11 Replacement")
    try story.run(.replaceCard(serial: "XA-2", isOldHandedIn: true, paidFen: 2_000))
    #expect(story.permit?.cards.map(\.state) == [.handedIn, .valid])
  }

  @Test func `a damaged card can be lost before it is handed in`() throws {
    var story = try PermitStory.holder()
    try story.run(.reportDamage)
    story.expect("card-already-reported", of: .reportDamage)
    try story.run(.reportLoss)
    try story.run(.replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: 2_000))
    #expect(story.permit?.cards.map(\.state) == [.lost, .valid])
  }

  @Test func `the fee is the contract's to the fen, and the rejection says how much`() throws {
    var story = try PermitStory.holder()
    try story.run(.reportLoss)
    for paid in [0, 1_999, 2_001, -2_000, Int.min, Int.max] {
      let rejection = story.expect(
        "fee-differs",
        of: .replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: paid)
      )
      #expect(rejection?.reason.english.contains("costs 20 yuan") == true)
      #expect(rejection?.citations.first?.standing == .sample)
    }
    let short = story.expect(
      "fee-differs",
      of: .replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: 1_905)
    )
    #expect(short?.reason.chinese.contains("19.05元") == true)
    story.expect(
      "serial-used",
      of: .replaceCard(serial: "XA-1", isOldHandedIn: false, paidFen: 2_000)
    )
  }

  @Test func `a suspended permit stays suspended when its card is lost and replaced`() throws {
    var story = try PermitStory.holder()
    try story.dayWork(on: "2025-03-02")
    try story.run(.reportLoss)
    try story.run(.replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: 2_000))
    #expect(story.permit?.state == .suspended)
    #expect(story.permit?.card?.state == .valid)
  }
}
