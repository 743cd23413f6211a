import Casework
import EventStore
import ExpressionLanguage
import MadeUpPeople
import Registry
import Testing

struct TrialTests {
  @Test func `a preview tells what would happen, and nothing happens`() async throws {
    let city = try City()
    let id = try await city.settle(1)
    try await city.apply(for: id)
    let head = try await city.store.read { try $0.head() }
    let requests = [
      Request(.application(.giveNotice(number: 1)), by: .clerk, for: .casework),
      Request(.permit(.endorse), by: .clerk, for: .casework),
    ]
    let outcomes = try await city.office.preview(requests, on: id, by: .clerk, for: .casework)
    #expect(outcomes.count == 2)
    guard case .failure(let rejection) = outcomes[1] else {
      Issue.record("who holds no permit has it endorsed")
      return
    }
    #expect(rejection.id == "no-permit")
    #expect(try await city.store.read { try $0.head() } == head)
  }

  @Test func `who may not read a file is told nothing by a preview`() async throws {
    let city = try City()
    let id = try await city.register(1)
    let request = Request(.permit(.reportLoss), by: .agency, for: .service)
    try await city.expectRejection("not-allowed") {
      try await city.office.preview([request], on: id, by: .agency, for: .service)
    }
  }

  @Test func `a command on a file that changed since it was shown does nothing`() async throws {
    let city = try City()
    let id = try await city.register(1)
    let shown = try await city.office.file(id, by: .clerk, for: .casework).file.version
    try await city.run(.person(.changePhone(phone: "13812345678")), on: id)
    let command = Command.person(.changePhone(phone: nil))
    let late = Request(command, on: id, by: .clerk, for: .casework, shownVersion: shown)
    try await city.expectRejection("file-changed") { try await city.office.run(late) }
    var again = late
    again.shownVersion = shown + 1
    #expect(try await city.office.run(again).version == shown + 2)
  }

  @Test func `a department sees who it is asked about, and nobody else`() async throws {
    let city = try City()
    let (id, other) = (try await city.settle(1), try await city.settle(2))
    let police = Actor.department("public security")
    try await city.apply(for: id)
    try await city.expectRejection("not-asked") {
      try await city.office.enquiry(about: id, by: police)
    }
    try await city.run(.application(.accept(number: 1)), on: id)
    try await city.run(
      .application(
        .askDepartment(number: 1, department: "public security", facts: ["criminal record"])
      ),
      on: id,
      by: .reviewer
    )
    let asked = try await city.office.enquiry(about: id, by: police)
    #expect(asked.identity?.number == Identity.madeUp(1).number)
    #expect(asked.checks.map(\.check.facts) == [["criminal record"]])
    let log = try await city.office.accesses(to: id, by: .resident(id), for: .ownAffairs)
    #expect(log.first?.action == .answerCheck && log.first?.by == police.hand)
    try await city.expectRejection("not-asked") {
      try await city.office.enquiry(about: other, by: police)
    }
    try await city.expectRejection("not-allowed") {
      try await city.office.enquiry(about: id, by: .clerk, for: .casework)
    }
  }

  @Test func `a queue is counted with what is overdue, and goes on at its cursor`() async throws {
    let city = try City()
    for person in 1...3 { try await city.apply(for: try await city.settle(UInt64(person))) }
    let query = QueueQuery(.clerk)
    let count = try await city.office.count(query, by: .clerk)
    #expect(count.all.count == 3 && !count.all.isMore && count.overdue.count == 0)
    city.pass(days: 60)
    #expect(try await city.office.count(query, by: .clerk).overdue.count == 3)
    // Of a long queue it is enough to know that it is long.
    let most = try await city.office.count(query, upTo: 2, by: .clerk)
    #expect(most.all.count == 2 && most.all.isMore && most.overdue == most.all)
    let exact = try await city.office.count(query, upTo: 3, by: .clerk)
    #expect(exact.all.count == 3 && !exact.all.isMore)
    let here = QueueQuery(.clerk, district: "nowhere")
    #expect(try await city.office.count(here, by: .clerk).all.count == 0)
    let first = try await city.office.queue(QueueQuery(.clerk, limit: 2), by: .clerk)
    let cursor = try #require(first.next.flatMap { QueuePage.Cursor($0.text) })
    #expect(cursor == first.next)
    let rest = try await city.office.queue(QueueQuery(.clerk, after: cursor), by: .clerk)
    #expect(rest.items.count == 1)
    #expect(QueuePage.Cursor("nonsense") == nil)
  }

  @Test func `the auditor verifies the journal, and nobody else`() async throws {
    let city = try City()
    _ = try await city.register(1)
    let head = try await city.office.journalHead(by: .auditor)
    let report = try await city.office.verifyJournal(by: .auditor)
    #expect(report.faults.isEmpty && report.head == head)
    try await city.expectRejection("not-allowed") {
      try await city.office.verifyJournal(by: .clerk, for: .casework)
    }
  }
}
