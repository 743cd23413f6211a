import ExpressionLanguage
import Foundation
import Policy
import Scoring
import Testing

/// The public list of a round, by the draft that lies beside the checkout.
@Suite(.enabled(if: Libraries.shared != nil, "no data lies beside the checkout"))
struct PublicListTests {
  /// The parts of the total, by column and rule.
  private static let parts = [
    "employment": "employment points", "residence": "residence points",
    "education": "education points", "overlap_deduction": "overlap deduction",
    "work_live_area": "area points", "innovation": "innovation points", "tax": "tax points",
    "age": "age points", "honor": "honour points", "lawful": "law-abiding points",
  ]

  private func rows() throws -> [[String: String]] {
    let shared = try #require(Libraries.shared)
    let url = shared.appending(path: "data/beijing_2020.csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private func prepared() throws -> Prepared {
    let library = try #require(Libraries.drafts("beijing"))
    return try Prepared(library, "beijing", on: try #require(CivilDate("2020-10-15")))
  }

  @Test func `everyone's age gives the points that were published, whatever the birthday`() throws {
    let prepared = try prepared()
    var rows = 0
    var points: [String: [String]] = [:]
    for row in try self.rows() {
      rows += 1
      let year = try #require(row["birth_year"])
      let wanted = try #require(row["age"].flatMap { DecimalLiteral($0) })
      if points[year] == nil {
        points[year] = try ["01-01", "02-28", "07-01", "12-31"].map { day in
          let facts = [("birth date", "\(year)-\(day)"), ("round year", "2020")]
          return try Person(prepared, facts).value(of: "age points")
        }
      }
      let found = try #require(points[year]).map { DecimalLiteral($0)?.units(atScale: 2) }
      #expect(found.allSatisfy { $0 == wanted.units(atScale: 2) }, "born in \(year)")
    }
    #expect(rows == 6_032)
  }

  @Test func `the parts add up to the total, in the list and by the measure`() throws {
    let prepared = try prepared()
    let total = try #require(prepared.rule("total points"))
    let scale = try #require(total.type.number?.scale)
    let rules = try PublicListTests.parts.mapValues { try #require(prepared.rule($0)) }
    let empty = Facts(
      factCount: prepared.model.facts.count,
      recordsCount: prepared.model.records.count
    )
    for row in try rows() {
      var given: [Int: Value] = [:]
      var sum: Int64 = 0
      for (column, rule) in rules {
        let part = try #require(row[column].flatMap { DecimalLiteral($0) })
        let own = try #require(rule.type.number?.scale)
        sum += try #require(part.units(atScale: 2))
        given[rule.id] = .number(try #require(part.units(atScale: own), "\(column) \(part)"))
      }
      let wanted = try #require(row["score"].flatMap { DecimalLiteral($0)?.units(atScale: 2) })
      #expect(sum == wanted)
      let evaluator = Evaluator(
        program: prepared.set.program,
        facts: empty.values,
        records: empty.records,
        legalDate: prepared.day,
        given: given
      )
      #expect(
        try evaluator.value(of: total.id)
          == .number(try #require(DecimalLiteral(units: wanted, scale: 2).units(atScale: scale)))
      )
    }
  }
}
