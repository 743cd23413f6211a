import Casework
import ExpressionLanguage
import Registry
import Testing

struct LifeTests {
  @Test func `a permit lives its whole life through commands, and every view follows`() async throws
  {
    let city = try City()
    let id = try await city.settle(1, phone: "139 0000 0001")
    try await city.apply(for: id)
    let office = city.office
    #expect(try await office.queue(QueueQuery(.clerk), by: .clerk).items.map(\.resident) == [id])
    try await city.run(.application(.accept(number: 1)), on: id)
    let waiting = try await office.queue(QueueQuery(.reviewer), by: .reviewer).items
    #expect(waiting.map(\.application) == [1])
    try await city.run(.application(.approve(number: 1)), on: id, by: .reviewer)
    #expect(try await office.card("XA-1") == .unknown)
    try await city.run(.permit(.issue(application: 1, serial: "XA-1")), on: id)
    #expect(try await office.card("XA-1") == .valid)
    #expect(try await office.queue(QueueQuery(.clerk), by: .clerk).items.isEmpty)

    // The card is lost and another takes its place.
    city.pass(days: 30)
    try await city.run(.permit(.reportLoss), on: id, by: .resident(id))
    #expect(try await office.card("XA-1") == .cancelled)
    let replace = Command.permit(
      .replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: try city.replacementFee)
    )
    try await city.run(replace, on: id)
    #expect(try await office.card("XA-2") == .valid)
    #expect(try await office.card("XA-1") == .cancelled)

    // The first endorsement is missed: suspended by the day itself, then by the day's work.
    city.set(try city.day("2025-03-01"))
    #expect(try await office.card("XA-2") == .valid)
    city.pass(days: 1)
    #expect(try await office.card("XA-2") == .suspended)
    let report = try await office.runDayWork(on: city.today)
    #expect(report.events["permit/suspended"] == 1 && report.rejections.isEmpty)
    #expect(try await office.runDayWork(on: city.today).events.isEmpty)
    try await city.run(.permit(.endorse), on: id)
    #expect(try await office.card("XA-2") == .valid)

    city.pass(days: 10)
    try await city.run(.permit(.cancel(ground: .movedAway, from: city.today)), on: id)
    #expect(try await office.card("XA-2") == .cancelled)

    let view = try await office.file(id, by: .reviewer, for: .casework)
    #expect(view.file == ResidentFile(id: id, folding: view.entries.map(\.entry)))
    #expect(view.file.permits.all.map(\.state) == [.cancelled])
    #expect(view.entries.map(\.position) == view.entries.map(\.position).sorted())
    let flows = try await office.flows(
      from: CivilMonth(ordinal: 0),
      to: city.today.month,
      by: .reviewer
    )
    let counts = Dictionary(grouping: flows, by: \.kind).mapValues {
      $0.reduce(0) { $0 + $1.count }
    }
    #expect(
      counts == [
        .arrival: 1, .application: 1, .issue: 1, .loss: 1, .suspension: 1, .endorsementLate: 1,
        .cancellation: 1,
      ]
    )
    #expect(flows.first { $0.kind == .cancellation }?.detail == "moved away")
    let people = try await office.population(by: .reviewer)
    #expect(people.count == 1 && people.cells.first?.permit == .cancelled)
    #expect(people.cells.first?.basis == .employment)
  }
}

extension City {
  /// What a lost card costs by the measure in force.
  var replacementFee: Int {
    get throws {
      let law = try City.laws.law(on: today)
      return try law.term("fee replacement").fen ?? 0
    }
  }
}
