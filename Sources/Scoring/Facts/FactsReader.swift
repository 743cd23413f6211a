package import ExpressionLanguage
package import Policy

/// Types a person's file by the dictionaries of a set.
///
/// A missing key is unknown. `none` or 无 is known to be none: no records, or an optional fact.
/// `?` is unknown. `{value:, source:, as of:}` carries provenance. Every error is reported, up to a number.
package struct FactsReader {
  /// After how many findings a file is read no further; whoever has so many reads another file.
  static let mostFindings = 50
  /// Keys that carry a name to show and never a fact.
  static let nameKeys: Set<String> = ["name", "姓名"]

  let source: SourceText
  let model: FactModel
  /// Names that other dictionaries of the library declare; they are passed over.
  let foreign: DeclaredNames
  /// Whether quotes tell a value from `none` and `?`; in JSON every text has them.
  let quotesTell: Bool
  var facts: Facts
  var seen: [MissingFact: SourceRange] = [:]
  var nameRange: SourceRange?
  var diagnostics = DiagnosticSet()

  private init(
    _ source: SourceText,
    _ model: FactModel,
    _ foreign: DeclaredNames,
    _ quotesTell: Bool
  ) {
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
    foreign: DeclaredNames = DeclaredNames(),
    quotesTell: Bool = true
  ) -> (facts: Facts?, diagnostics: DiagnosticSet) {
    var reader = FactsReader(source, model, foreign, quotesTell)
    if case .map(let entries, _) = tree {
      for entry in entries where reader.diagnostics.count < FactsReader.mostFindings {
        reader.entry(entry)
      }
    }
    return (reader.diagnostics.hasErrors ? nil : reader.facts, reader.diagnostics)
  }

  func matches(_ name: Bilingual, _ key: String) -> Bool {
    NameKey.of(name.english) == NameKey.of(key) || name.chinese == key.trimmingSpaces
  }

  private mutating func entry(_ entry: FactTreeEntry) {
    if FactsReader.nameKeys.contains(entry.key) {
      name(entry)
      return
    }
    if let index = model.facts.firstIndex(where: { matches($0.name, entry.key) }) {
      fact(index, entry)
    } else if let index = model.records.firstIndex(where: { matches($0.name, entry.key) }) {
      records(index, entry)
    } else if !foreign.hasTop(entry.key) {
      let known =
        model.facts.flatMap { [$0.name.english, $0.name.chinese] }
        + model.records.flatMap { [$0.name.english, $0.name.chinese] }
      diagnostics.insert(.unknownFact(entry.key, known, at: entry.keyRange))
    }
  }

  /// The name to show; it is never a fact, and `?` leaves it out.
  private mutating func name(_ entry: FactTreeEntry) {
    if let first = nameRange {
      diagnostics.insert(
        .doubledFact(entry.key, line: source.line(at: first.start), at: entry.keyRange)
      )
      return
    }
    nameRange = entry.keyRange
    guard case .scalar(let text, let quoted, let range) = entry.value else {
      diagnostics.insert(.notAValue(Bilingual("name", "姓名"), at: entry.value.range))
      return
    }
    if !text.isShowable {
      diagnostics.insert(.unshowable(Bilingual("name", "姓名"), at: range))
    } else if quoted && quotesTell || text != "?" && text != "？" {
      facts.displayName = text
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
      guard let (inner, provenance) = provenance(entries) else {
        diagnostics.insert(.provenanceWithoutValue(fact.name, at: range))
        return nil
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

  /// A value and where it comes from; `nil` where no value stands among the entries.
  mutating func provenance(
    _ entries: [FactTreeEntry]
  ) -> (value: FactTreeEntry, provenance: Provenance)? {
    var found: [Provenance.Part: FactTreeEntry] = [:]
    for entry in entries {
      guard let part = Provenance.Part(entry.key) else {
        diagnostics.insert(.unknownProvenance(entry.key, at: entry.keyRange))
        continue
      }
      if let first = found[part] {
        let line = source.line(at: first.keyRange.start)
        diagnostics.insert(.doubledFact(entry.key, line: line, at: entry.keyRange))
        continue
      }
      found[part] = entry
    }
    func text(_ part: Provenance.Part) -> String {
      guard let entry = found[part] else { return "" }
      if case .scalar(let text, _, let range) = entry.value {
        if !text.isShowable {
          diagnostics.insert(.unshowable(Bilingual(entry.key, entry.key), at: range))
        }
        return text
      }
      diagnostics.insert(.notAValue(Bilingual(entry.key, entry.key), at: entry.value.range))
      return ""
    }
    let provenance = Provenance(source: text(.source), asOf: text(.asOf))
    return found[.value].map { ($0, provenance) }
  }
}

extension Provenance {
  /// What a value with its provenance is made of in a person's file.
  enum Part: Hashable {
    case value, source, asOf

    init?(_ key: String) {
      switch NameKey.of(key) {
      case "value", "值": self = .value
      case "source", "来源": self = .source
      case "as of", "截至": self = .asOf
      default: return nil
      }
    }
  }
}
