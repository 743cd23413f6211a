import ExpressionLanguage
import Policy

/// Finds what a person can change on a day, by the dictionaries' column `can change`.
struct LeverFinder {
  let set: PolicySet
  let facts: Facts
  let day: CivilDate

  private var model: FactModel { self.set.model }

  /// The most rows of values that a spell to begin is tried with.
  static let mostBeginnings = 64

  /// Everything that can be changed, in order of declaration: facts, then records.
  ///
  /// What is not known cannot be changed: it must be known first.
  var levers: [Lever] {
    var levers: [Lever] = []
    for (index, fact) in model.facts.enumerated() {
      append(.fact(index), fact, facts.values[index], to: &levers)
    }
    for (index, kind) in model.records.enumerated() {
      guard case .known(let rows) = facts.records[index] else { continue }
      for (item, row) in rows.enumerated() {
        if let grain = kind.grain, !grain.runs(row, on: day) { continue }
        if kind.grain != nil, rows.count >= kind.most, !began(row, kind) { continue }
        for attribute in kind.attributes.indices {
          append(
            .attribute(records: index, item: item, attribute: attribute),
            kind.attributes[attribute],
            row[attribute],
            to: &levers
          )
        }
      }
      if let lever = beginning(index, kind, rows) { levers.append(lever) }
    }
    return levers
  }

  private func began(_ row: [Value], _ kind: RecordKind) -> Bool {
    kind.grain?.firstDay(of: day).map { row[0] == .date($0) } ?? true
  }

  private func append(
    _ target: ChangeTarget,
    _ fact: Fact,
    _ value: Value,
    to levers: inout [Lever]
  ) {
    guard fact.change.isPossible, value.isKnown else { return }
    let sides = LeverFinder.sides(fact, value)
    if sides.isEmpty { return }
    var lever = Lever(target: target, from: value, sides: sides, verifiedBy: fact.verifiedBy)
    if let through = fact.through {
      let channel = self.set.channels.firstIndex {
        NameKey.of($0.name.english) == NameKey.of(through)
      }
      // A channel that is not in force brings nothing.
      guard let channel else { return }
      lever.through = channel
    }
    levers.append(lever)
  }

  /// What a fact of a value can become.
  static func sides(_ fact: Fact, _ value: Value) -> [Lever.Side] {
    if case .to(let values) = fact.change {
      let others = values.filter { $0 != value }
      return others.isEmpty ? [] : [.alternatives(others.map { [$0] })]
    }
    var sides: [Lever.Side] = []
    switch fact.type.base {
    case .truth:
      let others = [Value.truth(true), .truth(false)].filter { $0 != value }
      sides = [.alternatives(others.map { [$0] })]
    case .choice(let choice) where choice.isOrdered:
      let own = value.order.map(Int.init) ?? -1
      sides = [.steps((own + 1..<choice.values.count).map { [.choice($0)] })]
      if fact.change == .free, own > 0 {
        sides.append(.steps((0..<own).reversed().map { [.choice($0)] }))
      }
    case .choice(let choice):
      let others = choice.values.indices.map { Value.choice($0) }.filter { $0 != value }
      sides = [.alternatives(others.map { [$0] })]
    case .number(let number):
      sides = around(value, .number, number.least, number.greatest, fact.change)
    case .date(let low, let high):
      sides = around(value, .day, Int64(low.day), Int64(high.day), fact.change)
    case .instant, .text, .list, .invalid: return []
    }
    if fact.type.isOptional, fact.change == .free, value != .absent {
      sides.append(.alternatives([[.absent]]))
    }
    return sides.filter { side in
      switch side {
      case .alternatives(let options), .steps(let options): !options.isEmpty
      case .numbers: true
      }
    }
  }

  private static func around(
    _ value: Value,
    _ kind: ValueSet.Kind,
    _ least: Int64,
    _ greatest: Int64,
    _ change: Changeability
  ) -> [Lever.Side] {
    guard let own = value.order else {
      return [.numbers(kind, nearest: least, farthest: greatest)]
    }
    var sides: [Lever.Side] = []
    if own < greatest { sides.append(.numbers(kind, nearest: own + 1, farthest: greatest)) }
    if change == .free, own > least {
      sides.append(.numbers(kind, nearest: own - 1, farthest: least))
    }
    return sides
  }

  /// A spell that begins, where none runs and every attribute can be chosen.
  private func beginning(_ index: Int, _ kind: RecordKind, _ rows: [[Value]]) -> Lever? {
    guard let grain = kind.grain, rows.count < kind.most,
      !rows.contains(where: { grain.mayRun($0, on: day) })
    else { return nil }
    let attributes = kind.attributes.dropFirst(2)
    var all: [[Value]] = [[]]
    for attribute in attributes {
      guard attribute.change.isPossible, let values = LeverFinder.all(attribute) else { return nil }
      all = all.flatMap { row in values.map { row + [$0] } }
      if all.count > LeverFinder.mostBeginnings { return nil }
    }
    let verifiedBy = attributes.first?.verifiedBy ?? Bilingual("", "")
    return Lever(
      target: .beginning(records: index),
      from: nil,
      sides: all.isEmpty ? [] : [.alternatives(all)],
      verifiedBy: verifiedBy
    )
  }

  /// Every value that a new spell can have in an attribute, where they are few.
  private static func all(_ fact: Fact) -> [Value]? {
    if case .to(let values) = fact.change { return values }
    return ValueSet.of(fact.type).values(atMost: mostBeginnings)
  }
}
