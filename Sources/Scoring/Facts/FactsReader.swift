package import ExpressionLanguage
package import Policy

/// Types a person's file by the dictionaries of a set.
///
/// A missing key is unknown. `none` or 无 is known to be none: no records, or an optional fact.
/// `?` is unknown. `{value:, source:, as of:}` carries provenance. Every error is reported.
package struct FactsReader {
  /// Keys that carry a name to show and never a fact.
  static let nameKeys: Set<String> = ["name", "姓名"]

  let source: SourceText
  let model: FactModel
  /// Names that other dictionaries of the library declare; they are passed over.
  let foreign: Set<String>
  /// Whether quotes tell a value from `none` and `?`; in JSON every text has them.
  let quotesTell: Bool
  var facts: Facts
  var seen: [MissingFact: SourceRange] = [:]
  var diagnostics = DiagnosticSet()

  private init(_ source: SourceText, _ model: FactModel, _ foreign: Set<String>, _ quotesTell: Bool)
  {
    self.source = source
    self.quotesTell = quotesTell
    self.model = model
    self.foreign = foreign
    facts = Facts(factCount: model.facts.count, recordsCount: model.records.count)
  }

  /// The facts of a file, and what is wrong with it; `nil` where an error is among that.
  ///
  /// Names that other dictionaries declare (`foreign`) are passed over. `quotesTell` says whether
  /// `"none"` differs from `none`, as it does in YAML and not in JSON.
  ///
  /// - Complexity: O(*n* · *f*) for *n* entries and *f* declared facts.
  package static func read(
    _ tree: FactTree,
    of source: SourceText,
    model: FactModel,
    foreign: Set<String> = [],
    quotesTell: Bool = true
  ) -> (facts: Facts?, diagnostics: DiagnosticSet) {
    var reader = FactsReader(source, model, foreign, quotesTell)
    if case .map(let entries, _) = tree {
      for entry in entries { reader.entry(entry) }
    }
    return (reader.diagnostics.hasErrors ? nil : reader.facts, reader.diagnostics)
  }

  private func matches(_ name: Bilingual, _ key: String) -> Bool {
    NameKey.of(name.english) == NameKey.of(key) || name.chinese == key.trimmingSpaces
  }

  private mutating func entry(_ entry: FactTreeEntry) {
    if FactsReader.nameKeys.contains(entry.key) {
      if case .scalar(let text, _, _) = entry.value { facts.displayName = text }
      return
    }
    if let index = model.facts.firstIndex(where: { matches($0.name, entry.key) }) {
      fact(index, entry)
    } else if let index = model.records.firstIndex(where: { matches($0.name, entry.key) }) {
      records(index, entry)
    } else if !foreign.contains(NameKey.of(entry.key)), !foreign.contains(entry.key) {
      let known =
        model.facts.flatMap { [$0.name.english, $0.name.chinese] }
        + model.records.flatMap { [$0.name.english, $0.name.chinese] }
      diagnostics.insert(.unknownFact(entry.key, known, at: entry.keyRange))
    }
  }

  private mutating func isFirst(_ key: MissingFact, _ entry: FactTreeEntry) -> Bool {
    if let first = seen[key] {
      diagnostics.insert(
        .doubledFact(entry.key, line: source.line(at: first.start), at: entry.keyRange)
      )
      return false
    }
    seen[key] = entry.keyRange
    return true
  }

  private mutating func fact(_ index: Int, _ entry: FactTreeEntry) {
    let key = MissingFact.fact(index)
    guard isFirst(key, entry) else { return }
    let fact = model.facts[index]
    guard let (value, provenance) = value(entry.value, fact, key) else { return }
    facts.values[index] = value
    facts.provenance[key] = provenance
  }

  /// A value with its provenance; `nil` where an error has been reported.
  mutating func value(
    _ tree: FactTree,
    _ fact: Fact,
    _ key: MissingFact,
    grain: Grain? = nil,
    isEnd: Bool = false
  ) -> (value: Value, provenance: Provenance?)? {
    switch tree {
    case .scalar(let text, let quoted, let range):
      var reader = ScalarReader(fact: fact, key: key, grain: grain, isEnd: isEnd)
      let value = reader.value(text, quoted: quoted && quotesTell, at: range)
      diagnostics.formUnion(reader.diagnostics)
      return value.map { ($0, nil) }
    case .map(let entries, let range):
      guard let inner = entries.first(where: { ["value", "值"].contains($0.key) }) else {
        diagnostics.insert(.provenanceWithoutValue(fact.name, at: range))
        return nil
      }
      var provenance = Provenance()
      for entry in entries {
        guard case .scalar(let text, _, _) = entry.value else {
          if entry.key != inner.key {
            diagnostics.insert(.unknownProvenance(entry.key, at: entry.keyRange))
          }
          continue
        }
        switch entry.key {
        case "value", "值": break
        case "source", "来源": provenance.source = text
        case "as of", "截至": provenance.asOf = text
        default: diagnostics.insert(.unknownProvenance(entry.key, at: entry.keyRange))
        }
      }
      guard case .scalar = inner.value else {
        diagnostics.insert(.notAValue(fact.name, at: inner.value.range))
        return nil
      }
      return value(inner.value, fact, key, grain: grain, isEnd: isEnd).map {
        ($0.value, provenance)
      }
    case .list(_, let range):
      diagnostics.insert(.notAValue(fact.name, at: range))
      return nil
    }
  }
}
