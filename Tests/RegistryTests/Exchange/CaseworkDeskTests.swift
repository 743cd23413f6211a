import Casework
import ExpressionLanguage
import Policy
import Scoring
import TestSupport
import Testing

@testable import Registry

@Suite struct CaseworkDeskTests {
  private func desk() throws -> CaseworkDesk {
    let set = try #require(Exchange.measures)
    return try CaseworkDesk(people: 6, law: OfficeLaw(Assessor(set)))
  }

  private func table(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  @Test func `casework takes every kind of value that the exchange lets through`() async throws {
    let desk = try desk()
    let number = Exchange.number
    let tables: [(department: String, lines: [String])] = [
      ("公共服务局", ["身份证号,学历学位", "\(number(0)),硕士", "\(number(1)),doctorate"]),
      ("公共服务局", ["身份证号,合法稳定就业,起", "\(number(0)),是,2024-01-01"]),
      (
        "公共服务局",
        [
          "身份证号,起,止,参保地", "\(number(0)),2019-06,2020-03,北京", "\(number(0)),2022-01,至今,雄安新区",
          "\(number(1)),无,,",
        ]
      ),
      ("public security", ["身份证号,处罚日期", "\(number(0)),2020/1/2", "\(number(2)),none"]),
      ("construction", ["身份证号,起,止,住所类型", "\(number(0)),2024-01,2027-12,租赁"]),
      (
        "public service",
        ["身份证号,学校类别,毕业日期", "\(number(0)),普通高等学校,2010-07-01", "\(number(0)),?,2013-07-01"]
      ),
    ]
    for (index, (department, lines)) in tables.enumerated() {
      let taken = try await Exchange.take(
        table(lines),
        "D\(index)",
        rows: lines.count - 1,
        at: desk,
        department: department
      )
      #expect(taken.receipt.returned == 0, "\(lines[0]) \(taken.reasons)")
    }
    #expect(await desk.standing("education", 0) == .value(text: "master"))
    #expect(await desk.standing("education", 1) == .value(text: "doctorate"), "protected")
    let facts = try #require(await desk.facts(0))
    let kinds = Exchange.model.records.enumerated()
    for (index, kind) in kinds {
      let counts = ["social insurance": 2, "detentions": 1, "homes": 1, "graduations": 2]
      guard let count = counts[NameKey.of(kind.name.english)] else { continue }
      guard case .known(let rows) = facts.records[index] else {
        Issue.record("\(kind.name.english) is not known")
        continue
      }
      #expect(rows.count == count, "\(kind.name.english)")
    }
  }

  @Test func `what the file itself tells is nobody's to state`() async throws {
    let desk = try desk()
    let taken = try await Exchange.take(
      table(["身份证号,出生日期", "\(Exchange.number(0)),1980-01-01"]),
      rows: 1,
      at: desk,
      department: "公安"
    )
    #expect(taken.reasons[1]?.map(\.id) == ["own-fact"])
  }

  @Test func `deliveries in any order, whole or doubled, leave the same facts standing`()
    async throws
  {
    var deliveries: [(number: String, lines: [String])] = []
    let values = ["硕士", "博士", "大学本科及学士", "大学专科"]
    for month in 1...5 {
      var random = SplitMix64(seed: UInt64(month))
      let rows = (0..<6).map { seed in
        let value = values[Int.random(in: 0..<4, using: &random)]
        return "\(Exchange.number(seed)),\(value),2026-0\(month)-15"
      }
      deliveries.append(("M\(month)", ["身份证号,学历学位,截至"] + rows))
    }
    var outcomes: Set<[String: FactContent]> = []
    for seed in UInt64(0)..<12 {
      var random = SplitMix64(seed: seed)
      let desk = try desk()
      for (number, lines) in (deliveries + deliveries.prefix(2)).shuffled(using: &random) {
        let rows = lines.dropFirst().shuffled(using: &random)
        let taken = try await Exchange.take(
          table([lines[0]] + rows),
          // The doubled file comes under a number of its own.
          "\(number)-\(UInt8.random(in: 0...UInt8.max, using: &random))",
          rows: rows.count,
          at: desk
        )
        #expect(taken.receipt.returned == 0)
      }
      outcomes.insert(await desk.standing)
    }
    #expect(outcomes.count == 1)
    #expect(outcomes.first?.count == 6)
  }

  @Test func `a later delivery puts right what an earlier one said of the same day`()
    async throws
  {
    let desk = try desk()
    let number = Exchange.number(0)
    // The right row stands further up than the wrong one did.
    _ = try await Exchange.take(
      table(["身份证号,学历学位"] + (1...4).map { "\(Exchange.number($0)),硕士" } + ["\(number),硕士"]),
      "2026-1",
      rows: 5,
      at: desk
    )
    let taken = try await Exchange.take(
      table(["身份证号,学历学位", "\(number),博士"]),
      "2026-2",
      rows: 1,
      at: desk
    )
    #expect(taken.receipt.taken == 1)
    #expect(await desk.standing("education", 0) == .value(text: "doctorate"))
    let late = try await Exchange.take(
      table(["身份证号,学历学位", "\(number),大学专科"]),
      "2026-0",
      rows: 1,
      at: desk
    )
    #expect(late.reasons[1]?.map(\.id) == ["contradicted"])
  }
}
