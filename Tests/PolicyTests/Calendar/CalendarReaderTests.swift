import ExpressionLanguage
import Policy
import TestSupport
import Testing

/// A calendar is read as it is written, and laid out without changing a day.
@Suite struct CalendarReaderTests {
  private static let front = """
    ---
    calendar: test/days
    title: 工作日历 · Working days
    authority: 机关 · Office
    standing: sample, made up
    sources:
      S: a source
    ---


    """

  private func library(_ body: String) -> PolicyLibrary {
    let text = CalendarReaderTests.front + body
    return PolicyLibrary(
      files: [PolicyFile(path: "days.md", bytes: Array(text.utf8), hash: "abc")]
    )
  }

  @Test func `rows keep their names, days, standing and sources`() throws {
    let library = library(
      """
      # 用法 · How to read this {informative}

      文字。

      # 2024年 · Year 2024 {source: S, p. 2} {standing: reported}

      | holiday | make-up | from | to | standing | source |
      |---|---|---|---|---|---|
      | 元旦 · New Year | | 2024-01-01 | 2024-01-01 | | |
      | 次年元旦 · Next New Year | 2024-12-29 | | | sample, ours | S |
      """
    )
    #expect(library.report.ids.isEmpty, "\(library.report.golden)")
    let calendar = try #require(library.calendars["test/days"])
    #expect(calendar.text == PolicyText(id: "test/days", path: "days.md", hash: "abc"))
    #expect(calendar.title.chinese == "工作日历" && calendar.knownYears == 2024...2024)
    let rows = try #require(calendar.years.first?.holidays)
    #expect(rows.map(\.name.english) == ["New Year", "Next New Year"])
    #expect(rows.map { $0.days?.lowerBound.description } == ["2024-01-01", nil])
    #expect(rows.map { $0.makeUpDays.map(\.description) } == [[], ["2024-12-29"]])
    #expect(rows.map(\.standing.standing) == [.reported, .sample])
    #expect(rows.map { $0.sources.map(\.place) } == [["p. 2"], [""]])
  }

  @Test func `a calendar with an error counts nothing`() {
    let library = library(
      """
      # 2024年 · Year 2024

      | holiday | from | to | make-up |
      |---|---|---|---|
      | 元旦 · New Year | 2024-01-01 | 2024-01-32 | |
      """
    )
    #expect(library.report.hasErrors && library.calendars.isEmpty)
    #expect(library.report.ids == ["not-a-day"])
  }

  @Test func `the layout changes and the days stay`() throws {
    let body = """
      #  2024年 ·  Year 2024   {source:  S}
      |holiday|from|to|make-up|
      |--|--|--|--|
      |元旦 · New Year|2024-01-01|2024-01-01||
      |劳动节 · Labour Day|2024-05-01|2024-05-05|2024-04-28,2024-05-11|
      """
    let text = CalendarReaderTests.front + body.replacing("S}\n", with: "S}\n\n")
    let file = PolicyFile(path: "days.md", bytes: Array(text.utf8), hash: "")
    let result = try #require(LibraryFormatter.format([file], targets: ["days.md"]).first)
    guard case .formatted(let bytes) = result.outcome else {
      Issue.record("not formatted: \(result.outcome)")
      return
    }
    let laidOut = String(decoding: bytes, as: UTF8.self)
    #expect(laidOut.contains("# 2024年 · Year 2024 {source: S}\n\n| holiday | from | to |"))
    #expect(laidOut.contains("| 2024-05-05 | 2024-04-28,2024-05-11 |"))
  }

  @Test func `a spoilt calendar is refused, or counts as it reads`() throws {
    let shipped = try #require(
      ShippedPolicies.measures.first { $0.path == "china/working-days.md" }
    )
    let pieces = [
      "2024-02-30", "2022-01-29", ",", "|", "Year 2023", "9999", "", "-", "\n", "{", "0",
    ]
    var random = SplitMix64(seed: 21)
    var refused = 0
    for _ in 0..<120 {
      var file = shipped
      let start = Int.random(in: 600..<file.bytes.count - 12, using: &random)
      let end = start + Int.random(in: 0..<11, using: &random)
      let piece = try #require(pieces.randomElement(using: &random))
      file.bytes.replaceSubrange(start..<end, with: Array(piece.utf8))
      let library = PolicyLibrary(files: [file])
      guard let calendar = library.calendars.values.first else {
        #expect(library.report.hasErrors, "\(start), \(end), \(piece)")
        refused += 1
        continue
      }
      for year in calendar.years {
        for day in year.holidays.flatMap(\.makeUpDays) { #expect(calendar.isWorkingDay(day)) }
        for days in year.holidays.compactMap(\.days) {
          #expect(
            !calendar.isWorkingDay(days.lowerBound) && !calendar.isWorkingDay(days.upperBound)
          )
        }
      }
    }
    #expect(refused > 60 && refused < 120, "\(refused) of 120 refused")
  }
}
