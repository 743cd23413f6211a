import Casework
import ExpressionLanguage
import Foundation
import Testing

@testable import Registry

@Suite struct FactDeliveryTests {
  private let desk = MemoryDesk()

  private func take(
    _ rows: [String],
    header: String = "身份证号,姓名,学历学位,截至,流水号",
    _ delivery: String = "D1"
  ) async throws -> DeliveryIntake.Taken {
    let text = ([header] + rows).joined(separator: "\r\n") + "\r\n"
    return try await Exchange.take(Array(text.utf8), delivery, rows: rows.count, at: desk)
  }

  private func ids(_ taken: DeliveryIntake.Taken) -> [Int: [String]] {
    taken.reasons.mapValues { $0.map(\.id) }
  }

  @Test func `a sound row becomes a statement of its department`() async throws {
    let taken = try await take(["\(Exchange.number(1)),某人1,硕士,2026-11-01,"])
    #expect(taken.receipt.taken == 1 && taken.receipt.rows == 1 && taken.reasons.isEmpty)
    let stated = try #require(await desk.statements.first)
    let expected = FactStatement(
      fact: "education",
      content: .value(text: "master"),
      source: "public service",
      asOf: Exchange.day("2026-11-01"),
      reference: "public service/D1/000001"
    )
    #expect(stated == AddressedStatement(Exchange.id(1), expected))
  }

  @Test func `every bad row goes back with its reason and the others are taken`() async throws {
    let number = Exchange.number
    let taken = try await take([
      "\(number(1)),,硕士,,",
      "\(number(99)),,硕士,,",
      "\(number(2)),别人,硕士,,",
      "\(number(3)),,高中,,",
      "\(number(4)),,硕士,2026-12-01,",
      "\(number(5)),,硕士,2023-02-29,",
      "\(number(6)),,硕士,45291,",
      "\(number(7)),,,,",
      "1.1E+17,,硕士,,",
      "\(number(8)),硕士",
      "\(number(9)),,硕士,,,,",
      "",
      ",,,,",
      "\(number(10)),,?,,",
      "\(number(11)),,硕\"士,,",
      "\(number(12)),,\u{1}硕士,,",
      "\(number(13)),,硕士,1899-01-01,",
    ])
    #expect(
      ids(taken) == [
        2: ["not-registered"], 3: ["other-name"], 4: ["not-in-the-list"], 5: ["in-the-future"],
        6: ["no-such-day"], 7: ["spreadsheet-day-number"], 8: ["empty-cell"],
        9: ["identity-number-cut"], 10: ["number-of-cells"], 11: ["number-of-cells"],
        12: ["blank-row"], 13: ["blank-row"],
        14: ["unknown-stated"], 15: ["stray-quote", "not-in-the-list"],
        16: ["control-character", "not-in-the-list"], 17: ["out-of-range"],
      ]
    )
    #expect(taken.receipt.taken == 1 && taken.receipt.returned == 16)
    #expect(await desk.known.count == 1)
  }

  @Test func `a row said twice counts once and one said two ways not at all`() async throws {
    let (one, two, three) = (Exchange.number(1), Exchange.number(2), Exchange.number(3))
    let taken = try await take([
      "\(one),,硕士,,", "\(one),,master,,", "\(two),,硕士,,", "\(two),,大学专科,,", "\(three),,硕士,,7",
      "\(Exchange.number(4)),,硕士,,7", "\(one),,大学专科,2025-01-01,",
    ])
    #expect(
      ids(taken) == [
        3: ["contradicts"], 4: ["contradicts"], 5: ["reference-used-twice"],
        6: ["reference-used-twice"],
      ]
    )
    #expect(taken.receipt.taken == 2 && taken.receipt.repeated == 1)
    #expect(await desk.known[Exchange.id(1).text + " education"] == .value(text: "master"))
  }

  @Test func `two numbers of one person speak of one person`() async throws {
    await desk.merge(2, into: 1)
    let taken = try await take([
      "\(Exchange.number(1)),,硕士,,", "\(Exchange.number(2)),,大学专科,,",
    ])
    #expect(ids(taken) == [1: ["contradicts"], 2: ["contradicts"]])
  }

  @Test func `a sender's own number makes a row harmless in any later delivery`() async throws {
    _ = try await take(["\(Exchange.number(1)),,硕士,2026-11-01,R-7"])
    let again = try await take(["\(Exchange.number(1)),,硕士,2026-11-01,R-7"], "D2")
    #expect(again.receipt.repeated == 1)
    #expect(await desk.statements.count == 1)
    #expect(await desk.statements.first?.statement.reference == "public service#R-7")
    let other = try await take(["\(Exchange.number(1)),,博士,2026-11-01,R-7"], "D3")
    #expect(ids(other) == [1: ["reference-used-before"]])
  }

  @Test func `a delivery by another department is refused`() async throws {
    let table = Array("身份证号,学历学位\n\(Exchange.number(1)),硕士\n".utf8)
    for department in ["public security", "nobody", "申领人"] {
      await #expect(throws: DeliveryRefusal.notItsFact) {
        try await Exchange.take(table, rows: 1, at: desk, department: department)
      }
    }
    await #expect(throws: DeliveryRefusal.otherCount(1, said: 2)) {
      try await Exchange.take(table, rows: 2, at: desk)
    }
    #expect(await desk.statements.isEmpty)
    _ = try await Exchange.take(table, rows: 1, at: desk, department: "公共服务局")
    #expect(await desk.statements.count == 1)
  }

  @Test func `the returned file has the same columns and the reasons, and can be sent again`()
    async throws
  {
    let header = "身份证号,姓名,学历学位,备注"
    let text =
      "\(header)\n\(Exchange.number(1)),=某人1,硕士,\n\(Exchange.number(99)),某人99,硕士,\"a,b\"\nx,y\n"
    let sheet = try Sheet(csv: Array(text.utf8), rules: ExchangeRules())
    let taken = try await Exchange.take(Array(text.utf8), rows: 3, at: desk)
    let file = try #require(try ReturnedTable.file(sheet, reasons: taken.reasons))
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "\u{FEFF}\(header),退回原因,reason")
    #expect(
      lines[1].hasPrefix(
        "\(Exchange.number(1).hasSuffix("X") ? "" : "'")\(Exchange.number(1)),'=某人1,硕士,,姓名与"
      )
    )
    await desk.register(99)
    let again = try await Exchange.take(file, "D2", rows: 3, at: desk)
    #expect(again.receipt.taken == 1)
    let second = try #require(
      try ReturnedTable.file(
        try Sheet(csv: file, rules: ExchangeRules()),
        reasons: again.reasons
      )
    )
    #expect(String(decoding: second, as: UTF8.self).hasPrefix("\u{FEFF}\(header),退回原因,reason\r\n"))
  }

  @Test func `reasons tell nothing about a person`() async throws {
    let number = Exchange.number(1)
    let taken = try await take(["\(number),王小明,硕士,,", "\(number.dropLast())?,王小明,秘密,45291,"])
    let receipt = String(decoding: try ExchangeJSON.bytes(taken.receipt), as: UTF8.self)
    for secret in [String(number.prefix(14)), "王小明", "某人1", "秘密", "45291"] {
      #expect(!receipt.contains(secret))
    }
  }
}
