import Casework
import ExpressionLanguage
import Policy
import Testing

/// Handing in, taking back, and turning to another office.
struct SubmissionTests {
  @Test func `the receipt goes out at once, with the day, the number and the papers`() throws {
    var one = try Proceedings()
    let events = try one.play(
      .submit(basis: .employment, medium: .online, papers: ["居民身份证", "Photograph", "photograph"])
    )
    #expect(events.map(\.type) == ["application/submitted", "notice/queued"])
    let application = try one.application
    #expect(application.state == .submitted && application.submitted == one.today)
    #expect(application.papers == ["identity card", "photograph"])
    #expect(application.actedFor == nil && application.medium == .online)
    let receipt = try #require(one.file.notices.all.last)
    #expect(receipt.key == "receipt/1")
    #expect(receipt.text.english.contains("4 March 2024"))
    #expect(receipt.text.english.contains("identity card, photograph"))
    #expect(receipt.text.chinese.contains("居民身份证、本人相片"))
    // Five working days from Monday.
    #expect(receipt.text.chinese.contains("2024年3月11日"))
  }

  @Test func `a paper that the measure does not name is refused with the names`() throws {
    let one = try Proceedings()
    let rejection = try one.expectRejection(
      "unknown-paper",
      of: .submit(basis: .study, medium: .paper, papers: ["identity card", "a letter from me"])
    )
    #expect(rejection.reason.english.contains("proof of study"))
    #expect(rejection.reason.chinese.contains("就读证明"))
    #expect(!rejection.reason.english.contains("letter"))
    #expect(rejection.citations.contains { $0.article.english == "Article 9" })
  }

  @Test func `one application is open at a time`() throws {
    var one = try Proceedings.lacking()
    let again = ApplicationCommand.submit(basis: .study, medium: .paper, papers: [])
    try one.expectRejection("application-open", of: again)
    try one.play(.withdraw(number: 1))
    #expect(one.notices.last == "withdrawn/1")
    try one.play(again)
    #expect(try one.application.number == 2 && one.notices.last == "receipt/2")
  }

  @Test func `nobody applies without an address, nor with a live permit; a cancelled one is none`()
    throws
  {
    let submit = ApplicationCommand.submit(basis: .relocation, medium: .paper, papers: [])
    try Proceedings(livingHereFrom: nil).expectRejection("no-residence", of: submit)
    // An address from tomorrow on is none today.
    try Proceedings(livingHereFrom: "2024-03-05").expectRejection("no-residence", of: submit)
    // Relocation needs no half year, only an address.
    var one = try Proceedings(livingHereFrom: "2024-03-04")
    try one.play(submit)
    one.record(
      .permit(
        .issued(
          application: 1,
          card: Card(serial: "A1", made: one.today),
          due: Office.day("2025-03-04")
        )
      )
    )
    #expect(try one.application.state == .issued && one.application.ended == one.today)
    try one.expectRejection("permit-live", of: submit)
    one.record(.permit(.cancelled(ground: .givenUp, from: one.today)))
    try one.play(submit)
  }

  @Test func `a file without an identity takes no application`() throws {
    var one = try Proceedings()
    var file = ResidentFile(id: one.file.id)
    file.apply(
      FileEntry(
        .person(.residenceRegistered(residence: Office.residence(from: one.today))),
        on: one.today,
        by: Office.clerk.hand
      )
    )
    one.file = file
    try one.expectRejection(
      "no-identity",
      of: .submit(basis: .study, medium: .paper, papers: []),
      by: Office.clerk
    )
  }

  @Test func `a guardian's file is kept with the application, a clerk's is not`() throws {
    // Reg. Art. 9: for a child under sixteen the guardian applies, with both identity papers.
    let guardian = Office.id(77)
    var child = try Proceedings(born: "2012-05-01")
    child.record(.person(.guardianAppointed(guardian: guardian, ground: .minor)))
    child.others[guardian] = OfficeCase.registered(77).file
    let papers = ["identity card", "photograph", "proof of address", "proof of study"]
    let submit = ApplicationCommand.submit(basis: .study, medium: .paper, papers: papers)
    var keyed = child
    try keyed.play(submit, by: Office.clerk)
    #expect(try keyed.application.actedFor == nil)
    try child.play(submit, by: Office.resident(guardian))
    #expect(try child.application.actedFor == guardian)
    try child.play(.giveNotice(number: 1))
    #expect(
      try child.application.notice?.missing == ["identity papers of both, if another applies"]
    )
    try keyed.expectRejection("nothing-missing", of: .giveNotice(number: 1))
  }

  @Test func `not in scope needs the reason and the right office, and tells the remedies`() throws {
    var one = try Proceedings.registeredHere()
    try one.expectRejection("no-reason", of: .decline(number: 1, reason: " ", rightOffice: "x"))
    try one.expectRejection(
      "no-right-office",
      of: .decline(number: 1, reason: "lives in another city", rightOffice: "\n")
    )
    try one.play(
      .decline(number: 1, reason: "lives in another city", rightOffice: "容城派出所")
    )
    #expect(try one.application.state == .notAccepted && one.application.ended == one.today)
    let paper = try #require(one.file.notices.all.last)
    #expect(paper.key == "not-in-scope/1")
    #expect(paper.text.english.contains("lives in another city"))
    #expect(paper.text.chinese.contains("容城派出所") && paper.text.chinese.contains("行政复议"))
  }

  @Test func `nobody who lives here and meets the conditions is turned away`() throws {
    // Reg. Art. 20 (1).
    let decline = ApplicationCommand.decline(number: 1, reason: "busy", rightOffice: "elsewhere")
    let rejection = try Proceedings.lacking()
      .expectRejection("eligible-turned-away", of: decline)
    #expect(rejection.citations.contains { $0.article.chinese == "第二十条" })
    // Of whom too little is known, it may be said.
    var unknown = try Proceedings()
    try unknown.play(.submit(basis: .employment, medium: .paper, papers: []))
    try unknown.play(decline)
  }

  @Test func `who has died applies for nothing`() throws {
    var story = try PermitStory.holder()
    try story.run(.cancel(ground: .died, from: story.today))
    let submit = Command.application(.submit(basis: .employment, medium: .paper, papers: []))
    try story.one.expectRejection("applicant-died", of: submit)
  }

  @Test func `without a remedy in the measure nothing is declined`() throws {
    var one = try Proceedings.registeredHere()
    one.law = try TestTerms.law(on: one.today) { set in
      for channel in set.channels.indices { set.channels[channel].steps.remedy = nil }
    }
    try one.expectRejection(
      "no-remedy",
      of: .decline(number: 1, reason: "elsewhere", rightOffice: "elsewhere")
    )
  }

  @Test func `where no measure leads to a permit, nothing is taken`() throws {
    var one = try Proceedings()
    one.law = try TestTerms.law(on: one.today) { $0.channels = [] }
    try one.expectRejection(
      "no-permit-channel",
      of: .submit(basis: .study, medium: .paper, papers: [])
    )
  }
}
