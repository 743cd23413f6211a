import Casework
import EventStore
import ExpressionLanguage
import Registry
import TestSupport
import Testing

struct RebuildTests {
  @Test(arguments: [1, 2, 3])
  func `read models made anew are those that were kept, row by row`(seed: UInt64) async throws {
    var play = try await RandomCity(seed: seed)
    try await play.run(commands: 260)
    let city = play.city
    let kept = try await city.readModels()
    #expect(play.carriedOut > 60, "too little happened to tell anything")
    let report = try await city.office.rebuild()
    let made = try await city.readModels()
    #expect(made == kept)
    let head = try await city.store.read { try $0.head() }
    #expect(Int64(report.events) == head.position)
    #expect(report.files == play.residents.count && report.destroyed == 0)
    // And they go on: what comes next finds everything in its place.
    try await play.run(commands: 40)
    let after = try await city.readModels()
    _ = try await city.office.rebuild()
    #expect(try await city.readModels() == after)
    for id in play.residents {
      let events = try await city.store.read { reader in
        try reader.events(of: try #require(StreamID("resident/\(id.text)")), after: 0)
      }
      let view = try await city.office.file(id, by: .supervisor, for: .dataProtection)
      #expect(view.entries.map(\.position) == events.map(\.position))
      #expect(view.file == ResidentFile(id: id, folding: view.entries.map(\.entry)))
    }
  }

  @Test func `the same story gives the same journal`() async throws {
    var heads: [JournalHead] = []
    for _ in 0..<2 {
      var play = try await RandomCity(seed: 7)
      try await play.run(commands: 60)
      heads.append(try await play.city.store.read { try $0.head() })
    }
    #expect(heads[0].position == heads[1].position)
    #expect(heads[0].hash == heads[1].hash)
  }
}
