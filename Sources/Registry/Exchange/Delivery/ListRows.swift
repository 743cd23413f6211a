import Casework
import ExpressionLanguage

/// Rows of one kind of records: those of one person make up one list, taken whole or not at all,
/// since it takes the place of what the department said before.
struct ListRows {
  /// After how many unreadable numbers no list of a file is taken to be whole.
  static let mostDamaged = 100

  /// The lists that rows make, sorted and each record once; whoever's list may lack a row gets it
  /// back.
  ///
  /// - Complexity: O(*n* log *n* + *d* · *p*) for *n* rows, *d* of them with unreadable numbers
  ///   (at most `mostDamaged` are compared) and *p* people.
  static func statements(
    _ rows: inout [AddressedRow],
    fact: String,
    most: Int,
    source: String,
    reference: (CheckedRow) -> String
  ) -> [StatedRows] {
    markDoubtful(&rows)
    let groups = groups(rows)
    var made: [StatedRows] = []
    for (resident, indices) in groups {
      let own = indices.map { rows[$0].row }
      if let reason = own.compactMap(\.brokenLine).first {
        for index in indices where rows[index].row.reasons.isEmpty {
          rows[index].row.reasons = [.brokenList(line: reason)]
        }
        continue
      }
      if let reason = reason(against: own, most: most) {
        for index in indices { rows[index].row.reasons = [reason] }
        continue
      }
      made.append(list(own, of: resident, fact: fact, source: source, reference: reference))
    }
    return made.sorted { $0.order.utf8.lexicographicallyPrecedes($1.order.utf8) }
  }

  private static func groups(_ rows: [AddressedRow]) -> [ResidentID: [Int]] {
    var groups: [ResidentID: [Int]] = [:]
    for (index, addressed) in rows.enumerated() {
      if let resident = addressed.resident { groups[resident, default: []].append(index) }
    }
    return groups
  }

  private static func reason(against own: [CheckedRow], most: Int) -> RowReason? {
    let records = Set(own.map(\.content))
    if records.count > 1, records.contains(.none) { return .noneAndRecords }
    return records.count > most ? .longList(most) : nil
  }

  private static func list(
    _ own: [CheckedRow],
    of resident: ResidentID,
    fact: String,
    source: String,
    reference: (CheckedRow) -> String
  ) -> StatedRows {
    var seen: Set<CheckedRow.Content> = []
    var (rows, doubles): ([Int], [Int]) = ([], [])
    for row in own {
      if seen.insert(row.content).inserted {
        rows.append(row.number)
      } else {
        doubles.append(row.number)
      }
    }
    let records = seen.compactMap { content -> [String: String]? in
      if case .record(let record) = content { record } else { nil }
    }
    .sorted {
      CheckedRow.order(of: $0).utf8.lexicographicallyPrecedes(CheckedRow.order(of: $1).utf8)
    }
    var first = own[0]
    first.reference = ""
    let statement = FactStatement(
      fact: fact,
      content: records.isEmpty ? .none : .records(rows: records),
      source: source,
      asOf: own.map(\.asOf).max() ?? first.asOf,
      reference: reference(first)
    )
    return StatedRows(
      statement: AddressedStatement(resident, statement),
      rows: rows,
      doubles: doubles,
      order: resident.text
    )
  }

  /// Gives back the lists to which a row may belong whose identity number cannot be read.
  private static func markDoubtful(_ rows: inout [AddressedRow]) {
    let damaged = rows.indices.filter { rows[$0].row.identity == nil && !rows[$0].row.isBlank }
    if damaged.isEmpty { return }
    if damaged.count > mostDamaged {
      for index in rows.indices where rows[index].row.reasons.isEmpty {
        rows[index].row.reasons = [.tooManyBroken]
      }
      return
    }
    var doubts: [IdentityNumber: Int] = [:]
    let numbers = Set(rows.compactMap(\.row.identity))
    for index in damaged {
      let row = rows[index].row
      if row.damagedNumber.isEmpty {
        // Merged cells keep only the first of their rows' numbers.
        let owner = rows[..<index].last { $0.row.identity != nil }?.row.identity
        if let owner { doubts[owner] = doubts[owner] ?? row.line }
      } else {
        for number in numbers where WrittenNumber.mayBe(row.damagedNumber, number.text) {
          doubts[number] = doubts[number] ?? row.line
        }
      }
    }
    for index in rows.indices where rows[index].row.reasons.isEmpty {
      guard let number = rows[index].row.identity, let line = doubts[number] else { continue }
      rows[index].row.reasons = [.perhapsBrokenList(line: line)]
    }
  }
}

extension CheckedRow {
  /// Its line, where it is returned.
  fileprivate var brokenLine: Int? { reasons.isEmpty ? nil : line }

  fileprivate var isBlank: Bool { reasons.contains { $0.id == RowReason.blank.id } }
}
