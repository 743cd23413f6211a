import Casework
import EventStore
import ExpressionLanguage
import Registry
import Testing

struct DayWorkTests {
  @Test func `a year of days leaves nothing undone, and one day makes up for many`() async throws {
    var files: [[ResidentFile]] = []
    for step in [1, 400] {
      let city = try City()
      var ids: [ResidentID] = []
      for person in 1...3 {
        let id = try await city.settle(UInt64(person))
        try await city.issue("XA-\(person)", to: id)
        ids.append(id)
      }
      let start = city.today
      for days in stride(from: step, through: 400, by: step) {
        city.set(start.adding(days: days) ?? start)
        let report = try await city.office.runDayWork(on: city.today)
        #expect(report.rejections.isEmpty)
      }
      let again = try await city.office.runDayWork(on: city.today)
      #expect(again.files == 0 && again.events.isEmpty)
      var folded: [ResidentFile] = []
      for id in ids {
        folded.append(try await city.office.file(id, by: .reviewer, for: .casework).file)
      }
      files.append(folded)
    }
    for (daily, once) in zip(files[0], files[1]) {
      #expect(daily.permits == once.permits)
      #expect(daily.permits.last?.state == .suspended)
      // Day by day every reminder goes out; after a long pause only what still helps.
      #expect(daily.notices.all.count > once.notices.all.count)
    }
  }

  @Test func `every day on which something is due is found on that very day`() async throws {
    let city = try City()
    let id = try await city.settle(1)
    try await city.issue("XA-1", to: id)
    for _ in 0..<380 {
      city.pass(days: 1)
      let due = try await city.store.read { reader in
        try reader.rows("SELECT day FROM due_days", []).first?[0].text
      }
      let report = try await city.office.runDayWork(on: city.today)
      #expect((due == city.today.description) == (report.files > 0))
      #expect(report.files == 0 || !report.events.isEmpty)
    }
  }

  @Test func `no day is worked before it has come`() async throws {
    let city = try City()
    let tomorrow = try #require(city.today.adding(days: 1))
    try await city.expectRejection("day-not-come") {
      try await city.office.runDayWork(on: tomorrow)
    }
  }
}
