/// A decision table over classes of its inputs: every combination that rows can tell apart.
///
/// Each input's values fall into classes that no cell of its columns tells apart. A class is known
/// by the rows that it lets through; a combination, by the rows that all its classes let through.
/// So the work grows with the sets of rows that can apply together, not with the inputs' values.
struct RowClasses {
  /// The most combinations that are gone through.
  static let mostCombinations = 4_096
  /// The most guards that may be open.
  static let mostOpenGuards = 8

  /// The values that the table can give.
  let results: ValueSet

  /// Goes through all combinations; `nil` where there are too many, or where an input that a cell
  /// tests can be anything.
  ///
  /// - Complexity: O(*c* · *r*) in combinations and rows.
  init?(_ table: DecisionNode, _ inputs: [ValueSet], _ guards: [ValueSet]) {
    let open = guards.indices.filter { guards[$0].canBeTrue && guards[$0].canBeFalse }
    guard open.count <= RowClasses.mostOpenGuards else { return nil }
    var classes: [[Value]] = []
    for (input, set) in inputs.enumerated() {
      let cells = table.columns.indices.filter { table.columns[$0].input == input }
        .flatMap { column in
          table.rows.compactMap { $0.isOtherwise ? nil : $0.cells[column] }
        }
      if cells.allSatisfy(\.isAny) {
        classes.append([.absent])
        continue
      }
      guard let values = set.representatives(for: cells) else { return nil }
      classes.append(values)
    }
    var found: Set<Value> = []
    var left = RowClasses.mostCombinations
    for choice in 0..<(1 << open.count) {
      let holds = { (index: Int) -> Bool in
        open.firstIndex(of: index).map { choice >> $0 & 1 == 1 } ?? guards[index].canBeTrue
      }
      guard let sets = RowClasses.applying(table, classes, holds, &left) else { return nil }
      for rows in sets {
        if let value = table.result(applying: rows.contains, guards: holds) { found.insert(value) }
      }
    }
    results = RowClasses.set(of: found)
  }

  /// The sets of rows that can apply together; `nil` where there are more than `left`.
  private static func applying(
    _ table: DecisionNode,
    _ classes: [[Value]],
    _ holds: (Int) -> Bool,
    _ left: inout Int
  ) -> Set<RowSet>? {
    var sets: Set<RowSet> = [RowSet(all: table.rows.count)]
    for (input, values) in classes.enumerated() {
      let columns = table.columns.indices.filter { column in
        table.columns[column].input == input && (table.columns[column].guarding.map(holds) ?? true)
      }
      if columns.isEmpty { continue }
      let passing = Set(
        values.map { value in
          RowSet(table.rows.count) { row in
            table.rows[row].isOtherwise
              || columns.allSatisfy { table.rows[row].cells[$0].accepts(value) }
          }
        }
      )
      var next: Set<RowSet> = []
      for set in sets {
        for more in passing { next.insert(set.intersection(more)) }
        if next.count > left { return nil }
      }
      sets = next
    }
    left -= sets.count
    return left < 0 ? nil : sets
  }

  private static func set(of values: Set<Value>) -> ValueSet {
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    if numbers.count == values.count, !numbers.isEmpty {
      return ValueSet(numbers: NumberSet(numbers).simplified)
    }
    return values.reduce(.empty) { $0.union(ValueSet(only: $1)) }
  }
}

/// Rows of a table, by position.
private struct RowSet: Hashable {
  private var first: UInt64
  private var more: [UInt64] = []

  /// Creates the set of all rows.
  init(all count: Int) { self.init(count) { _ in true } }

  /// Creates the set of the rows that pass.
  init(_ count: Int, _ passes: (Int) -> Bool) {
    first = 0
    for row in 0..<min(count, 64) where passes(row) { first |= 1 << UInt64(row) }
    var row = 64
    while row < count {
      var word: UInt64 = 0
      for bit in 0..<min(count - row, 64) where passes(row + bit) { word |= 1 << UInt64(bit) }
      more.append(word)
      row += 64
    }
  }

  func contains(_ row: Int) -> Bool {
    let word = row < 64 ? first : more[row / 64 - 1]
    return word >> UInt64(row % 64) & 1 == 1
  }

  func intersection(_ other: RowSet) -> RowSet {
    var common = self
    common.first &= other.first
    for index in more.indices { common.more[index] &= other.more[index] }
    return common
  }
}
