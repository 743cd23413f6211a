import Casework
import ExpressionLanguage
import Registry
import Testing

struct QueueTests {
  @Test func `a queue shows the nearest legal deadline first, page by page`() async throws {
    let city = try City()
    var ids: [ResidentID] = []
    for person in 1...7 {
      let id = try await city.settle(UInt64(person))
      try await city.apply(for: id)
      try await city.run(.application(.accept(number: 1)), on: id)
      ids.append(id)
      city.pass(days: 1)
    }
    var items: [QueuePage.Item] = []
    var next: QueuePage.Cursor?
    repeat {
      let query = QueueQuery(.reviewer, limit: 3, after: next)
      let page = try await city.office.queue(query, by: .reviewer)
      items += page.items
      next = page.next
    } while next != nil
    #expect(items.map(\.resident) == ids)
    let deadlines = items.compactMap(\.due)
    #expect(deadlines.count == 7 && deadlines == deadlines.sorted())
    #expect(items.allSatisfy { $0.application == 1 && $0.state == "accepted" })
    // A district's own.
    let query = QueueQuery(.reviewer, district: "anxin")
    let here = try await city.office.queue(query, by: .reviewer).items
    #expect(!here.isEmpty && here.allSatisfy { $0.district == "anxin" } && here.count < 7)
  }

  @Test func `each department sees what it was asked, and no more once it has answered`()
    async throws
  {
    let city = try City()
    let id = try await city.settle(1)
    try await city.apply(for: id)
    try await city.run(.application(.accept(number: 1)), on: id)
    let ask = Command.application(
      .askDepartment(number: 1, department: "construction", facts: ["stable residence"])
    )
    try await city.run(ask, on: id)
    let query = QueueQuery(.department, office: "construction")
    let other = QueueQuery(.department, office: "public service")
    let department = Actor.department("construction")
    let items = try await city.office.queue(query, by: department, for: .verification).items
    #expect(items.map(\.resident) == [id] && items.map(\.task) == ["check"])
    #expect(items.first?.due != nil)
    #expect(try await city.office.queue(other, by: department, for: .verification).items.isEmpty)
    let word = FactStatement(
      fact: "stable residence",
      content: .value(text: "true"),
      source: "construction",
      asOf: city.office.today
    )
    let answer = Command.application(.answerCheck(number: 1, department: "construction"))
    try await city.expectRejection("not-stated") {
      try await city.run(answer, on: id, by: department)
    }
    #expect(
      try await city.office.enquiry(about: id, by: department).checks.map(\.unstated)
        == [["stable residence"]]
    )
    try await city.run(.fact(.state(statement: word)), on: id, by: department)
    #expect(
      try await city.office.enquiry(about: id, by: department).checks.map(\.unstated) == [[]]
    )
    try await city.run(answer, on: id, by: department)
    #expect(try await city.office.queue(query, by: department, for: .verification).items.isEmpty)
  }
}
