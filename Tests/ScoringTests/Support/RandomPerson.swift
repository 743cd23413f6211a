import ExpressionLanguage
import Policy
import Scoring
import TestSupport

/// Makes people at random from what the dictionaries allow, its edges before all.
struct RandomPerson {
  let set: PolicySet
  let day: CivilDate
  var generator: SplitMix64

  init(_ prepared: Prepared, seed: UInt64) {
    set = prepared.set
    day = prepared.day
    generator = SplitMix64(seed: seed)
  }

  private var model: FactModel { self.set.model }

  mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &generator) }

  /// A person of whom everything is known.
  mutating func whole() -> Facts {
    var facts = Facts(factCount: model.facts.count, recordsCount: model.records.count)
    for index in model.facts.indices { facts.values[index] = value(model.facts[index].type) }
    for index in model.records.indices { facts.records[index] = .known(rows(index)) }
    return facts
  }

  /// The same person with some facts, records and attributes left out.
  mutating func partial(_ whole: Facts) -> Facts {
    var facts = whole
    let share = 2 + pick(6)
    for index in facts.values.indices where pick(share) == 0 {
      facts.values[index] = .unknown(Missing(.fact(index)))
    }
    for index in facts.records.indices {
      if pick(share + 2) == 0 {
        facts.records[index] = .unknown
      } else if case .known(var rows) = facts.records[index] {
        for item in rows.indices {
          for attribute in rows[item].indices where pick(share * 3) == 0 {
            rows[item][attribute] = .unknown(
              Missing(.attribute(records: index, item: item, attribute: attribute))
            )
          }
        }
        facts.records[index] = .known(rows)
      }
    }
    return facts
  }

  private mutating func rows(_ index: Int) -> [[Value]] {
    let kind = model.records[index]
    return (0..<min(kind.most, pick(5))).map { _ in
      var row = kind.attributes.map { value($0.type) }
      if let grain = kind.grain, case .date(let low, let high) = kind.attributes[0].type.base {
        let first = date(low, high)
        let last = pick(3) == 0 ? nil : first.adding(days: span()).map { min($0, high) }
        row[0] = .date(grain == .months ? first.month.firstDay ?? first : first)
        row[1] = last.map { .date(grain == .months ? $0.month.lastDay ?? $0 : $0) } ?? .absent
      }
      return row
    }
  }

  private mutating func span() -> Int { [0, 1, 30, 181, 365, 366, 1_096, 4_000][pick(8)] }

  private mutating func value(_ type: ValueType) -> Value {
    if type.isOptional, pick(3) == 0 { return .absent }
    switch type.base {
    case .truth: return .truth(pick(2) == 0)
    case .choice(let choice): return .choice(pick(choice.values.count))
    case .number(let number): return .number(self.number(number))
    case .date(let low, let high): return .date(date(low, high))
    case .instant:
      return CivilInstant(day, hour: pick(24), minute: pick(60)).map { .instant($0) }
        ?? .absent
    case .text: return .text(["甲", "none", "a: b"][pick(3)])
    case .list, .invalid: return .absent
    }
  }

  private mutating func number(_ type: NumberType) -> Int64 {
    let year = Int64(day.parts.year)
    let edges = [
      type.least, type.least + 1, type.greatest, type.greatest - 1, 0, 1, year - 1, year, year + 1,
    ]
    let number =
      pick(2) == 0
      ? edges[pick(edges.count)] : Int64.random(in: type.least...type.greatest, using: &generator)
    return min(type.greatest, max(type.least, number))
  }

  /// A day between bounds: a bound, an anniversary of the legal date or a neighbour, or any.
  private mutating func date(_ low: CivilDate, _ high: CivilDate) -> CivilDate {
    let chosen: CivilDate?
    switch pick(5) {
    case 0: chosen = [low, high][pick(2)]
    case 1: chosen = CivilDate(["1984-02-29", "2000-02-29", "1990-01-01", "2020-12-31"][pick(4)])
    case 2:
      chosen = day.adding(months: -12 * pick(70), monthEnd: .down)?.adding(days: pick(3) - 1)
    case 3: chosen = day.adding(months: -pick(90), monthEnd: .up)?.adding(days: pick(3) - 1)
    default: chosen = day.adding(days: -pick(30_000))
    }
    return min(high, max(low, chosen ?? low))
  }
}
