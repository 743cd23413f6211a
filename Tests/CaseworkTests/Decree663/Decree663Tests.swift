import Casework
import ExpressionLanguage
import Testing

/// The Regulations (State Council Decree 663), article by article, through the measures as shipped.
///
/// | Article | Scenario, or why there is none |
/// |---|---|
/// | 1 | the aim; it binds nobody in particular |
/// | 2 | `article 2 …`: half a year, and one of three conditions |
/// | 3 | `article 3 …`: with the permit services open, without it they are not |
/// | 4 | `article 4 …`: what the card shows |
/// | 5, 6, 7 | duties, budgets and information systems of governments |
/// | 8 | `article 8 …`: who handles permits, and who helps |
/// | 9 | `article 9, …`: one for each paragraph |
/// | 10 | `article 10, …`: one for each paragraph; tenure both ways of the switch |
/// | 11 | `article 11 …`: damaged, lost, handed back |
/// | 12, 13 | `articles 12 and 13 …`: six services, seven conveniences |
/// | 14 | asks governments to widen the services and to publish them; `entitlements` lists them |
/// | 15 | `article 15 …`: who settles here, by choice, needs the permit no longer |
/// | 16 | binds those who write conditions of settlement |
/// | 17 | `article 17 …`: what is learned is kept |
/// | 18 | `article 18 …`: false papers; fines are for the police, outside this office |
/// | 19 | `article 19 …`: forged permits and those got by fraud are taken back |
/// | 20 | `article 20, …`: one for each item that an office can do with a command |
/// | 21 | `article 21 …`: what is free and what is paid |
/// | 22 | lets prefectures write measures, which `Policies` holds |
/// | 23 | permits issued before 2016 stay good; this office has issued none of them |
struct Decree663Tests {
  @Test(arguments: ["stable employment", "stable residence", "continuous study"])
  func `article 2: half a year and any one of three conditions will do`(fact: String) throws {
    var one = OfficeCase.newcomer(since: "2023-09-04", with: [fact])
    try one.apply(.residence)
    #expect(one.application?.state == .approved)
  }

  @Test func `article 2: a day short, none of the three, or a household here: refused, and told`()
    throws
  {
    for (one, reason) in [
      (OfficeCase.newcomer(since: "2023-09-05"), "在雄安新区居住半年以上"),
      (OfficeCase.newcomer(with: []), "有合法稳定就业"),
      (OfficeCase.newcomer(household: "xiongan"), "户口在国内其他地方"),
    ] {
      var one = one
      try one.submit()
      try one.play(.application(.accept(number: 1)))
      try one.expectRejection(
        "conditions-not-met",
        of: .application(.approve(number: 1)),
        by: Office.reviewer
      )
      try one.play(.application(.refuse(number: 1)), by: Office.reviewer)
      let paper = try #require(one.file.notices.all.last?.text.chinese)
      #expect(paper.contains(reason) && paper.contains("行政复议") && paper.contains("行政诉讼"))
    }
  }

  @Test
  func `article 2: half a year that began on the last of August is full at the end of February`()
    throws
  {
    // 31 August has no sixth month's day in February: it is full once the window no longer reaches
    // behind it.
    var leap = OfficeCase.newcomer(since: "2023-08-31", on: "2024-02-29")
    try leap.submit()
    try leap.play(.application(.accept(number: 1)))
    let approve = Command.application(.approve(number: 1))
    try leap.expectRejection("conditions-not-met", of: approve, by: Office.reviewer)
    try leap.play(approve, by: Office.reviewer, on: Office.day("2024-03-01"))
    var early = OfficeCase.newcomer(since: "2023-08-29", on: "2024-02-29")
    try early.apply()
    #expect(early.application?.state == .approved)
  }

  @Test func `article 3: with the permit services open, without it they do not`() throws {
    var one = OfficeCase.newcomer()
    #expect(try one.answer("compulsory-education") == .no)
    try one.apply()
    #expect(try one.answer("compulsory-education") == .no)
    try one.play(.permit(.issue(application: 1, serial: "XA-1")))
    #expect(try one.answer("compulsory-education") == .yes)
  }

  @Test func `article 4: the card shows all that is listed, from what was registered`() throws {
    var one = OfficeCase(42, on: Office.day("2024-03-04"))
    var identity = Office.identity(42, born: Office.day("1990-05-01"), isMale: false)
    identity.ethnicity = " 回 "
    try one.play(.person(.register(identity: identity, phone: nil)))
    let home = Office.residence(from: Office.day("2023-01-01"))
    try one.play(.person(.registerResidence(residence: home)))
    one.state("stable employment", true)
    try one.apply()
    try one.play(.permit(.issue(application: 1, serial: "XA-1")))
    let face = try #require(one.file.cardFace(on: one.today))
    let lines = Dictionary(uniqueKeysWithValues: face.lines.map { ($0.label.chinese, $0.text) })
    #expect(lines["姓名"] == identity.name && lines["性别"] == "女" && lines["民族"] == "回")
    #expect(lines["出生日期"] == "1990-05-01" && lines["公民身份号码"] == identity.number.text)
    #expect(lines["常住户口所在地住址"] == identity.registeredAddress)
    #expect(lines["居住地住址"] == home.address)
    #expect(lines["签发机关"] == "window 1" && lines["签发日期"] == "2024-03-04")
  }

  @Test func `article 8: the office handles permits; an employer may help its staff, no stranger`()
    throws
  {
    var one = OfficeCase.newcomer()
    let unit = Employer(code: "91139999MA0XN1T018", name: "某公司")
    try one.play(.person(.changeEmployer(employer: unit, from: one.today)))
    let submit = Command.application(
      .submit(basis: .employment, medium: .paper, papers: OfficeCase.papersOfWork)
    )
    try one.expectRejection("not-allowed", of: submit, by: Office.employer("unit-2"))
    try one.expectRejection("not-allowed", of: submit, by: Office.resident(Office.id(9)))
    try one.play(submit, by: Office.employer("91139999MA0XN1T018"))
    for command in [
      Command.application(.accept(number: 1)), .permit(.issue(application: 1, serial: "XA-1")),
    ] {
      for actor in [
        one.person, Office.employer("91139999MA0XN1T018"), Office.department("construction"),
      ] {
        try one.expectRejection("not-allowed", of: command, by: actor)
      }
    }
    try one.play(.application(.accept(number: 1)))
  }

  @Test func `article 17: what an office learns is read only for a purpose, and printed nowhere`()
    throws
  {
    var one = try OfficeCase.holder()
    let number = try #require(one.file.person.identity?.number.text)
    let name = try #require(one.file.person.identity?.name)
    #expect(!"\(one.file)".contains(number) && !"\(one.file)".contains(name))
    for notice in one.file.notices.all {
      for text in [notice.subject, notice.text] {
        #expect(!text.english.contains(number) && !text.chinese.contains(name))
      }
    }
    for (actor, purpose) in [
      (Office.clerk, Purpose.audit), (Office.agency, .service), (Office.publisher, .casework),
      (Office.resident(Office.id(9)), .ownAffairs),
      (Office.employer("91139999MA0XN1T018"), .casework),
    ] {
      let desk = try one.desk(actor, for: purpose)
      #expect(throws: Rejection.self) {
        try AccessTable.check(.readFile, on: one.file, at: desk)
      }
    }
    // A protected person's file is found and not read.
    try one.play(.person(.protect(reason: "witness")), by: Office.supervisor)
    let desk = try one.desk(Office.clerk)
    #expect(throws: Rejection.self) { try AccessTable.check(.readFile, on: one.file, at: desk) }
  }
}
