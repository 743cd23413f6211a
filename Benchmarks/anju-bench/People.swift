import ExpressionLanguage
import FactFiles
import Foundation
import Policy
import Scoring

/// Makes people from a seed: no two alike, none by hand.
struct People {
  private let model: FactModel
  private let day: CivilDate
  private var generator: SplitMix64

  /// People as a set's dictionary allows them.
  init(_ law: Law, seed: UInt64) {
    model = law.model
    day = law.day
    generator = SplitMix64(seed: seed)
  }

  /// Residents who differ from an example in up to eight facts; where not all is `known`, one to six
  /// facts of each are unknown.
  ///
  /// People who lack everything are decided by the first condition, so that these have most of what
  /// is asked for.
  mutating func residents(like examples: [Facts], count: Int, known: Bool) -> [Facts] {
    (0..<count).map { _ in
      var facts = examples[pick(examples.count)]
      for _ in 0..<pick(9) { change(&facts) }
      if !known { for _ in 0...pick(6) { forget(&facts) } }
      return facts
    }
  }

  /// People of whom everything is known, each fact drawn from all that it can be.
  mutating func anyone(count: Int) -> [Facts] {
    (0..<count).map { _ in
      var facts = Facts(factCount: model.facts.count, recordsCount: model.records.count)
      for index in model.facts.indices { facts.values[index] = value(model.facts[index].type) }
      for index in model.records.indices { facts.records[index] = .known(rows(index)) }
      return facts
    }
  }

  /// The facts of a file.
  static func example(_ path: String, _ law: Law) throws -> Facts {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let source = SourceText(name: path, bytes: bytes)
    guard let tree = FactFileReader.read(source).tree else { throw Law.Failure.person(path) }
    let (facts, _) = FactsReader.read(tree, of: source, model: law.model)
    guard let facts else { throw Law.Failure.person(path) }
    return facts
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func change(_ facts: inout Facts) {
    let index = pick(model.facts.count + model.records.count)
    if index < model.facts.count {
      facts.values[index] = value(model.facts[index].type)
    } else {
      let kind = index - model.facts.count
      facts.records[kind] = .known(rows(kind))
    }
  }

  private mutating func forget(_ facts: inout Facts) {
    let index = pick(model.facts.count + model.records.count)
    if index < model.facts.count {
      facts.values[index] = .unknown(Missing(.fact(index)))
    } else {
      facts.records[index - model.facts.count] = .unknown
    }
  }

  private mutating func rows(_ index: Int) -> [[Value]] {
    let kind = model.records[index]
    return (0..<min(kind.most, pick(5))).map { _ in
      var row = kind.attributes.map { value($0.type) }
      guard let grain = kind.grain, case .date(let low, let high) = kind.attributes[0].type.base
      else { return row }
      let first = date(low, high)
      let last = pick(3) == 0 ? nil : first.adding(days: pick(2_500)).map { min($0, high) }
      row[0] = .date(grain == .months ? first.month.firstDay ?? first : first)
      row[1] = last.map { .date(grain == .months ? $0.month.lastDay ?? $0 : $0) } ?? .absent
      return row
    }
  }

  private mutating func value(_ type: ValueType) -> Value {
    if type.isOptional, pick(3) == 0 { return .absent }
    switch type.base {
    case .truth: return .truth(pick(2) == 0)
    case .choice(let choice): return .choice(pick(choice.values.count))
    case .number(let number):
      return .number(Int64.random(in: number.least...number.greatest, using: &generator))
    case .date(let low, let high): return .date(date(low, high))
    case .instant: return CivilInstant(day, hour: 12, minute: 0).map { .instant($0) } ?? .absent
    case .text: return .text("甲")
    case .list, .invalid: return .absent
    }
  }

  /// A day between bounds in the last seventy years, most in the last ten.
  private mutating func date(_ low: CivilDate, _ high: CivilDate) -> CivilDate {
    let chosen = day.adding(days: -pick(pick(2) == 0 ? 3_650 : 25_550)) ?? day
    return min(high, max(low, chosen))
  }
}
