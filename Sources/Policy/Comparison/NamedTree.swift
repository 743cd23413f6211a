import ExpressionLanguage

/// Writes a lowered expression with names in place of positions, so that trees of two sets can be
/// compared: two trees with one text give the same for everyone, if facts and rules of one name do.
struct NamedTree {
  private let set: PolicySet

  /// Prepares the names of a set.
  init(_ set: PolicySet) { self.set = set }

  /// The name of a rule, with its measure.
  func name(_ rule: Int) -> String {
    let rule = set.rules[rule]
    return set.measures[rule.measure].id + " " + NameKey.of(rule.name.english)
  }

  /// The whole of a rule: what it gives, to what, for what.
  func text(_ rule: Rule) -> String {
    let parameters = rule.parameters.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
    let records = rule.records.map { set.model.records[$0].name.english } ?? ""
    return "\(rule.type)|\(parameters)|\(records)|\(text(rule.node))"
  }

  func text(_ node: Node) -> String {
    switch node {
    case .constant(let value): constant(value)
    case .fact(let fact): "fact(\(NameKey.of(set.model.facts[fact].name.english)))"
    case .attribute(let attribute): "attribute(\(attribute))"
    case .recordDefinition(let rule): "each(\(name(rule)))"
    case .parameter(let parameter): "parameter(\(parameter))"
    case .definition(let rule): "rule(\(name(rule)))"
    case .call(let rule, let arguments): join("call(\(name(rule)))", arguments)
    case .legalDate: "legal date"
    case .not(let operand): join("not", [operand])
    case .all(let operands): join("all", operands)
    case .any(let operands): join("any", operands)
    case .compare(let comparison, let lhs, let rhs): join("\(comparison)", [lhs, rhs])
    case .within(let subject, let tests):
      "in(\(text(subject)); \(tests.map(test).joined(separator: "; ")))"
    case .member(let subject, let list): join("member", [subject, list])
    case .sum(let terms): join("sum", terms)
    case .product(let lhs, let rhs): join("product", [lhs, rhs])
    case .negate(let term): join("negate", [term])
    case .scaled(let term, let factor): join("scaled \(factor)", [term])
    case .recoded(let term, let positions): join("recoded \(positions)", [term])
    case .quotient(let quotient):
      join(
        "round \(quotient.rounding) \(quotient.numeratorFactor) \(quotient.denominatorFactor)",
        [quotient.numerator] + (quotient.denominator.map { [$0] } ?? [])
      )
    case .conditional(let test, let then, let other): join("if", [test, then, other])
    case .otherwise(let first, let second): join("otherwise", [first, second])
    case .least(let terms): join("least", terms)
    case .greatest(let terms): join("greatest", terms)
    case .absolute(let term): join("absolute", [term])
    case .age(let birth, let on, let rule): join("age \(rule)", [birth, on])
    case .addMonths(let date, let months, let end): join("add months \(end)", [date, months])
    case .addDays(let date, let days): join("add days", [date, days])
    case .date(let year, let month, let day): join("date", [year, month, day])
    case .year(let date): join("year", [date])
    case .measure(let measure): self.measure(measure)
    case .aggregate(let aggregate):
      "\(aggregate.kind)(\(records(aggregate.records)); "
        + "\(aggregate.filter.map(text) ?? ""); \(aggregate.value.map(text) ?? ""))"
    case .decision(let decision): self.decision(decision)
    }
  }

  private func join(_ word: String, _ nodes: [Node]) -> String {
    "\(word)(\(nodes.map(text).joined(separator: "; ")))"
  }

  private func constant(_ value: Value) -> String { "\(value)" }

  private func records(_ kind: Int) -> String { NameKey.of(set.model.records[kind].name.english) }

  private func test(_ test: NodeTest) -> String {
    switch test {
    case .compare(let comparison, let node): "\(comparison) \(text(node))"
    case .range(let low, let includesLow, let high, let includesHigh):
      "\(includesLow) \(text(low)) .. \(text(high)) \(includesHigh)"
    }
  }

  private func measure(_ node: MeasureNode) -> String {
    "\(node.kind)(\(timeline(node.timeline)); \(node.grain); \(node.from.map(text) ?? ""); "
      + "\(node.to.map(text) ?? ""); \(node.gap); \(node.counting?.rawValue ?? ""))"
  }

  private func timeline(_ node: TimelineNode) -> String {
    switch node {
    case .spells(let kind, let filter): "\(records(kind))[\(filter.map(text) ?? "")]"
    case .both(let lhs, let rhs): "both(\(timeline(lhs)); \(timeline(rhs)))"
    case .either(let lhs, let rhs): "either(\(timeline(lhs)); \(timeline(rhs)))"
    case .not(let operand): "not(\(timeline(operand)))"
    }
  }

  private func decision(_ node: DecisionNode) -> String {
    var parts = ["table \(node.hit)"]
    parts += node.inputs.map(text)
    parts += node.guards.map { "guard " + text($0) }
    parts += node.columns.map { "\($0.input) \($0.guarding ?? -1)" }
    parts += node.outputGuards.map { "out \($0 ?? -1)" }
    for row in node.rows {
      parts.append("\(row.isOtherwise) \(row.cells) \(row.outputs)")
    }
    return "(" + parts.joined(separator: "; ") + ")"
  }
}
