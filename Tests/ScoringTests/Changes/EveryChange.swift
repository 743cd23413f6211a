import ExpressionLanguage
import Policy

@testable import Scoring

/// Every change that a person of a small world can make, written down plainly, one by one.
///
/// Nothing here is taken from the search that it is held against but the names of the targets.
struct EveryChange {
  /// One way to change one thing.
  struct Way {
    var target: ChangeTarget
    var values: [Value]
    /// The side of the present value on which it lies: 1 above, -1 below, 0 no order.
    var side: Int
    var steps: Int
    var distance: Int64?

    /// Whether it lies beyond `other` on the same side, or is it.
    func contains(_ other: Way) -> Bool {
      guard target == other.target else { return false }
      if side == 0 || other.side == 0 { return values == other.values }
      return side == other.side && steps >= other.steps && (distance ?? 0) >= (other.distance ?? 0)
    }
  }

  let model: FactModel
  let facts: Facts
  let day: CivilDate

  /// Every way, target by target in order of declaration.
  var ways: [[Way]] {
    var all: [[Way]] = []
    for (index, fact) in model.facts.enumerated() {
      all.append(ways(.fact(index), fact, facts.values[index]))
    }
    for (index, kind) in model.records.enumerated() {
      guard case .known(let rows) = facts.records[index] else { continue }
      for (item, row) in rows.enumerated() where kind.grain == nil || runs(row, kind) == true {
        for (attribute, fact) in kind.attributes.enumerated() {
          let target = ChangeTarget.attribute(records: index, item: item, attribute: attribute)
          all.append(ways(target, fact, row[attribute]))
        }
      }
      if kind.grain != nil, rows.allSatisfy({ runs($0, kind) == false }) {
        var rows: [[Value]] = [[]]
        for fact in kind.attributes.dropFirst(2) {
          rows = rows.flatMap { row in values(fact).map { row + [$0] } }
        }
        all.append(
          rows.map { Way(target: .beginning(records: index), values: $0, side: 0, steps: 1) }
        )
      }
    }
    return all.filter { !$0.isEmpty }
  }

  /// Whether a spell runs; `nil` where that is not known.
  private func runs(_ row: [Value], _ kind: RecordKind) -> Bool? {
    func ordinal(_ value: Value) -> Int? {
      guard case .date(let date) = value else { return nil }
      return kind.grain == .months ? Int(date.month.ordinal) : Int(date.day)
    }
    let now = kind.grain == .months ? Int(day.month.ordinal) : Int(day.day)
    let from = ordinal(row[0])
    let to = row[1] == .absent ? Int.max : ordinal(row[1])
    if let from, from > now { return false }
    if let to, to < now { return false }
    return from == nil || to == nil ? nil : true
  }

  private func values(_ fact: Fact) -> [Value] {
    if case .to(let values) = fact.change { return values }
    switch fact.type.base {
    case .truth: return [.truth(false), .truth(true)]
    case .choice(let choice): return choice.values.indices.map { .choice($0) }
    case .number(let number): return (number.least...number.greatest).map { .number($0) }
    case .date(let low, let high):
      return (low.day...high.day).compactMap { CivilDate(day: Int($0)).map { .date($0) } }
    default: return []
    }
  }

  private func ways(_ target: ChangeTarget, _ fact: Fact, _ now: Value) -> [Way] {
    guard now.isKnown, fact.change != .fixed, fact.change != .yearly else { return [] }
    var others = values(fact).filter { $0 != now }
    if fact.type.isOptional, fact.change == .free, now != .absent { others.append(.absent) }
    let isOrdered = fact.type.choice?.isOrdered == true
    let isMeasured = fact.type.choice == nil && fact.type.base != .truth
    return others.compactMap { value in
      guard isOrdered || isMeasured, value != .absent else {
        return Way(target: target, values: [value], side: 0, steps: 1)
      }
      let position = value.order ?? 0
      guard let own = now.order else {
        return Way(
          target: target,
          values: [value],
          side: 1,
          steps: isOrdered ? Int(position) + 1 : 1,
          distance: isMeasured ? position : nil
        )
      }
      if fact.change == .upward, position < own { return nil }
      return Way(
        target: target,
        values: [value],
        side: position > own ? 1 : -1,
        steps: isOrdered ? abs(Int(position - own)) : 1,
        distance: isMeasured ? abs(position - own) : nil
      )
    }
  }

  /// The facts after some ways, or `nil` where there is no room for another record.
  func after(_ ways: [Way]) -> Facts? {
    var changed = facts
    var split: [[Int]: Int] = [:]
    for way in ways {
      switch way.target {
      case .fact(let index): changed.values[index] = way.values[0]
      case .beginning(let kind):
        guard case .known(var rows) = changed.records[kind] else { return nil }
        rows.append([.date(start(kind)), .absent] + way.values)
        changed.records[kind] = .known(rows)
      case .attribute(let kind, let item, let attribute):
        guard case .known(var rows) = changed.records[kind] else { return nil }
        var place = split[[kind, item]] ?? item
        if model.records[kind].grain != nil, split[[kind, item]] == nil,
          rows[item][0] != .date(start(kind))
        {
          var next = rows[item]
          next[0] = .date(start(kind))
          rows[item][1] = CivilDate(day: Int(start(kind).day) - 1).map { .date($0) } ?? .absent
          rows.append(next)
          place = rows.count - 1
        }
        split[[kind, item]] = place
        rows[place][attribute] = way.values[0]
        changed.records[kind] = .known(rows)
      }
    }
    for (kind, records) in zip(model.records, changed.records) {
      if case .known(let rows) = records, rows.count > kind.most { return nil }
    }
    return changed
  }

  private func start(_ kind: Int) -> CivilDate {
    model.records[kind].grain == .months ? day.month.firstDay ?? day : day
  }
}
