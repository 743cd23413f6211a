import Casework
import EventStore
import ExpressionLanguage

/// Counts of people and of what happens to them.
struct Statistics: Sendable {
  private struct Group: Hashable {
    var permit: String
    var district: String
    var isMale: Bool
    var ageFrom: Int
    var basis: String
  }

  private let office: Office

  init(_ office: Office) { self.office = office }

  func population(by actor: Actor, for purpose: Purpose) async throws -> Population {
    try await FileReading(office).checkNoFile(.readStatistics, by: actor, for: purpose)
    let day = office.today
    let rows = try await office.store.read { reader in
      try reader.rows(
        """
        SELECT permit, district, is_male, birth_year, basis, count(*) FROM residents
        WHERE merged_into = '' GROUP BY permit, district, is_male, birth_year, basis
        """,
        []
      )
    }
    var counts: [Group: Int] = [:]
    for row in rows {
      guard let permit = row[0].text, let district = row[1].text, let isMale = row[2].integer,
        let year = row[3].integer, let basis = row[4].text, let count = row[5].integer
      else { continue }
      let age = max(0, day.parts.year - Int(year))
      let group = Group(
        permit: permit,
        district: district,
        isMale: isMale == 1,
        ageFrom: age / 5 * 5,
        basis: basis
      )
      counts[group, default: 0] += Int(count)
    }
    let cells = counts.map { group, count in
      Population.Cell(
        permit: Permit.State(rawValue: group.permit),
        district: group.district,
        isMale: group.isMale,
        ageFrom: group.ageFrom,
        basis: Basis(rawValue: group.basis),
        count: count
      )
    }
    return Population(day: day, cells: cells.sorted { $0.order < $1.order })
  }

  func flows(
    from first: CivilMonth,
    to last: CivilMonth,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> [Flow] {
    try await FileReading(office).checkNoFile(.readStatistics, by: actor, for: purpose)
    return try await office.store.read { reader in
      try reader.rows(
        """
        SELECT month, kind, detail, district, number FROM flows
        WHERE month >= ? AND month <= ? AND number > 0 ORDER BY month, kind, detail, district
        """,
        [.text(first.description), .text(last.description)]
      ).compactMap { row in
        guard let month = row[0].text.flatMap({ CivilMonth($0) }),
          let kind = row[1].text.flatMap({ Flow.Kind(rawValue: $0) }), let detail = row[2].text,
          let district = row[3].text, let count = row[4].integer
        else { return nil }
        return Flow(
          month: month,
          kind: kind,
          detail: detail,
          district: district,
          count: Int(count)
        )
      }
    }
  }
}

extension Population.Cell {
  /// One order, so that the same people always give the same list.
  fileprivate var order: String {
    "\(permit?.rawValue ?? "")/\(district)/\(isMale)/\(1_000 + ageFrom)/\(basis?.rawValue ?? "")"
  }
}
