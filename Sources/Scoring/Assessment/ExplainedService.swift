import ExpressionLanguage
import Policy

/// A service with all that explanations say alike of everyone.
final class ExplainedService: Sendable {
  let service: Service
  /// The name in machine output.
  let identifier: String
  /// The identifier of the measure.
  let policy: String
  /// The weakest standing of all that the answer rests on.
  let standing: Standing
  /// What its conditions use.
  let mentions: Mentions
  /// What the row asks for beyond the permit, in words.
  let required: [Bilingual]

  init(_ service: Service, _ set: PolicySet, _ standings: Standings) {
    self.service = service
    identifier = NameKey.identifier(service.name.english)
    policy = set.measures[service.measure].id
    mentions = Mentions(service.references, set, standings)
    standing = min(service.standing.standing, mentions.standing)
    required = ExplainedService.required(service.openWhen, set)
  }

  /// What the row of a service asks for, in words: "total points: at least 60.00 points".
  private static func required(_ condition: Node, _ set: PolicySet) -> [Bilingual] {
    guard case .all(let parts) = condition else { return [] }
    var texts: [Bilingual] = []
    for case .decision(let table) in parts {
      guard let row = table.rows.first else { continue }
      for (column, cell) in zip(table.columns, row.cells) where !cell.isAny {
        guard let (name, type) = named(table.inputs[column.input], set),
          let text = words(of: cell, type)
        else { continue }
        texts.append(
          Bilingual("\(name.english): \(text.english)", "\(name[.chinese])\(text.chinese)")
        )
      }
    }
    return texts
  }

  private static func named(
    _ node: Node,
    _ set: PolicySet
  ) -> (name: Bilingual, type: ValueType)? {
    switch node {
    case .definition(let index): (set.rules[index].name, set.rules[index].type)
    case .fact(let index): (set.model.facts[index].name, set.model.facts[index].type)
    default: nil
    }
  }

  /// A cell in words; `nil` for what is better read in the measure.
  static func words(of cell: CellTest, _ type: ValueType) -> Bilingual? {
    guard !cell.isNegated else { return nil }
    let parts = cell.tests.compactMap { words(of: $0, type) }
    guard parts.count == cell.tests.count else { return nil }
    return Bilingual(
      parts.map(\.english).joined(separator: " or "),
      parts.map(\.chinese).joined(separator: "或")
    )
  }

  private static func words(of test: CellTest.Test, _ type: ValueType) -> Bilingual? {
    func text(_ value: Value) -> Bilingual {
      Bilingual(type.text(value, .english), type.text(value, .chinese))
    }
    switch test {
    case .equal(let value):
      return Bilingual(text(value).english, "为\(text(value).chinese)")
    case .range(let low?, let includesLow, nil, _):
      let end = text(low)
      return includesLow
        ? Bilingual("at least \(end.english)", "不低于\(end.chinese)")
        : Bilingual("more than \(end.english)", "高于\(end.chinese)")
    case .range(nil, _, let high?, let includesHigh):
      let end = text(high)
      return includesHigh
        ? Bilingual("at most \(end.english)", "不高于\(end.chinese)")
        : Bilingual("less than \(end.english)", "低于\(end.chinese)")
    default: return nil
    }
  }
}
