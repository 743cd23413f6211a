import Casework
import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct WatchedFolderTests {
  private static let rows = (0..<10).map { "\(Exchange.number($0)),硕士\r\n" }
  private let table = Array(("身份证号,学历学位\r\n" + rows.joined()).utf8)
  private let bad = Array(
    ("身份证号,学历学位\r\n" + rows.joined() + "\(Exchange.number(99)),硕士\r\n").utf8
  )

  private func later(_ seconds: Int64) -> ExchangeMoment {
    // Files have the machine's own time; the office's is far ahead of it only where a test says so.
    ExchangeMoment(seconds: Int64(Date().timeIntervalSince1970) + seconds, date: Exchange.today)
  }

  @Test func `a delivery is taken and everything stands where it belongs`() async throws {
    let folder = try ExchangeFolder()
    try folder.send(bad, rows: 11)
    let report = try await folder.watcher().poll(at: later(0))
    guard case .taken(let receipt) = report.items.first?.news else {
      Issue.record("\(report)")
      return
    }
    #expect(receipt.taken == 10 && receipt.returned == 1 && report.items.count == 1)
    #expect(folder.names("incoming") == [])
    #expect(
      folder.names("done/public-service/D1") == ["receipt.json", "table.csv", "table.manifest"]
    )
    #expect(
      folder.names("returned") == ["public-service-D1.csv", "public-service-D1.receipt.json"]
    )
    let path = folder.root + "/returned/public-service-D1.csv"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(await folder.desk.known.count == 10)
    #expect(try await folder.watcher().poll(at: later(0)).items.isEmpty)
  }

  @Test func `a file that is still being copied is left alone until it is whole`() async throws {
    let folder = try ExchangeFolder()
    let watcher = folder.watcher()
    try folder.put(Exchange.manifest(table, rows: 10), "a.manifest")
    for count in stride(from: 0, to: table.count, by: 37) {
      try folder.put(Array(table[..<count]), "a.csv")
      let report = try await watcher.poll(at: later(0))
      #expect(report.items.map(\.news) == [.perhapsOnItsWay], "\(count)")
    }
    #expect(await folder.desk.statements.isEmpty)
    try folder.put(table, "a.csv")
    let report = try await watcher.poll(at: later(0))
    guard case .taken = report.items.first?.news else {
      Issue.record("\(report)")
      return
    }
  }

  @Test func `a manifest or a table alone waits and is told after a time`() async throws {
    let folder = try ExchangeFolder()
    let watcher = folder.watcher()
    let manifest = Exchange.manifest(table, rows: 10)
    try folder.put(manifest, "a.manifest")
    try folder.put(table, "b.csv")
    try folder.put([1], "c.txt")
    try folder.put([1], "~$d.csv")
    try folder.put([1], "e.csv.part")
    let first = try await watcher.poll(at: later(0))
    #expect(
      first.items.map(\.news) == [
        .stray, .noTable(isOverdue: false), .noManifest(isOverdue: false),
      ]
    )
    let second = try await watcher.poll(at: later(601))
    #expect(
      second.items.map(\.news) == [
        .stray, .noTable(isOverdue: true), .noManifest(isOverdue: true),
      ]
    )
    // Half a manifest.
    try folder.put(Array(manifest.prefix(30)), "b.manifest")
    #expect(try await watcher.poll(at: later(0)).items.last?.news == .perhapsOnItsWay)
    // All but the last character of the number of rows.
    let cut =
      "department: public service\ndelivery: D1\nmade on: 2026-11-20\nsha256: "
      + Exchange.hash(table) + "\nrows: 1"
    try folder.put(Array(cut.utf8), "b.manifest")
    #expect(try await watcher.poll(at: later(0)).items.last?.news == .perhapsOnItsWay)
    #expect(await folder.desk.statements.isEmpty)
  }

  @Test func `a file that never comes to fit its manifest is refused whole`() async throws {
    let folder = try ExchangeFolder()
    let watcher = folder.watcher()
    try folder.send(table, rows: 9)
    try folder.put(Array(table.dropLast()), "b.csv")
    try folder.put(Exchange.manifest(table, "D2", rows: 10), "b.manifest")
    #expect(
      try await watcher.poll(at: later(0)).items.map(\.news) == [
        .perhapsOnItsWay, .perhapsOnItsWay,
      ]
    )
    let report = try await watcher.poll(at: later(600))
    #expect(
      report.items.map(\.news) == [.refused(.otherCount(10, said: 9)), .refused(.otherHash)]
    )
    #expect(folder.names("incoming") == [] && folder.names("refused") == ["a", "b"])
    #expect(folder.names("refused/a") == ["refusal.json", "table.csv", "table.manifest"])
    #expect(await folder.desk.statements.isEmpty)
  }

  @Test func `a delivery that comes twice is repeated and another under its number refused`()
    async throws
  {
    let folder = try ExchangeFolder()
    let watcher = folder.watcher(patience: 0)
    try folder.send(table, rows: 10)
    _ = try await watcher.poll(at: later(0))
    let known = await folder.desk.statements
    try folder.send(table, rows: 10, name: "again")
    try folder.send(bad, rows: 11, name: "other")
    let report = try await watcher.poll(at: later(0))
    #expect(report.items.count == 2)
    guard case .repeated(let receipt) = report.items[0].news else {
      Issue.record("\(report)")
      return
    }
    #expect(receipt.taken == 10)
    #expect(report.items[1].news == .refused(.numberTaken))
    #expect(await folder.desk.statements == known)
    #expect(folder.names("incoming") == [])
    // The same again under the same name is refused into the same folder.
    try folder.send(bad, rows: 11, name: "other")
    _ = try await watcher.poll(at: later(0))
    #expect(folder.names("refused") == ["other"])
    try folder.send(bad + table, rows: 11, name: "other")
    _ = try await watcher.poll(at: later(0))
    #expect(folder.names("refused") == ["other", "other~2"])
  }

  @Test func `killed after any step, the next program leaves the same`() async throws {
    let steps: [ExchangeStep] = [
      .stated(1), .stated(2), .stated(4), .wroteReturned, .wroteReceipt, .keptTable, .removedTable,
    ]
    let sound = try ExchangeFolder()
    try sound.send(bad, rows: 11)
    _ = try await sound.watcher().poll(at: later(0))
    for step in steps {
      let folder = try ExchangeFolder()
      try folder.send(bad, rows: 11)
      await #expect(throws: ExchangeProbe.Stop.self, "\(step)") {
        try await folder.watcher(stop: step).poll(at: later(0))
      }
      _ = try await folder.watcher().poll(at: later(0))
      _ = try await folder.watcher().poll(at: later(1_000))
      #expect(await folder.desk.statements == sound.desk.statements, "\(step)")
      for path in ["incoming", "refused", "returned", "done/public-service/D1"] {
        #expect(folder.names(path) == sound.names(path), "\(step) \(path)")
      }
      for path in ["returned/public-service-D1.csv", "done/public-service/D1/receipt.json"] {
        #expect(folder.read(path) == sound.read(path), "\(step) \(path)")
      }
    }
  }

  @Test func `killed while refusing, the next program refuses the same`() async throws {
    for step in [ExchangeStep.wroteRefusal, .removedTable] {
      let folder = try ExchangeFolder()
      try folder.send(table, rows: 9)
      await #expect(throws: ExchangeProbe.Stop.self) {
        try await folder.watcher(patience: 0, stop: step).poll(at: later(0))
      }
      _ = try await folder.watcher(patience: 0).poll(at: later(0))
      #expect(folder.names("incoming") == [] && folder.names("refused") == ["a"], "\(step)")
      #expect(folder.names("refused/a") == ["refusal.json", "table.csv", "table.manifest"])
    }
  }

  @Test func `killed within a batch, every row is there once`() async throws {
    for life in 0..<10 {
      let folder = try ExchangeFolder()
      try folder.send(table, rows: 10)
      await folder.desk.die(after: life)
      #expect(
        try await folder.watcher().poll(at: later(0)).items.map(\.news) == [.postponed("Dead")]
      )
      #expect(folder.names("incoming") == ["a.csv", "a.manifest"])
      await folder.desk.die(after: nil)
      let report = try await folder.watcher().poll(at: later(0))
      guard case .taken(let receipt) = report.items.first?.news else {
        Issue.record("\(report)")
        return
      }
      #expect(receipt.taken == 10 && receipt.repeated == 0)
      #expect(await folder.desk.statements.count == 10)
    }
  }

  @Test func `deliveries are taken in the order in which they were made`() async throws {
    var outcomes: Set<[String: FactContent]> = []
    for isReversed in [false, true] {
      let folder = try ExchangeFolder()
      let watcher = folder.watcher()
      let old = Array("身份证号,学历学位,截至\n\(Exchange.number(1)),硕士,2026-10-01\n".utf8)
      let new = Array("身份证号,学历学位,截至\n\(Exchange.number(1)),博士,2026-11-01\n".utf8)
      let both = [(old, "D1", "2026-10-02"), (new, "D2", "2026-11-02")]
      for (table, number, day) in isReversed ? both.reversed() : both {
        try folder.put(table, number + ".csv")
        let manifest = Exchange.manifest(table, number, rows: 1, madeOn: day)
        try folder.put(manifest, number + ".manifest")
        _ = try await watcher.poll(at: later(0))
      }
      outcomes.insert(await folder.desk.known)
    }
    #expect(outcomes.count == 1)
    #expect(outcomes.first?.values.first == .value(text: "doctorate"))
  }

  @Test func `links and a second program are kept out`() async throws {
    let folder = try ExchangeFolder()
    try folder.put(Exchange.manifest(table, rows: 10), "a.manifest")
    try FileManager.default.createSymbolicLink(
      atPath: folder.root + "/incoming/a.csv",
      withDestinationPath: "/etc/passwd"
    )
    #expect(try await folder.watcher().poll(at: later(0)).items.map(\.news) == [.stray])
    guard let lock = try FolderLock(folder.root + "/.lock") else {
      Issue.record("the lock is taken")
      return
    }
    #expect(try await folder.watcher().poll(at: later(0)).isBusy)
    _ = consume lock
    #expect(try await !folder.watcher().poll(at: later(0)).isBusy)
  }

  @Test func `watching goes on until it is cancelled`() async throws {
    let folder = try ExchangeFolder()
    try folder.send(table, rows: 10)
    let watcher = folder.watcher()
    let moment = later(0)
    let (reports, tell) = AsyncStream.makeStream(of: PollReport.self)
    let task = Task {
      try await watcher.watch(every: .milliseconds(5), now: { moment }, tell: { tell.yield($0) })
    }
    var seen = 0
    for await _ in reports {
      seen += 1
      if seen == 3 { break }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(await folder.desk.known.count == 10)
  }
}
