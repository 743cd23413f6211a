import ExpressionLanguage
package import Policy

extension RecordedFact {
  init(_ fact: Fact, _ value: Value, _ provenance: Provenance?) {
    id = NameKey.identifier(fact.name.english)
    self.provenance = provenance
    switch value {
    case .unknown: state = .unknown
    case .absent: state = .none
    default:
      state = .known
      self.value = fact.type.canonical(value)
    }
  }

  /// The value as the dictionary types it.
  func value(_ fact: Fact, _ key: MissingFact) throws(RecordFault) -> Value {
    guard id == NameKey.identifier(fact.name.english) else {
      throw .otherFact(id, wanted: NameKey.identifier(fact.name.english))
    }
    switch (state, value) {
    case (.unknown, nil): return .unknown(Missing(key))
    case (.none, nil) where fact.type.isOptional: return .absent
    case (.known, let text?):
      if let value = fact.type.value(canonical: text) { return value }
      throw .noSuchValue(fact.name)
    default: throw .noSuchValue(fact.name)
    }
  }
}

extension RecordedRecords {
  init(_ kind: RecordKind, _ index: Int, _ facts: Facts) {
    id = NameKey.identifier(kind.name.english)
    provenance = facts.provenance[.records(index)]
    items = []
    isKnown = false
    guard case .known(let rows) = facts.records[index] else { return }
    isKnown = true
    items = rows.enumerated().map { position, row in
      kind.attributes.indices.map { attribute in
        let key = MissingFact.attribute(records: index, item: position, attribute: attribute)
        return RecordedFact(kind.attributes[attribute], row[attribute], facts.provenance[key])
      }
    }
  }
}

extension DecisionRecord {
  /// The facts as the dictionaries type them.
  ///
  /// - Throws: What the dictionaries do not declare, or a value that they do not allow.
  package func typedFacts(_ model: FactModel) throws(RecordFault) -> Facts {
    guard facts.count == model.facts.count, records.count == model.records.count else {
      throw .otherFacts
    }
    var typed = Facts(factCount: model.facts.count, recordsCount: model.records.count)
    typed.displayName = displayName
    for (index, fact) in facts.enumerated() {
      typed.values[index] = try fact.value(model.facts[index], .fact(index))
      typed.provenance[.fact(index)] = fact.provenance
    }
    for (index, records) in records.enumerated() {
      let kind = model.records[index]
      guard records.id == NameKey.identifier(kind.name.english), records.items.count <= kind.most
      else { throw .otherFacts }
      typed.provenance[.records(index)] = records.provenance
      guard records.isKnown else { continue }
      var rows: [[Value]] = []
      for (position, item) in records.items.enumerated() {
        guard item.count == kind.attributes.count else { throw .otherFacts }
        var row: [Value] = []
        for (attribute, fact) in item.enumerated() {
          let key = MissingFact.attribute(records: index, item: position, attribute: attribute)
          row.append(try fact.value(kind.attributes[attribute], key))
          typed.provenance[key] = fact.provenance
        }
        if kind.grain != nil, case .date(let from) = row[0], case .date(let to) = row[1],
          to < from
        {
          throw .noSuchValue(kind.name)
        }
        rows.append(row)
      }
      typed.records[index] = .known(rows)
    }
    return typed
  }
}
