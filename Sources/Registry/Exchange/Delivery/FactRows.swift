import Casework
import ExpressionLanguage

/// Rows of one fact: each is a statement of its own.
struct FactRows {
  private struct Slot: Hashable {
    var resident: ResidentID
    var asOf: CivilDate
    var from: CivilDate?
    var until: CivilDate?
  }

  /// The statements that sound rows make; contradictions get their reasons.
  ///
  /// `reference` makes a statement's reference from the row's number and its own reference.
  ///
  /// - Complexity: O(*n* log *n*) in the rows.
  static func statements(
    _ rows: inout [AddressedRow],
    fact: String,
    source: String,
    reference: (CheckedRow) -> String
  ) -> [StatedRows] {
    markContradictions(&rows)
    markReferences(&rows)
    var made: [StatedRows] = []
    var places: [Slot: Int] = [:]
    for addressed in rows where addressed.row.reasons.isEmpty {
      guard let resident = addressed.resident else { continue }
      let row = addressed.row
      let slot = slot(row, resident)
      if let place = places[slot] {
        made[place].doubles.append(row.number)
        continue
      }
      let content: FactContent =
        if case .value(let text) = row.content { .value(text: text) } else { .none }
      let statement = FactStatement(
        fact: fact,
        content: content,
        source: source,
        asOf: row.asOf,
        from: row.from,
        until: row.until,
        reference: reference(row)
      )
      places[slot] = made.count
      made.append(
        StatedRows(
          statement: AddressedStatement(resident, statement),
          rows: [row.number],
          hasOwnReference: !row.reference.isEmpty,
          order: resident.text + "\u{0}" + row.order
        )
      )
    }
    return made.sorted { $0.order.utf8.lexicographicallyPrecedes($1.order.utf8) }
  }

  private static func slot(_ row: CheckedRow, _ resident: ResidentID) -> Slot {
    Slot(resident: resident, asOf: row.asOf, from: row.from, until: row.until)
  }

  private static func markContradictions(_ rows: inout [AddressedRow]) {
    var first: [Slot: Int] = [:]
    var second: [Slot: Int] = [:]
    for (index, addressed) in rows.enumerated() where addressed.row.reasons.isEmpty {
      guard let resident = addressed.resident else { continue }
      let slot = slot(addressed.row, resident)
      guard let other = first[slot] else {
        first[slot] = index
        continue
      }
      if rows[other].row.content != addressed.row.content, second[slot] == nil {
        second[slot] = index
      }
    }
    if second.isEmpty { return }
    for index in rows.indices where rows[index].row.reasons.isEmpty {
      guard let resident = rows[index].resident else { continue }
      let slot = slot(rows[index].row, resident)
      guard let one = first[slot], let other = second[slot] else { continue }
      let line =
        rows[index].row.content == rows[one].row.content
        ? rows[other].row.line
        : rows[one].row.line
      rows[index].row.reasons = [.contradicts(line: line)]
    }
  }

  private static func markReferences(_ rows: inout [AddressedRow]) {
    var first: [String: Int] = [:]
    var broken: [Int: Int] = [:]
    for index in rows.indices where rows[index].row.reasons.isEmpty {
      let row = rows[index].row
      if row.reference.isEmpty { continue }
      guard let other = first[row.reference] else {
        first[row.reference] = index
        continue
      }
      let isSame =
        rows[other].resident == rows[index].resident && rows[other].row.saysTheSame(as: row)
      if !isSame {
        broken[index] = rows[other].row.line
        broken[other] = row.line
      }
    }
    for (index, line) in broken { rows[index].row.reasons = [.sameReference(line: line)] }
    // What agrees with a row whose number is used twice is as doubtful as it is.
    for index in rows.indices where rows[index].row.reasons.isEmpty {
      guard let other = first[rows[index].row.reference], broken[other] != nil else { continue }
      rows[index].row.reasons = [.sameReference(line: rows[other].row.line)]
    }
  }
}
