import ExpressionLanguage
import Policy

extension FactsReader {
  /// The records of one kind: a list of maps, `none`, `?`, or either with provenance.
  mutating func records(_ index: Int, _ entry: FactTreeEntry) {
    let key = MissingFact.records(index)
    if let first = seen[key] {
      diagnostics.insert(
        .doubledFact(entry.key, line: source.line(at: first.start), at: entry.keyRange)
      )
      return
    }
    seen[key] = entry.keyRange
    rows(index, entry.value)
  }

  private mutating func rows(_ index: Int, _ tree: FactTree) {
    let kind = model.records[index]
    switch tree {
    case .scalar(let text, _, let range):
      switch text {
      case "none", "无": facts.records[index] = .known([])
      case "?", "？": break
      default: diagnostics.insert(.notRecords(kind.name, at: range))
      }
    case .map(let entries, let range):
      guard entries.contains(where: { Provenance.Part($0.key) == .value }),
        let (inner, provenance) = provenance(entries)
      else {
        diagnostics.insert(.notRecords(kind.name, at: range))
        return
      }
      if case .map = inner.value {
        diagnostics.insert(.notRecords(kind.name, at: inner.value.range))
        return
      }
      facts.provenance[.records(index)] = provenance
      rows(index, inner.value)
    case .list(let items, let range):
      if items.count > kind.most {
        diagnostics.insert(.tooManyRecords(kind.name, kind.most, items.count, at: range))
        return
      }
      var rows: [[Value]] = []
      for (position, item) in items.enumerated() { rows.append(row(item, index, position)) }
      facts.records[index] = .known(rows)
    }
  }

  /// One record; an attribute that is not given is unknown.
  private mutating func row(_ tree: FactTree, _ index: Int, _ position: Int) -> [Value] {
    let kind = model.records[index]
    var values = kind.attributes.indices.map { attribute in
      Value.unknown(
        Missing(.attribute(records: index, item: position, attribute: attribute))
      )
    }
    guard case .map(let entries, _) = tree else {
      diagnostics.insert(.notRecords(kind.name, at: tree.range))
      return values
    }
    var given: [Int: SourceRange] = [:]
    for entry in entries where diagnostics.count < FactsReader.mostFindings {
      guard
        let attribute = kind.attributes.firstIndex(where: {
          matches($0.name, entry.key)
        })
      else {
        if !foreign.hasAttribute(entry.key, of: kind.name) {
          let known = kind.attributes.flatMap { [$0.name.english, $0.name.chinese] }
          diagnostics.insert(.unknownFact(entry.key, known, at: entry.keyRange))
        }
        continue
      }
      let key = MissingFact.attribute(records: index, item: position, attribute: attribute)
      if let first = given[attribute] {
        let line = source.line(at: first.start)
        diagnostics.insert(.doubledFact(entry.key, line: line, at: entry.keyRange))
        continue
      }
      given[attribute] = entry.keyRange
      let isEnd = kind.grain != nil && attribute == 1
      let grain = attribute < 2 ? kind.grain : nil
      let read = value(entry.value, kind.attributes[attribute], key, grain: grain, isEnd: isEnd)
      if let (value, provenance) = read {
        values[attribute] = value
        facts.provenance[key] = provenance
      }
    }
    if kind.grain != nil, case .date(let from) = values[0], case .date(let to) = values[1],
      to < from
    {
      diagnostics.insert(.spellBackwards(kind.name, at: tree.range))
    }
    return values
  }
}
