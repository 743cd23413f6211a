import ExpressionLanguage
import Policy
import Testing

/// Casework finds every number under its name, the local measure before the nation's.
@Suite struct OfficeTermTests {
  private static func measure(
    _ id: String,
    uses: String = "",
    rule: String = "Number",
    office: String
  ) -> PolicyFile {
    let text = """
      ---
      policy: \(id)
      title: 办法 · Measure
      authority: 机关 · Office
      effective: 2021-01-01
      standing: reported
      numbering: ours
      time zone: Asia/Shanghai
      \(uses)sources:
        S: a source
      ---

      # 第一条 期限 · Article 1 Clocks {source: S}

      | office | value | standing | source |
      |---|---|---|---|
      \(office)

      # 第二条 数 · Article 2 \(rule)

      ```feel
      2
      ```
      """
    return PolicyFile(path: id + ".md", bytes: Array(text.utf8), hash: "")
  }

  private func compiled(_ files: [PolicyFile]) throws -> PolicySet {
    let day = try #require(CivilDate("2024-01-01"))
    let library = PolicyLibrary(files: files)
    let (set, report) = PolicyCompiler.compile(library, jurisdiction: "town", on: day)
    return try #require(set, "\(report.text(DiagnosticFormatter(language: .english)))")
  }

  private func two() throws -> PolicySet {
    try compiled([
      OfficeTermTests.measure(
        "town/permit",
        uses: "uses:\n  land/permit: floor\n",
        office: """
          | days to issue · 制发期限 | 10 days | sample, ours | |
          | reminders before · 提醒 | 30 days, 7 working days, 1 day | | S, Art. 3 |
          | endorsement every · 签注周期 | 2 years | | |
          | endorsement window · 签注窗口 | 30 days | | |
          | fee replacement · 工本费 | 20 yuan | | |
          | officers to confiscate · 人数 | 2 people | | |
          | public list shows · 公示内容 | "name" · 姓名, "total" · 总分 | | |
          """
      ),
      OfficeTermTests.measure(
        "land/permit",
        rule: "Floor",
        office: """
          | days to issue · 制发期限 | 15 days | | |
          | days to notify · 告知期限 | 5 working days | | |
          """
      ),
    ])
  }

  @Test func `the local measure goes before the nation's, which is the floor`() throws {
    let set = try two()
    let own = try #require(set.term("Days to issue"))
    #expect(own.days == OfficeTerm.Days(count: 10, isWorking: false))
    #expect(own.isOwn && own.measure.id == "town/permit")
    #expect(own.standing == StandingNote(.sample, reason: "ours"))
    #expect(own.place.citation(.english) == "Article 1")
    let floor = try #require(set.term("days to notify"))
    #expect(floor.days == OfficeTerm.Days(count: 5, isWorking: true))
    #expect(!floor.isOwn && floor.measure.id == "land/permit")
    #expect(floor.standing.standing == .reported)
    #expect(set.term("days to replace") == nil)
    #expect(set.term("days to issue", round: 2023) == nil)
  }

  @Test func `each kind of value is read as what it is`() throws {
    let set = try two()
    #expect(
      set.term("reminders before")?.allDays == [
        OfficeTerm.Days(count: 30, isWorking: false), OfficeTerm.Days(count: 7, isWorking: true),
        OfficeTerm.Days(count: 1, isWorking: false),
      ]
    )
    #expect(set.term("reminders before")?.sources.map(\.place) == ["Art. 3"])
    #expect(set.term("endorsement every")?.period == .months(24))
    #expect(set.term("endorsement window")?.period == .days(30))
    #expect(set.term("days to notify")?.period == nil)
    #expect(set.term("fee replacement")?.yuan == 20)
    #expect(set.term("fee replacement")?.days == nil)
    #expect(set.term("officers to confiscate")?.people == 2)
    let list = try #require(set.term("public list shows"))
    #expect(list.word == "name" && list.labels.map(\.chinese) == ["姓名", "总分"])
    #expect(list.yuan == nil && list.days == nil && list.people == nil)
    #expect(set.term("days to issue")?.words == [Bilingual("10 days", "10天")])
  }

  @Test func `the shipped measures set what a permit case needs`() throws {
    let day = try #require(CivilDate("2026-11-23"))
    let library = PolicyLibrary(files: ShippedPolicies.measures)
    let set = try #require(PolicyCompiler.compile(library, jurisdiction: "xiongan", on: day).set)
    let days = [
      "days to issue", "days to issue extended", "days to supplement", "days to notify",
      "days to check", "days to answer a dispute", "days to replace", "reminders before",
    ]
    for name in days { #expect(set.term(name)?.days != nil, "\(name)") }
    #expect(set.term("days to notify")?.days?.isWorking == true)
    #expect(set.term("days to notify")?.standing.standing == .sample)
    #expect(set.term("days to notify")?.calendar.id == "china/working-days")
    #expect(set.term("days to issue")?.standing.standing == .enacted)
    #expect(set.term("days to issue")?.days == OfficeTerm.Days(count: 15, isWorking: false))
    #expect(set.term("reminders before")?.allDays.map(\.count) == [30, 7, 1])
    #expect(set.term("endorsement every")?.period == .months(12))
    #expect(set.term("endorsement window")?.period == .months(1))
    #expect(set.term("officers to confiscate")?.people == 2)
    #expect(set.term("fee first permit")?.yuan == 0)
    #expect(set.term("tenure after late endorsement")?.word == "restarts")
  }
}
