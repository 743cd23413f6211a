import Casework
import ExpressionLanguage
import Policy
import Testing

struct EntitlementTests {
  private func answers(
    _ story: PermitStory,
    on day: String? = nil
  ) -> [String: Entitlement] {
    let day = day.map(Office.day) ?? story.today
    let all = story.file.entitlements(on: day, by: story.law)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.service, $0) })
  }

  private let byPoints: Set = ["housing-security", "old-age-care", "preschool-education"]

  @Test func `an active permit opens the six services and seven conveniences`() throws {
    let story = try PermitStory.holder(from: "2024-03-01")
    let all = answers(story)
    #expect(all.count == 16)
    for (service, entitlement) in all where !byPoints.contains(service) {
      #expect(entitlement.answer == .yes)
      #expect(entitlement.validUntil == Office.day("2025-03-01"))
      #expect(entitlement.missing.isEmpty)
    }
    let school = try #require(all["compulsory-education"])
    #expect(school.citation.article.english == "Article 7 (1)")
    #expect(school.citation.article.chinese == "第七条第(1)项")
    #expect(school.citation.measure == "xiongan/residence-permit")
    #expect(school.citation.standing == .reported)
    #expect(school.providedBy.english == "public service")
  }

  @Test func `points that nobody knows are unknown, never no, and say what is missing`() throws {
    let story = try PermitStory.holder()
    for service in byPoints {
      let entitlement = try #require(
        story.file.mayHave(
          service: service,
          on: story.today,
          by: story.law
        )
      )
      #expect(entitlement.answer == .unknown)
      #expect(!entitlement.missing.isEmpty)
      #expect(entitlement.reason.english.contains("verified by"))
      #expect(entitlement.reason.english.contains("asked for: Total points: at least"))
      #expect(entitlement.validUntil == nil)
    }
    #expect(story.file.mayHave(service: "a-palace", on: story.today, by: story.law) == nil)
  }

  @Test func `after the due date every service is suspended, recorded or not`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    for recorded in [false, true] {
      if recorded { try story.dayWork(on: "2025-03-02") }
      let all = answers(story, on: "2025-03-02")
      for (service, entitlement) in all {
        // Whether the points would open it is not known, so that it may as well be a no.
        let isByPoints = byPoints.contains(service)
        #expect(entitlement.answer == (isByPoints ? .unknown : .suspended))
        #expect(entitlement.validUntil == nil)
        let says = isByPoints ? "the permit is suspended" : "due by 1 March 2025"
        #expect(entitlement.reason.english.contains(says))
      }
      #expect(answers(story, on: "2025-03-01")["driving-licence"]?.answer == .yes)
    }
    try story.run(.endorse, on: "2025-04-01")
    #expect(answers(story)["driving-licence"]?.answer == .yes)
  }

  @Test func `without a permit it is no, with the way to one`() throws {
    var story = try PermitStory(approvedOn: "2024-03-01")
    let applying = answers(story)
    #expect(applying.values.allSatisfy { $0.answer == .no })
    #expect(applying.values.allSatisfy { $0.reason.english.contains("being handled") })
    story.one = OfficeCase.registered(2, livingHereFrom: Office.day("2023-01-01"))
    let none = answers(story)
    #expect(none.values.allSatisfy { $0.answer == .no && $0.validUntil == nil })
    #expect(none.values.allSatisfy { $0.reason.english.contains("at the local police station") })
    #expect(none.values.allSatisfy { $0.reason.chinese.contains("派出所") })
  }

  @Test func `a permit that has ended opens nothing, from the day of its end`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.run(.cancel(ground: .movedAway, from: Office.day("2024-05-01")), on: "2024-06-01")
    #expect(answers(story, on: "2024-04-30")["driving-licence"]?.answer == .yes)
    let after = answers(story, on: "2024-05-01")
    #expect(after.values.allSatisfy { $0.answer == .no })
    #expect(after["driving-licence"]?.reason.english.contains("moved away") == true)
    var other = try PermitStory.holder()
    try other.run(.proposeConfiscation(ground: .fraud, evidence: "paper 1"))
    #expect(answers(other)["driving-licence"]?.answer == .yes)
    try other.run(.confirmConfiscation)
    #expect(answers(other).values.allSatisfy { $0.answer == .no })
    #expect(answers(other)["driving-licence"]?.reason.chinese.contains("收缴") == true)
  }

  @Test func `a file that contradicts itself is put right first, never decided`() throws {
    var story = try PermitStory.holder()
    var identity = try #require(story.file.person.identity)
    identity.householdPlace = "xiongan"
    story.one.record(.person(.identityCorrected(identity: identity, reason: "settled")))
    let all = answers(story)
    #expect(all.count == 16)
    #expect(all.values.allSatisfy { $0.answer == .unknown })
    #expect(all.values.allSatisfy { $0.reason.english.contains("contradicts itself") })
  }
}
