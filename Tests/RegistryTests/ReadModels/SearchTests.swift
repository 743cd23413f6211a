import Casework
import ExpressionLanguage
import MadeUpPeople
import Registry
import Testing

struct SearchTests {
  @Test(arguments: [
    "陈志远", "志远", "远", "chenzhiyuan", "chen zhiyuan", "Chen Zhi Yuan", "zhiyuan", "czy",
    "13900000001", "+86 139-0000-0001", "chenzhi", "陈",
  ])
  func `somebody is found in every way`(query: String) async throws {
    let city = try City()
    let id = try await city.register(1, name: "陈志远", phone: "139 0000 0001")
    _ = try await city.register(2, name: "李芳", phone: "13900000002")
    let page = try await city.office.search(query, by: .clerk, for: .casework)
    #expect(page.hits.map(\.resident) == [id])
    let summary = try #require(page.hits.first?.summary)
    #expect(summary.name == "陈志远" && summary.maskedNumber.hasPrefix("1399••••••"))
  }

  @Test func `a number and a file's name find just one`() async throws {
    let city = try City()
    let id = try await city.register(1)
    _ = try await city.register(2)
    for query in [id.text, id.text.uppercased(), Identity.madeUp(1).number.text, " \(id.text) "] {
      let hits = try await city.office.search(query, by: .clerk, for: .casework).hits
      #expect(hits.map(\.resident) == [id], "\(query)")
    }
    for query in ["", " ", "x", "zzzz", "110101199003070000", "🙂", "%", "_"] {
      #expect(try await city.office.search(query, by: .clerk, for: .casework).hits.isEmpty)
    }
  }

  @Test func `pages go on where they ended and show everyone once`() async throws {
    let city = try City()
    var all: Set<ResidentID> = []
    for person in 1...13 {
      all.insert(try await city.register(UInt64(person), name: "陈陈\(person % 2 == 0 ? "陈" : "芳")"))
    }
    var seen: [ResidentID] = []
    var next: SearchPage.Cursor?
    repeat {
      let page = try await city.office.search(
        "陈",
        limit: 5,
        after: next,
        by: .clerk,
        for: .casework
      )
      #expect(page.hits.count <= 5)
      seen += page.hits.map(\.resident)
      next = page.next
    } while next != nil
    #expect(Set(seen) == all)
  }

  @Test func `a protected person is found, and no more is shown`() async throws {
    let city = try City()
    let id = try await city.settle(1, name: "陈志远")
    try await city.run(.person(.protect(reason: "order 7")), on: id, by: .supervisor)
    let hit = try #require(
      try await city.office.search("czy", by: .clerk, for: .casework).hits.first
    )
    #expect(hit.resident == id && hit.isProtected)
    #expect(hit.summary == nil && hit.district.isEmpty && hit.permit == nil)
    await #expect(throws: Rejection.self) {
      try await city.office.file(id, by: .clerk, for: .casework)
    }
    #expect(try await city.office.file(id, by: .supervisor, for: .dataProtection).file.id == id)
  }

  @Test func `a corrected name is found and the old one is not`() async throws {
    let city = try City()
    let id = try await city.register(1, name: "陈志元")
    let correct = Command.person(
      .correctIdentity(identity: .madeUp(1, name: "程志远"), reason: "misread")
    )
    try await city.run(correct, on: id)
    #expect(try await city.office.search("陈", by: .clerk, for: .casework).hits.isEmpty)
    let hits = try await city.office.search("chengzy", by: .clerk, for: .casework).hits
    #expect(hits.isEmpty, "neither pinyin nor initials")
    #expect(try await city.office.search("程志", by: .clerk, for: .casework).hits.count == 1)
  }

  @Test func `who may not search finds nobody`() async throws {
    let city = try City()
    let id = try await city.register(1, name: "陈志远")
    for actor in [Actor.agency, .resident(id), .department("police")] {
      await #expect(throws: Rejection.self) {
        try await city.office.search("陈志远", by: actor, for: .usual(of: actor.role, for: .search))
      }
    }
  }
}
