import Casework
import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct DamageTests {
  private static let people = 8

  private func known(_ bytes: [UInt8], rows: Int) async throws -> [String: FactContent] {
    let desk = MemoryDesk(people: DamageTests.people)
    _ = try await Exchange.take(bytes, rows: rows, at: desk)
    return await desk.known
  }

  private var sound: [UInt8] {
    let lines = [DamagedTable.header] + DamagedTable.sound(DamageTests.people)
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  /// The number of rows that a table has, as its sender would count them.
  private func count(_ bytes: [UInt8]) throws -> Int {
    var count = 0
    let text = try TextEncoding.read(bytes, declared: nil).bytes
    try Sheet(csv: text, rules: ExchangeRules())
      .forEachRow { _ throws(DeliveryRefusal) in count += 1 }
    return count
  }

  @Test func `a thousand damaged tables lose nothing and say nothing that was not sent`()
    async throws
  {
    let sound = try await known(self.sound, rows: DamageTests.people)
    #expect(sound.count == DamageTests.people)
    var outcomes: [String: Set<String>] = [:]
    for seed in UInt64(0)..<1_000 {
      let table = DamagedTable(seed: seed, rows: DamageTests.people)
      let desk = MemoryDesk(people: DamageTests.people)
      let taken: DeliveryIntake.Taken
      do {
        let rows = try count(table.bytes)
        taken = try await Exchange.take(table.bytes, rows: rows, at: desk, about: "education")
      } catch let refusal as DeliveryRefusal {
        #expect(await desk.statements.isEmpty, "\(seed)")
        #expect(!refusal.words.english.isEmpty && !refusal.words.chinese.isEmpty)
        outcomes["\(table.damage)", default: []].insert("refused")
        continue
      }
      let receipt = taken.receipt
      #expect(
        receipt.rows == receipt.taken + receipt.repeated + receipt.returned,
        "\(seed) \(table.damage)"
      )
      #expect(taken.reasons.count == receipt.returned)
      #expect(taken.reasons.values.allSatisfy { !$0.isEmpty })
      let known = await desk.known
      #expect(known.count <= receipt.taken)
      outcomes["\(table.damage)", default: []].insert(receipt.returned == 0 ? "whole" : "part")
      for (key, content) in known where !table.damage.canLie {
        #expect(sound[key] == content, "\(seed) \(table.damage) \(key)")
      }
      // At most one person's row is damaged, so all the others are as they were.
      let isCut = table.damage == .cut || table.damage == .noHeader
      #expect(isCut || known.count >= DamageTests.people - 1, "\(seed) \(table.damage)")
      if let file = try ReturnedTable.file(
        try Sheet(
          csv: try TextEncoding.read(table.bytes, declared: nil).bytes,
          rules: ExchangeRules()
        ),
        reasons: taken.reasons
      ) {
        #expect(try count(file) == receipt.returned, "\(seed)")
      }
    }
    for damage in [
      "doubledLine", "doubledFile", "reordered", "otherEncoding", "wideDigits", "excelText",
      "spaces",
    ] {
      #expect(outcomes[damage] == ["whole"], "\(damage)")
    }
    for damage in ["halfEncoding", "loneReturns", "otherHeader", "noHeader"] {
      #expect(outcomes[damage] == ["refused"], "\(damage)")
    }
    for damage in [
      "wrongNumber", "lostColumn", "futureDate", "impossibleDate", "cutNumbers", "wrongValue",
      "blankLines",
    ] {
      #expect(outcomes[damage] == ["part"], "\(damage)")
    }
  }

  @Test func `a table damaged on the way never fits its manifest`() async throws {
    let folder = try ExchangeFolder(people: DamageTests.people)
    let watcher = folder.watcher(patience: 0)
    let moment = ExchangeMoment(
      seconds: Int64(Date().timeIntervalSince1970) + 10,
      date: Exchange.today
    )
    var refused = 0
    for seed in UInt64(0)..<40 {
      let table = DamagedTable(seed: seed, rows: DamageTests.people)
      if table.bytes == sound { continue }
      try folder.put(table.bytes, "\(seed).csv")
      try folder.put(
        Exchange.manifest(sound, "D\(seed)", rows: DamageTests.people),
        "\(seed).manifest"
      )
      refused += 1
    }
    let report = try await watcher.poll(at: moment)
    #expect(report.items.count == refused)
    #expect(report.items.allSatisfy { $0.news == .refused(.otherHash) })
    #expect(await folder.desk.statements.isEmpty)
  }

  @Test func `the same rows in any order and any number say the same`() async throws {
    let rows = DamagedTable.sound(DamageTests.people)
    let sound = try await known(self.sound, rows: rows.count)
    let desk = MemoryDesk(people: DamageTests.people)
    for seed in UInt64(0)..<50 {
      var random = SplitMix64(seed: seed)
      var some = rows.shuffled(using: &random)
      for _ in 0..<Int.random(in: 0..<5, using: &random) {
        some.append(some[Int.random(in: 0..<some.count, using: &random)])
      }
      let text = ([DamagedTable.header] + some).joined(separator: "\n") + "\n"
      let taken = try await Exchange.take(Array(text.utf8), "D\(seed)", rows: some.count, at: desk)
      #expect(taken.receipt.returned == 0)
      #expect(taken.receipt.taken == (seed == 0 ? rows.count : 0))
    }
    #expect(await desk.known == sound)
    #expect(await desk.statements.count == rows.count)
  }
}
