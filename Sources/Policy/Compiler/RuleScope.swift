import ExpressionLanguage

/// Answers what names stand for inside one rule.
final class RuleScope: Resolver {
  let compiler: PolicyCompiler
  let measure: Int
  let parameters: [(name: String, type: ValueType)]
  let records: Int?

  init(
    _ compiler: PolicyCompiler,
    measure: Int,
    parameters: [(name: String, type: ValueType)] = [],
    records: Int? = nil
  ) {
    self.compiler = compiler
    self.measure = measure
    self.parameters = parameters
    self.records = records
  }

  func reference(to name: String) -> Reference? {
    if let index = parameters.firstIndex(where: { $0.name == name }) {
      return .parameter(index, parameters[index].type)
    }
    if let records, let reference = reference(to: name, of: records) { return reference }
    if name == "legal date" { return .legalDate }
    if let reference = compiler.dictionary(of: measure).references[name] { return reference }
    guard case .rule(let rule) = compiler.names[measure][name] else { return nil }
    return .definition(rule, compiler.signature(of: rule))
  }

  func reference(to attribute: String, of records: Int) -> Reference? {
    let kind = compiler.model.records[records]
    if let index = kind.attributes.firstIndex(where: { NameKey.of($0.name.english) == attribute }) {
      return .attribute(index, kind.attributes[index].type)
    }
    if case .rule(let rule) = compiler.names[measure][attribute],
      compiler.drafts[rule].records == records
    {
      return .recordDefinition(rule, compiler.signature(of: rule).type)
    }
    return nil
  }

  func signature(ofRecords records: Int) -> RecordsSignature {
    compiler.model.records[records].signature
  }

  /// The names that expressions here may use.
  private(set) lazy var known: KnownNames = {
    var known = compiler.known(measure)
    known.names.formUnion(parameters.map(\.name))
    if let records { known.names.formUnion(compiler.attributes(of: records, measure)) }
    return known
  }()
}

extension PolicyCompiler {
  /// The names that all expressions of a measure may use, once everything is declared.
  func known(_ measure: Int) -> KnownNames {
    if let known = knownNames[measure] { return known }
    let dictionary = dictionary(of: measure)
    var known = KnownNames(
      names: Set(dictionary.references.keys).union(["legal date"]),
      units: dictionary.units,
      hints: dictionary.hints
    )
    for (name, thing) in names[measure] {
      if case .rule = thing { known.names.insert(name) }
    }
    for (name, reference) in dictionary.references {
      guard case .records(let kind) = reference else { continue }
      known.attributes[name] = attributes(of: kind, measure)
    }
    addHints(&known, measure)
    knownNames[measure] = known
    return known
  }

  /// The attributes of a kind of records, and the rules for each of them.
  func attributes(of kind: Int, _ measure: Int) -> Set<String> {
    var found = Set(model.records[kind].attributes.map { NameKey.of($0.name.english) })
    for (name, thing) in names[measure] {
      if case .rule(let rule) = thing, drafts[rule].records == kind { found.insert(name) }
    }
    return found
  }

  /// Adds what to say of Chinese labels and of names that another measure has.
  func addHints(_ known: inout KnownNames, _ measure: Int) {
    for draft in drafts {
      if draft.measure == measure {
        if !draft.name.chinese.isEmpty {
          known.hints[draft.name.chinese] = .chineseLabel(of: draft.name.english)
        }
      } else if known.hints[draft.key] == nil, !known.names.contains(draft.key) {
        known.hints[draft.key] = .elsewhere(policy: files[draft.measure].header.id)
      }
    }
  }

  /// What a rule takes and gives; compiles it if need be.
  func signature(of index: Int) -> DefinitionSignature {
    usedRules.insert(index)
    let draft = drafts[index]
    let type = rule(index)?.type ?? .invalid
    return DefinitionSignature(
      type: type,
      parameters: draft.parameters,
      records: draft.records
    )
  }
}
