import Casework
import EventStore
import ExpressionLanguage
import Foundation
import Registry

/// A whole city in one journal: how long a queue, a search and a file take, and a rebuild.
struct City {
  let people: Int
  let facts: Int
  let folder: String?

  func run() async throws {
    let url = try folder.map { URL(filePath: $0) } ?? BenchOffice.temporaryFolder()
    defer { if folder == nil { try? FileManager.default.removeItem(at: url) } }
    let bench = try BenchOffice(in: url)
    defer { bench.store.close() }
    try await fill(bench)
    print("| what | times | median | p95 | p99 | aim (p95) |\n|---|--:|--:|--:|--:|--:|")
    try await queues(bench)
    try await searches(bench)
    try await files(bench)
    try await rebuild(bench)
  }

  /// Carries the histories of people over from an office that does not exist.
  private func fill(_ bench: BenchOffice) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    var (done, entries) = (0, 0)
    while done < people {
      let batch = (done..<min(done + 500, people)).map {
        CityPeople.history($0, facts: facts)
      }
      entries += batch.reduce(0) { $0 + $1.entries.count }
      try await bench.office.carryOver(batch)
      done += batch.count
      if done % 100_000 < 500 {
        FileHandle.standardError.write(Data("\(done) people\n".utf8))
      }
    }
    let seconds = Double((clock.now - start).components.seconds)
    print("\(people) people, \(people * facts) facts, \(entries) entries")
    print("carried over in \(Int(seconds)) s\n")
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

  private func rebuild(_ bench: BenchOffice) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = try await bench.office.rebuild()
    let (whole, part) = (clock.now - start).components
    let seconds = Double(whole) + Double(part) / 1e18
    print("\nrebuilt \(report.events) events in \(Timings.text(seconds)) s:")
    print("\(Int(Double(report.events) / seconds)) events a second (aim 50000)")
  }

  private func time(
    _ what: String,
    _ count: Int,
    _ work: (Int) async throws -> Int
  ) async throws {
    let clock = ContinuousClock()
    var timings = Timings()
    var found = 0
    for turn in 0..<(count + 20) {
      let start = clock.now
      found += try await work(turn)
      // The first ones warm caches.
      if turn >= 20 { timings.add(clock.now - start) }
    }
    precondition(found > 0, "\(what) found nothing")
    let columns = [50.0, 95, 99].map { Timings.text(timings.percentile($0)) + " ms" }
    print("| \(what) | \(timings.count) | \(columns.joined(separator: " | ")) | 20 ms |")
  }
}
