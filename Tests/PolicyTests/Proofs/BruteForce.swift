import ExpressionLanguage
import Policy
import TestSupport

/// Decides small tables by going through every person.
struct BruteForce {
  let table: ProofTable
  /// Every combination of values.
  let people: [[Value]]

  init(_ table: ProofTable) {
    self.table = table
    people = table.variables.reduce([[]]) { people, variable in
      let values = BruteForce.values(of: variable.type)
      return people.flatMap { person in values.map { person + [$0] } }
    }
  }

  static func values(of type: ValueType) -> [Value] {
    var values: [Value] = []
    switch type.base {
    case .truth: values = [.truth(false), .truth(true)]
    case .choice(let choice): values = choice.values.indices.map(Value.choice)
    case .number(let number):
      values =
        number.values?.map(Value.number) ?? (number.least...number.greatest).map(Value.number)
    case .date(let first, let last):
      values = (Int(first.day)...Int(last.day)).compactMap { CivilDate(day: $0).map(Value.date) }
    default: break
    }
    return type.isOptional ? values + [.absent] : values
  }

  static func passes(_ test: ProofTest, _ person: [Value]) -> Bool {
    test.test.accepts(person[test.variable])
  }

  static func holds(_ guarding: ProofGuard, _ person: [Value]) -> Bool {
    switch guarding {
    case .when(let test): passes(test, person)
    case .noneOf(let tests): !tests.contains { passes($0, person) }
    }
  }

  /// The rows whose own cells all pass, in order; never the `otherwise` row.
  func rows(of person: [Value]) -> [Int] {
    let last = table.hasOtherwise ? table.rows.count - 1 : table.rows.count
    return (0..<last).filter { row in
      zip(table.columns, table.rows[row]).allSatisfy { column, cell in
        if let guarding = column.guarding, !BruteForce.holds(guarding, person) { return true }
        return cell.accepts(person[column.variable])
      }
    }
  }

  /// What is wrong, without the people.
  func faults() -> Set<Fault> {
    var faults: Set<Fault> = []
    var broken = false
    for (index, group) in table.groups.enumerated() {
      for person in people {
        let holding = group.guards.indices.filter { BruteForce.holds(group.guards[$0], person) }
        if holding.count == 1 { continue }
        broken =
          broken || table.columns.contains { $0.guarding.map(group.guards.contains) ?? false }
        if holding.isEmpty { faults.insert(.guardGap(index)) }
        for second in holding {
          for first in holding where first < second {
            faults.insert(.guardOverlap(index, first, second))
          }
        }
      }
    }
    return broken ? faults : faults.union(rowFaults())
  }

  private func rowFaults() -> Set<Fault> {
    var faults: Set<Fault> = []
    var reached: Set<Int> = []
    for person in people {
      let rows = rows(of: person)
      if rows.isEmpty {
        if table.hasOtherwise {
          reached.insert(table.rows.count - 1)
        } else if table.hit == .unique || table.hit == .first {
          faults.insert(.gap)
        }
      }
      if table.hit == .first { reached.formUnion(rows.prefix(1)) } else { reached.formUnion(rows) }
      if table.hit == .unique {
        for second in rows {
          for first in rows where first < second { faults.insert(.overlap(first, second)) }
        }
      }
    }
    for row in table.rows.indices where !reached.contains(row) { faults.insert(.unreachable(row)) }
    return faults
  }

  /// What a proof can find, without the person.
  enum Fault: Hashable {
    case gap
    case overlap(Int, Int)
    case unreachable(Int)
    case guardGap(Int)
    case guardOverlap(Int, Int, Int)
    case notProved

    init(_ finding: ProofFinding) {
      switch finding {
      case .gap: self = .gap
      case .overlap(let first, let second, _): self = .overlap(first, second)
      case .unreachable(let row): self = .unreachable(row)
      case .guardGap(let group, _): self = .guardGap(group)
      case .guardOverlap(let group, let first, let second, _):
        self = .guardOverlap(group, first, second)
      case .notProved: self = .notProved
      }
    }
  }

  /// Everyone who has the values of `person` that matter.
  func people(like person: ProofPerson) -> [[Value]] {
    people.filter { values in
      zip(values, person.values).allSatisfy { $1 == nil || $0 == $1 }
    }
  }

  /// Whether the finding is true of everyone who has the values that matter.
  func isTrue(_ finding: ProofFinding) -> Bool {
    func all(_ person: ProofPerson, _ test: ([Value]) -> Bool) -> Bool {
      let people = people(like: person)
      return !people.isEmpty && people.allSatisfy(test)
    }
    switch finding {
    case .gap(let person): return all(person) { rows(of: $0).isEmpty }
    case .overlap(let first, let second, let person):
      return all(person) { Set([first, second]).isSubset(of: rows(of: $0)) }
    case .guardGap(let group, let person):
      let guards = table.groups[group].guards
      return all(person) { person in !guards.contains { BruteForce.holds($0, person) } }
    case .guardOverlap(let group, let first, let second, let person):
      let guards = table.groups[group].guards
      return all(person) { person in
        BruteForce.holds(guards[first], person) && BruteForce.holds(guards[second], person)
      }
    case .unreachable, .notProved: return true
    }
  }
}
