import ExpressionLanguage
import Policy
import Scoring
import TestSupport

/// People of a small world, their spells near the legal date.
struct SmallPerson {
  let model: FactModel
  var generator: SplitMix64

  init(_ prepared: Prepared, seed: UInt64) {
    model = prepared.model
    generator = SplitMix64(seed: seed)
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  /// A person; with `isPartial` some things are not known.
  mutating func facts(isPartial: Bool) -> Facts {
    var facts = Facts(factCount: model.facts.count, recordsCount: model.records.count)
    for (index, fact) in model.facts.enumerated() where !(isPartial && pick(7) == 0) {
      facts.values[index] =
        fact.change == .yearly ? .number(Int64(2_024 + pick(2))) : value(fact.type)
    }
    for (index, kind) in model.records.enumerated() where !(isPartial && pick(7) == 0) {
      let rows = (0..<pick(kind.most + 1)).map { row($0, index, kind, isPartial) }
      facts.records[index] = .known(rows)
    }
    return facts
  }

  private mutating func row(
    _ item: Int,
    _ index: Int,
    _ kind: RecordKind,
    _ isPartial: Bool
  ) -> [Value] {
    var row = kind.attributes.map { value($0.type) }
    if let grain = kind.grain {
      let from = SmallWorld.day.adding(days: -pick(300) + 20) ?? SmallWorld.day
      let to = pick(2) == 0 ? nil : from.adding(days: pick(250))
      row[0] = .date(grain == .months ? from.month.firstDay ?? from : from)
      row[1] = to.map { .date(grain == .months ? $0.month.lastDay ?? $0 : $0) } ?? .absent
    }
    for attribute in row.indices where isPartial && pick(12) == 0 {
      row[attribute] = .unknown(
        Missing(.attribute(records: index, item: item, attribute: attribute))
      )
    }
    return row
  }

  private mutating func value(_ type: ValueType) -> Value {
    if type.isOptional, pick(3) == 0 { return .absent }
    switch type.base {
    case .truth: return .truth(pick(2) == 0)
    case .choice(let choice): return .choice(pick(choice.values.count))
    case .number(let number):
      return .number(Int64.random(in: number.least...number.greatest, using: &generator))
    case .date(let low, let high):
      return CivilDate(day: Int(low.day) + pick(Int(high.day - low.day) + 1)).map { .date($0) }
        ?? .absent
    case .instant, .text, .list, .invalid: return .absent
    }
  }
}
