import ExpressionLanguage
import TestSupport

/// A small world of names for expressions under test.
final class TestScope: Resolver {
  var facts: [(name: String, type: ValueType)] = []
  var records: [RecordsSignature] = []
  var rules: [(name: String, signature: DefinitionSignature)] = []

  init(_ facts: [(String, ValueType)] = [], records: [RecordsSignature] = []) {
    self.facts = facts.map { (name: $0.0, type: $0.1) }
    self.records = records
  }

  func reference(to name: String) -> Reference? {
    if name == "legal date" { return .legalDate }
    if let index = facts.firstIndex(where: { $0.name == name }) {
      return .fact(index, facts[index].type)
    }
    if let index = records.firstIndex(where: { $0.name == name }) { return .records(index) }
    if let index = rules.firstIndex(where: { $0.name == name }) {
      return .definition(index, rules[index].signature)
    }
    return nil
  }

  func reference(to attribute: String, of records: Int) -> Reference? {
    let all = self.records[records].attributes
    return all.firstIndex { $0.name == attribute }.map { .attribute($0, all[$0].type) }
  }

  func signature(ofRecords records: Int) -> RecordsSignature { self.records[records] }

  var known: KnownNames {
    KnownNames(
      names: Set(facts.map(\.name) + records.map(\.name) + rules.map(\.name) + ["legal date"]),
      attributes: Dictionary(
        uniqueKeysWithValues: records.map { ($0.name, Set($0.attributes.map(\.name))) }
      )
    )
  }

  /// An expression, parsed and typed, with everything that is wrong in it.
  func check(_ text: String) -> (typed: Typed, diagnostics: [Diagnostic], source: SourceText) {
    let source = SourceText(name: "expression", text: text)
    let (syntax, found) = ExpressionParser.parse(source.range, of: source, known: known)
    if found.hasErrors {
      return (Typed(.constant(.absent), .invalid, source.range), found.sorted, source)
    }
    var checker = ExpressionChecker(resolver: self, source: source)
    let typed = checker.check(syntax)
    var all = found
    all.formUnion(checker.diagnostics)
    return (typed, all.sorted, source)
  }

  /// The program of an expression as the only rule.
  func program(_ node: Node) -> Program {
    Program(
      definitions: [Program.Definition(node: node)],
      facts: facts.map { ValueSet.of($0.type) },
      records: records.map { kind in
        Program.Records(
          attributes: kind.attributes.map { ValueSet.of($0.type) },
          most: kind.most,
          grain: kind.grain
        )
      }
    )
  }
}

extension ValueType {
  static func number(
    _ range: ClosedRange<Int64>,
    scale: Int = 0,
    unit: Unit = .none,
    optional: Bool = false
  ) -> ValueType {
    ValueType(
      .number(
        NumberType(scale: scale, unit: unit, least: range.lowerBound, greatest: range.upperBound)
      ),
      isOptional: optional
    )
  }

  static func choice(
    _ labels: String...,
    ordered: Bool = false,
    optional: Bool = false
  ) -> ValueType {
    ValueType(
      .choice(ChoiceType(values: labels.map { ChoiceValue(label: $0) }, isOrdered: ordered)),
      isOptional: optional
    )
  }
}
