import Casework
import ExpressionLanguage
import Testing

@testable import Registry

@Suite struct ListDeliveryTests {
  private let desk = MemoryDesk()

  private func take(
    _ rows: [String],
    header: String = "身份证号,起,止,参保地",
    _ delivery: String = "D1"
  ) async throws -> DeliveryIntake.Taken {
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    return try await Exchange.take(Array(text.utf8), delivery, rows: rows.count, at: desk)
  }

  private func ids(_ taken: DeliveryIntake.Taken) -> [Int: [String]] {
    taken.reasons.mapValues { $0.map(\.id) }
  }

  private func known(_ seed: Int) async -> FactContent? {
    await desk.known[Exchange.id(seed).text + " social insurance"]
  }

  @Test func `the rows of one person make up one sorted list`() async throws {
    let one = Exchange.number(1)
    let taken = try await take([
      "\(one),2022-01,至今,雄安新区", "\(Exchange.number(2)),无,,", "\(one),2019/6,2020年3月,beijing",
      "\(one),2019-06,2020-03,北京",
    ])
    #expect(taken.receipt.taken == 3 && taken.receipt.repeated == 1 && taken.reasons.isEmpty)
    #expect(
      await known(1)
        == .records(rows: [
          ["from": "2019-06", "to": "2020-03", "insured place": "beijing"],
          ["from": "2022-01", "to": "none", "insured place": "xiongan"],
        ])
    )
    #expect(await known(2) == FactContent.none)
  }

  @Test func `a list with a bad row is not taken at all`() async throws {
    let (one, two) = (Exchange.number(1), Exchange.number(2))
    let taken = try await take([
      "\(one),2022-01,至今,雄安新区", "\(one),2019-13,2020-03,北京", "\(two),2022-01,无,雄安新区",
    ])
    #expect(ids(taken) == [1: ["list-not-whole"], 2: ["no-such-day"]])
    #expect(await known(1) == nil)
    #expect(await known(2) != nil)
  }

  @Test func `a row whose number cannot be read holds back the list it may belong to`()
    async throws
  {
    let (one, two) = (Exchange.number(1), Exchange.number(2))
    let taken = try await take([
      "\(one),2022-01,至今,雄安新区", "\(one.dropLast()),2019-01,2020-03,北京", "\(two),2022-01,无,雄安新区",
      ",2023-01,至今,雄安新区", "\(Exchange.number(3)),2022-01,无,雄安新区",
    ])
    #expect(
      ids(taken) == [
        1: ["list-perhaps-not-whole"], 2: ["identity-number-length"],
        3: ["list-perhaps-not-whole"], 4: ["identity-number-missing"],
      ]
    )
    #expect(await known(3) != nil)
  }

  @Test func `spells run forward and no list is longer than the dictionary has it`() async throws {
    let number = Exchange.number(1)
    let many = (0..<61).map { index in
      let month = index % 12 + 1
      return "\(Exchange.number(2)),\(2010 + index / 12)-\(month),\(2010 + index / 12)-\(month),北京"
    }
    let taken = try await take(
      ["\(number),2022-01,2021-12,雄安新区", "\(Exchange.number(3)),2026-12,至今,雄安新区"] + many
        + ["\(Exchange.number(4)),无,,", "\(Exchange.number(4)),2022-01,无,雄安新区"]
    )
    #expect(ids(taken)[1] == ["backwards"])
    #expect(ids(taken)[2] == ["in-the-future"])
    #expect(ids(taken)[3] == ["too-many-records"])
    #expect(ids(taken)[64] == ["none-and-records"])
    #expect(taken.receipt.taken == 0)
  }

  @Test func `the order of rows changes nothing`() async throws {
    let rows = (0..<10).flatMap { seed in
      ["\(Exchange.number(seed)),2022-01,无,雄安新区", "\(Exchange.number(seed)),2019-01,2019-12,北京"]
    }
    _ = try await take(rows)
    let known = await desk.known
    let again = try await take(rows.reversed(), "D2")
    #expect(again.receipt.repeated == 20)
    #expect(await desk.known == known)
  }
}
