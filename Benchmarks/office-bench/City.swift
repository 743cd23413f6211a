import BenchCity
import Casework
import EventStore
import ExpressionLanguage
import Foundation
import Registry

/// A whole city in one journal: how long a queue, a search and a file take, the work of a day, and
/// a rebuild.
struct City {
  let people: Int
  /// How many facts are stated, of all people together.
  let facts: Int
  let folder: String?

  func run() async throws {
    let url = try folder.map { URL(filePath: $0) } ?? BenchOffice.temporaryFolder()
    defer { if folder == nil { try? FileManager.default.removeItem(at: url) } }
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let isNew = !FileManager.default.fileExists(atPath: url.appending(path: "office.anju").path)
    let bench = try BenchOffice(in: url)
    defer { bench.store.close() }
    // A city that is kept is measured again as it stands.
    if isNew { try await fill(bench) }
    print("| what | times | median | p95 | p99 | aim (p95) |\n|---|--:|--:|--:|--:|--:|")
    try await queues(bench)
    try await searches(bench)
    try await files(bench)
    try await lists(bench)
    try await rebuild(bench)
    try await dayWork(bench)
  }

  /// Only makes the read models of a city anew, also where that was broken off.
  func rebuildAlone() async throws {
    guard let folder else { return }
    let bench = try BenchOffice(in: URL(filePath: folder))
    defer { bench.store.close() }
    try await rebuild(bench)
  }

  /// Carries the histories of people over from an office that does not exist.
  private func fill(_ bench: BenchOffice) async throws {
    let (entries, seconds) = try await clocked {
      try await withThrowingTaskGroup(of: Int.self) { group in
        var entries = 0
        for (batch, first) in stride(from: 0, to: people, by: 500).enumerated() {
          // One batch is made up while another is written.
          if batch >= 3 { entries += try await group.next() ?? 0 }
          group.addTask { try await carryOver(first..<min(first + 500, people), bench) }
          if first % 100_000 == 0 { FileHandle.standardError.write(Data("\(first) people\n".utf8)) }
        }
        return try await group.reduce(entries, +)
      }
    }
    print(
      "\(people) people, \(facts) facts, \(entries) entries, carried over in \(Int(seconds)) s\n"
    )
  }

  private func carryOver(_ people: Range<Int>, _ bench: BenchOffice) async throws -> Int {
    let batch = people.map { index in
      let (before, through) = (facts * index / self.people, facts * (index + 1) / self.people)
      return CityPeople.history(index, facts: through - before)
    }
    try await bench.office.carryOver(batch)
    return batch.reduce(0) { $0 + $1.entries.count }
  }

  private func queues(_ bench: BenchOffice) async throws {
    let districts = CityPeople.districts
    try await time("queue of a window, 50 tasks", 500) { turn in
      let query = QueueQuery(.clerk, district: districts[turn % districts.count])
      let page = try await bench.office.queue(query, by: BenchOffice.clerk)
      return page.items.count
    }
  }

  private func searches(_ bench: BenchOffice) async throws {
    func search(_ what: String, _ text: @escaping (Int) -> String) async throws {
      try await time("search by \(what)", 500) { turn in
        let query = text(turn * 7_919 % people)
        let page = try await bench.office.search(query, by: BenchOffice.clerk, for: .casework)
        return page.hits.count
      }
    }
    try await search("name") { BenchOffice.name($0) }
    try await search("part of a name") { String(BenchOffice.name($0).dropFirst()) }
    try await search("pinyin") { ["wangwei", "zhangmin", "liujing"][$0 % 3] }
    try await search("initials") { ["wwf", "zmj", "ljq"][$0 % 3] }
    try await search("identity number") { BenchOffice.number($0).text }
  }

  private func files(_ bench: BenchOffice) async throws {
    try await time("a whole file, the reading logged durably", 500) { turn in
      let file = CityPeople.id(turn * 7_919 % people)
      let view = try await bench.office.file(file, by: BenchOffice.clerk, for: .casework)
      return view.entries.count
    }
  }

  /// What reads all people or looks over all days; no aim.
  private func lists(_ bench: BenchOffice) async throws {
    try await time("one card's answer", 500, aim: nil) { turn in
      let answer = try await bench.office.card("BENCH-\(turn * 7_919 % people / 10 * 10)")
      return answer == .unknown ? 0 : 1
    }
    try await time("statistics of all people", 10, aim: nil) { _ in
      try await bench.office.population(by: BenchOffice.officer).cells.count
    }
  }

  private func rebuild(_ bench: BenchOffice) async throws {
    let (report, seconds) = try await clocked { try await bench.office.rebuild() }
    let rate = Int(Double(report.events) / seconds)
    print("\nrebuilt \(report.events) events in \(Int(seconds)) s, \(rate) a second (aim 50000)")
  }

  private func dayWork(_ bench: BenchOffice) async throws {
    for turn in ["first", "again"] {
      let (report, seconds) = try await clocked {
        try await bench.office.runDayWork(on: BenchOffice.day)
      }
      let events = report.events.values.reduce(0, +)
      print(
        "the day's work, \(turn): \(report.files) files, \(events) events,"
          + " \(Timings.text(seconds)) s"
      )
    }
  }

  private func clocked<Result>(
    _ work: () async throws -> Result
  ) async throws -> (Result, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try await work()
    let (whole, part) = (clock.now - start).components
    return (result, Double(whole) + Double(part) / 1e18)
  }

  private func time(
    _ what: String,
    _ count: Int,
    aim: Int? = 20,
    _ work: (Int) async throws -> Int
  ) async throws {
    let clock = ContinuousClock()
    var timings = Timings()
    var found = 0
    let warming = min(20, count)
    for turn in 0..<(count + warming) {
      let start = clock.now
      found += try await work(turn)
      // The first ones warm caches.
      if turn >= warming { timings.add(clock.now - start) }
    }
    precondition(found > 0, "\(what) found nothing")
    let columns = [50.0, 95, 99].map { Timings.text(timings.percentile($0)) + " ms" }
    let wanted = aim.map { "\($0) ms" } ?? ""
    print("| \(what) | \(timings.count) | \(columns.joined(separator: " | ")) | \(wanted) |")
  }
}
