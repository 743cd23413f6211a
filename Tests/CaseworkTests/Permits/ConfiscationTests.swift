import Casework
import ExpressionLanguage
import Testing

struct ConfiscationTests {
  private let propose = PermitCommand.proposeConfiscation(ground: .fraud, evidence: "paper 12")

  @Test func `one officer proposes and another confirms`() throws {
    var story = try PermitStory.holder()
    try story.run(propose, by: Office.reviewer)
    #expect(story.permit?.state == .active)
    #expect(story.permit?.card?.state == .valid)
    story.expect("another-officer-needed", of: .confirmConfiscation, by: Office.reviewer)
    story.expect("confiscation-already-proposed", of: propose, by: Office.secondReviewer)
    let events = try story.run(.confirmConfiscation, by: Office.secondReviewer)
    #expect(events.contains(.permit(.confiscated(ground: .fraud, evidence: "paper 12"))))
    let permit = try #require(story.permit)
    #expect(permit.state == .confiscated)
    #expect(permit.end?.by.map(\.account) == ["reviewer-1", "reviewer-2"])
    #expect(permit.card?.state == .void && permit.proposal == nil)
    let notice = try #require(story.file.notices.all.last)
    #expect(notice.text.english.contains("false papers"))
    #expect(notice.text.english.contains("Article 19"))
    #expect(notice.text.english.contains("reconsideration"))
    #expect(notice.text.chinese.contains("行政诉讼"))
    story.expect("permit-confiscated", of: .endorse)
  }

  @Test func `the same account in another role is still the same person`() throws {
    var story = try PermitStory.holder()
    try story.run(propose, by: Office.reviewer)
    let sameAccount = Actor(account: "reviewer-1", role: .supervisor, office: "other")
    story.expect("another-officer-needed", of: .confirmConfiscation, by: sameAccount)
  }

  @Test func `nothing is confirmed or dropped that nobody proposed, and evidence is named`() throws
  {
    let story = try PermitStory.holder()
    story.expect("no-confiscation-proposed", of: .confirmConfiscation)
    story.expect("no-confiscation-proposed", of: .dropConfiscation(reason: "wrong"))
    let rejection = story.expect(
      "evidence-missing",
      of: .proposeConfiscation(ground: .forged, evidence: " \n")
    )
    #expect(rejection?.citations.first?.article.english == "Article 19 Larger fines")
  }

  @Test func `a dropped proposal leaves the permit as it is`() throws {
    var story = try PermitStory.holder()
    try story.run(propose)
    story.expect("reason-missing", of: .dropConfiscation(reason: ""))
    try story.run(.dropConfiscation(reason: "the paper was real"))
    #expect(story.permit?.proposal == nil && story.permit?.state == .active)
    story.expect("no-confiscation-proposed", of: .confirmConfiscation)
  }

  @Test func `nobody gives a permit up to escape a confiscation`() throws {
    var story = try PermitStory.holder()
    try story.run(propose)
    story.expect("confiscation-pending", of: .cancel(ground: .givenUp, from: story.today))
    try story.run(.cancel(ground: .died, from: story.today))
    #expect(story.permit?.state == .cancelled && story.permit?.proposal == nil)
  }

  @Test func `where the contract asks for three officers it takes three`() throws {
    let law = try ChangedLaw.law(
      replacing: "| officers to confiscate · 收缴所需人数 | 2 people",
      with: "| officers to confiscate · 收缴所需人数 | 3 people"
    )
    var story = try PermitStory.holder(under: law)
    try story.run(propose, by: Office.reviewer)
    try story.run(.confirmConfiscation, by: Office.secondReviewer)
    #expect(story.permit?.state == .active)
    story.expect("another-officer-needed", of: .confirmConfiscation, by: Office.secondReviewer)
    let third = Actor(account: "reviewer-3", role: .reviewer, office: "permits")
    try story.run(.confirmConfiscation, by: third)
    #expect(story.permit?.state == .confiscated)
    #expect(story.permit?.end?.by.count == 3)
  }
}
