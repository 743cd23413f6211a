import ExpressionLanguage
import Policy

extension Explainer {
  /// What the row of a service asks for, in words: "total points: at least 60.00 points".
  func required(_ condition: Node) -> [Bilingual] {
    guard case .all(let parts) = condition else { return [] }
    var texts: [Bilingual] = []
    for case .decision(let table) in parts {
      guard let row = table.rows.first else { continue }
      for (column, cell) in zip(table.columns, row.cells) where !cell.isAny {
        guard let (name, type) = named(table.inputs[column.input]),
          let text = words(of: cell, type)
        else { continue }
        texts.append(
          Bilingual("\(name.english): \(text.english)", "\(name[.chinese])\(text.chinese)")
        )
      }
    }
    return texts
  }

  private func named(_ node: Node) -> (name: Bilingual, type: ValueType)? {
    switch node {
    case .definition(let index): (set.rules[index].name, set.rules[index].type)
    case .fact(let index): (set.model.facts[index].name, set.model.facts[index].type)
    default: nil
    }
  }

  /// A cell in words; `nil` for what is better read in the measure.
  func words(of cell: CellTest, _ type: ValueType) -> Bilingual? {
    guard !cell.isNegated else { return nil }
    let parts = cell.tests.compactMap { words(of: $0, type) }
    guard parts.count == cell.tests.count else { return nil }
    return Bilingual(
      parts.map(\.english).joined(separator: " or "),
      parts.map(\.chinese).joined(separator: "或")
    )
  }

  private func words(of test: CellTest.Test, _ type: ValueType) -> Bilingual? {
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
