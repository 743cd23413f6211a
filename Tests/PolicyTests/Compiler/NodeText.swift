import ExpressionLanguage

/// Writes a lowered expression in brackets, so that a golden file can hold it.
struct NodeText {
  /// The names of facts, of kinds of records with their attributes, and of rules.
  var facts: [String]
  var records: [(name: String, attributes: [String])]
  var rules: [String]

  func text(_ node: Node) -> String {
    switch node {
    case .constant(let value): constant(value)
    case .fact(let fact): "'\(facts[fact])'"
    case .attribute(let attribute): ".\(attribute)"
    case .recordDefinition(let rule): "each'\(rules[rule])'"
    case .parameter(let parameter): "$\(parameter)"
    case .definition(let rule): "rule'\(rules[rule])'"
    case .call(let rule, let arguments): call("rule'\(rules[rule])'", arguments)
    case .legalDate: "legal-date"
    case .not(let operand): call("not", [operand])
    case .all(let operands): call("all", operands)
    case .any(let operands): call("any", operands)
    case .compare(let comparison, let lhs, let rhs): call("\(comparison)", [lhs, rhs])
    case .within(let subject, let tests):
      "(in \(text(subject)) \(tests.map(test).joined(separator: " ")))"
    case .member(let subject, let list): call("member", [subject, list])
    case .sum(let terms): call("+", terms)
    case .product(let lhs, let rhs): call("*", [lhs, rhs])
    case .negate(let term): call("-", [term])
    case .scaled(let term, let factor): "(x\(factor) \(text(term)))"
    case .recoded(let term, let positions): "(recode \(text(term)) \(positions))"
    case .quotient(let quotient): self.quotient(quotient)
    case .conditional(let test, let then, let other): call("if", [test, then, other])
    case .otherwise(let first, let second): call("otherwise", [first, second])
    case .least(let terms): call("least", terms)
    case .greatest(let terms): call("greatest", terms)
    case .absolute(let term): call("abs", [term])
    case .age(let birth, let on, let rule): call("age \(rule.rawValue)", [birth, on])
    case .addMonths(let date, let months, let end): call("add-months \(end)", [date, months])
    case .addDays(let date, let days): call("add-days", [date, days])
    case .date(let year, let month, let day): call("date", [year, month, day])
    case .year(let date): call("year", [date])
    case .measure(let measure): self.measure(measure)
    case .aggregate(let aggregate): self.aggregate(aggregate)
    case .decision(let decision): self.decision(decision)
    }
  }

  private func call(_ name: String, _ arguments: [Node]) -> String {
    "(" + ([name] + arguments.map(text)).joined(separator: " ") + ")"
  }

  private func constant(_ value: Value) -> String {
    switch value {
    case .absent: "none"
    case .truth(let truth): "\(truth)"
    case .number(let number): "\(number)"
    case .date(let date): "\(date)"
    case .instant(let instant): "\(instant)"
    case .choice(let index): "#\(index)"
    case .text(let text): "\"\(text)\""
    case .list(let values): "[" + values.map(constant).joined(separator: " ") + "]"
    case .unknown: "?"
    }
  }

  private func test(_ test: NodeTest) -> String {
    switch test {
    case .compare(let comparison, let node): "(\(comparison) \(text(node)))"
    case .range(let low, let includesLow, let high, let includesHigh):
      (includesLow ? "[" : "(") + text(low) + ".." + text(high) + (includesHigh ? "]" : ")")
    }
  }

  private func quotient(_ node: QuotientNode) -> String {
    let bottom = node.denominator.map { " / " + text($0) } ?? ""
    return "(round \(node.rounding.rawValue) \(text(node.numerator))\(bottom)"
      + " x\(node.numeratorFactor) x\(node.denominatorFactor))"
  }

  private func measure(_ node: MeasureNode) -> String {
    var parts = ["\(node.kind)", timeline(node.timeline), "by \(node.grain)"]
    if let from = node.from { parts.append("from " + text(from)) }
    if let to = node.to { parts.append("to " + text(to)) }
    if node.gap > 0 { parts.append("gap \(node.gap)") }
    if let counting = node.counting { parts.append("counting " + counting.rawValue) }
    return "(" + parts.joined(separator: " ") + ")"
  }

  private func timeline(_ node: TimelineNode) -> String {
    switch node {
    case .spells(let kind, let filter):
      records[kind].name + (filter.map { "[" + text($0) + "]" } ?? "")
    case .both(let lhs, let rhs): "(both \(timeline(lhs)) \(timeline(rhs)))"
    case .either(let lhs, let rhs): "(either \(timeline(lhs)) \(timeline(rhs)))"
    case .not(let operand): "(not \(timeline(operand)))"
    }
  }

  private func aggregate(_ node: AggregateNode) -> String {
    let filter = node.filter.map { "[" + text($0) + "]" } ?? ""
    let value = node.value.map { " of " + text($0) } ?? ""
    return "(\(node.kind) \(records[node.records].name)\(filter)\(value))"
  }

  private func decision(_ node: DecisionNode) -> String {
    var text = "(table \(node.hit.rawValue)"
    for (index, input) in node.inputs.enumerated() { text += " in\(index)=" + self.text(input) }
    for (index, guarding) in node.guards.enumerated() {
      text += " if\(index)=" + self.text(guarding)
    }
    for row in node.rows {
      let cells = zip(node.columns, row.cells).map { column, cell in
        "in\(column.input)" + (column.guarding.map { " if\($0)" } ?? "") + " " + self.cell(cell)
      }
      let outputs = zip(node.outputGuards, row.outputs).map { guarding, value in
        (guarding.map { "if\($0) " } ?? "") + constant(value)
      }
      text += "\n      " + (row.isOtherwise ? "otherwise" : cells.joined(separator: ", "))
      text += " -> " + outputs.joined(separator: ", ")
    }
    return text + ")"
  }

  private func cell(_ cell: CellTest) -> String {
    if cell.isAny { return "-" }
    let tests = cell.tests.map { test -> String in
      switch test {
      case .equal(let value): return "=" + constant(value)
      case .range(let low, let includesLow, let high, let includesHigh):
        return (includesLow ? "[" : "(") + (low.map(constant) ?? "") + ".."
          + (high.map(constant) ?? "") + (includesHigh ? "]" : ")")
      }
    }
    return (cell.isNegated ? "not " : "") + tests.joined(separator: " or ")
  }
}
