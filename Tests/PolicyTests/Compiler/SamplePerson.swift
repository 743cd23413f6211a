import ExpressionLanguage
import Policy

/// Somebody of whom everything that a dictionary declares is known, or nothing.
struct SamplePerson {
  var facts: [Value]
  var records: [RecordsValue]

  /// Everything is known: the value a third of the way up of each type, two records of each kind.
  init(_ model: FactModel) {
    facts = model.facts.map { SamplePerson.value(of: $0.type) }
    records = model.records.map { kind in
      .known((0..<2).map { SamplePerson.record(kind, $0) })
    }
  }

  /// Nothing is known.
  init(unknown model: FactModel) {
    facts = model.facts.indices.map { .unknown(Missing(.fact($0))) }
    records = model.records.map { _ in .unknown }
  }

  /// The first record of a kind; one of unknown attributes where the records are unknown.
  func first(of kind: Int) -> [Value] {
    if case .known(let rows) = records[kind], let row = rows.first { return row }
    return (0..<20).map {
      .unknown(Missing(.attribute(records: kind, item: 0, attribute: $0)))
    }
  }

  private static func record(_ kind: RecordKind, _ index: Int) -> [Value] {
    var row = kind.attributes.map { value(of: $0.type) }
    if kind.grain != nil {
      // 2019-03-01 to 2019-08-31, then from 2021-02-01 on.
      let (from, to) = index == 0 ? ("2019-03-01", "2019-08-31") : ("2021-02-01", "")
      row[0] = CivilDate(from).map { .date($0) } ?? .absent
      row[1] = CivilDate(to).map { .date($0) } ?? .absent
    }
    return row
  }

  private static func value(of type: ValueType) -> Value {
    switch type.base {
    case .truth: return .truth(true)
    case .number(let number): return .number(number.least + (number.greatest - number.least) / 3)
    case .date(let low, let high):
      let day = Int(low.day) + (Int(high.day) - Int(low.day)) / 3
      return CivilDate(day: day).map { .date($0) } ?? .absent
    case .instant: return CivilInstant("2024-05-01 12:00").map { .instant($0) } ?? .absent
    case .text: return .text("text")
    case .choice(let choice): return .choice(choice.values.count / 3)
    case .list: return .list([])
    case .invalid: return .absent
    }
  }
}
