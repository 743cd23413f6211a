import ExpressionLanguage

/// One run of `TableProver` over one table.
struct TableProof {
  /// The most findings of one table; the rest would be of the same kind.
  static let mostFindings = 20

  private let table: ProofTable
  private let rows: [ProofFormula]
  private let groups: [[ProofFormula]]
  private var search: ProofSearch
  private var found: [ProofFinding] = []

  init(_ table: ProofTable, budget: Int) {
    self.table = table
    var atoms = ProofAtoms()
    let ordinary = table.hasOtherwise ? table.rows.dropLast() : table.rows[...]
    rows = ordinary.map { TableProof.formula(of: $0, table.columns, &atoms) }
    groups = table.groups.map { group in
      group.guards.map { TableProof.formula(of: $0, &atoms) }
    }
    let space = ProofSpace(types: table.variables.map(\.type), atoms: atoms.all)
    search = ProofSearch(space: space, budget: budget)
  }

  private static func formula(
    of cells: [CellTest],
    _ columns: [ProofTable.Column],
    _ atoms: inout ProofAtoms
  ) -> ProofFormula {
    var parts: [ProofFormula] = []
    for (column, cell) in zip(columns, cells) where !cell.isAny {
      let passes = atoms.literal(ProofTest(variable: column.variable, test: cell))
      if let guarding = column.guarding {
        parts.append(.any([formula(of: guarding, &atoms).negated, passes]))
      } else {
        parts.append(passes)
      }
    }
    return .all(parts)
  }

  private static func formula(
    of guarding: ProofGuard,
    _ atoms: inout ProofAtoms
  ) -> ProofFormula {
    switch guarding {
    case .when(let test): atoms.literal(test)
    case .noneOf(let tests): .all(tests.map { atoms.literal($0).negated })
    }
  }

  /// Everything that is wrong, in order.
  mutating func findings() -> [ProofFinding] {
    do {
      let broken = try proveGroups()
      if !broken { try proveRows() }
    } catch {
      if error == .outOfBudget { found.append(.notProved) }
    }
    return found
  }

  private mutating func add(_ finding: ProofFinding) throws(ProofStop) {
    found.append(finding)
    if found.count >= TableProof.mostFindings { throw .enough }
  }

  /// Whether a group of input columns is broken, so that rows cannot be judged.
  private mutating func proveGroups() throws(ProofStop) -> Bool {
    var broken = false
    for (index, guards) in groups.enumerated() {
      let before = found.count
      if let classes = try search.classes(where: .all(guards.map(\.negated))) {
        try add(.guardGap(group: index, person(classes)))
      }
      for second in guards.indices {
        for first in 0..<second {
          let both = ProofFormula.all([guards[first], guards[second]])
          guard let classes = try search.classes(where: both) else { continue }
          try add(.guardOverlap(group: index, first, second, person(classes)))
        }
      }
      if found.count > before {
        let mine = Set(table.groups[index].guards)
        broken = broken || table.columns.contains { $0.guarding.map(mine.contains) ?? false }
      }
    }
    return broken
  }

  private mutating func proveRows() throws(ProofStop) {
    let left = try search.classes(where: .all(rows.map(\.negated)))
    if let left, table.hit == .unique || table.hit == .first, !table.hasOtherwise {
      try add(.gap(person(left)))
    }
    if table.hit == .unique { try proveApart() }
    for row in rows.indices {
      var parts = [rows[row]]
      if table.hit == .first { parts += rows[..<row].map(\.negated) }
      if try search.classes(where: .all(parts)) == nil { try add(.unreachable(row: row)) }
    }
    if left == nil, table.hasOtherwise { try add(.unreachable(row: rows.count)) }
  }

  private mutating func proveApart() throws(ProofStop) {
    for second in rows.indices {
      for first in 0..<second {
        let both = ProofFormula.all([rows[first], rows[second]])
        guard let classes = try search.classes(where: both) else { continue }
        try add(.overlap(first, second, person(classes)))
      }
    }
  }

  private func person(_ classes: [Int?]) -> ProofPerson {
    let values = classes.enumerated().map { variable, position in
      position.map { search.space.classes[variable][$0] }
    }
    let isOnlyPossible = zip(table.variables, classes).contains { $0.isComputed && $1 != nil }
    return ProofPerson(values: values, isOnlyPossible: isOnlyPossible)
  }
}
