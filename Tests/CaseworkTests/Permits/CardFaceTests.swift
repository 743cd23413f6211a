import Casework
import ExpressionLanguage
import Foundation
import Testing

struct CardFaceTests {
  @Test func `the face carries what the Regulations list`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    var identity = try #require(story.file.person.identity)
    identity.ethnicity = "汉"
    story.one.record(.person(.identityCorrected(identity: identity, reason: "complete")))
    let face = try #require(story.file.cardFace(on: story.today))
    #expect(face.name == identity.name && face.ethnicity == "汉")
    #expect(face.number == identity.number)
    #expect(face.birthDate == Office.day("1990-06-15"))
    #expect(face.registeredAddress == identity.registeredAddress)
    #expect(face.residenceAddress == "容城县某路1号")
    #expect(face.issuer == "window 1" && face.issued == Office.day("2024-03-01"))
    #expect(
      face.lines.map(\.label.chinese) == [
        "姓名", "性别", "民族", "出生日期", "公民身份号码", "常住户口所在地住址", "居住地住址", "签发机关", "签发日期",
        "证件编号",
      ]
    )
    #expect(!"\(face)".contains(identity.number.text))
  }

  @Test func `a new card is dated anew, and one that is not good has no face`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.run(.reportLoss)
    #expect(story.file.cardFace(on: story.today) == nil)
    let replace = PermitCommand.replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: 2_000)
    try story.run(replace, on: "2024-05-02")
    #expect(story.file.cardFace(on: story.today)?.issued == Office.day("2024-05-02"))
    try story.run(.cancel(ground: .givenUp, from: story.today))
    #expect(story.file.cardFace(on: story.today) == nil)
  }

  @Test func `an identity that was kept without ethnicity is still read`() throws {
    let identity = Office.identity(5)
    let bytes = try JSONEncoder().encode(identity)
    let tree = try #require(
      try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    )
    let old = try JSONSerialization.data(
      withJSONObject: tree.filter { $0.key != "ethnicity" }
    )
    #expect(try JSONDecoder().decode(Identity.self, from: bytes) == identity)
    #expect(try JSONDecoder().decode(Identity.self, from: old) == identity)
  }
}
