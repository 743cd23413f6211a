import ExpressionLanguage
import Policy

extension Explainer {
  func number(_ value: Value) -> Int64? {
    if case .number(let number) = value { number } else { nil }
  }

  /// A number at the scale of the sheet.
  private func scaled(_ value: Value, _ type: ValueType, to scale: Int) -> Int64? {
    guard case .number(let units) = value, let number = type.number else { return nil }
    return DecimalLiteral(units: units, scale: number.scale).units(atScale: scale)
  }

  /// Between which numbers an unknown number lies, at the scale of the sheet.
  func bounds(_ node: Node, _ value: Value, _ type: ValueType, to scale: Int) -> Bounds? {
    guard let missing = value.missing, let number = type.number, item == nil else { return nil }
    let impossible = set.model.impossible.map(\.node)
    return BoundsSearch.bounds(of: node, missing: missing, impossible: impossible, evaluator)?
      .rescaled(from: number.scale, to: scale)
  }

  /// A rule as a line of the sheet: what its body gives, then what limits and floors change.
  ///
  /// The lines below that count always add up to the line, unless the body takes the highest or
  /// lowest of them, where the one that counts does.
  func line(_ rule: Rule, scale: Int) throws(EvaluationFault) -> PointsLine {
    let value = try value(of: rule)
    var line = PointsLine(
      id: NameKey.identifier(rule.name.english),
      name: rule.name,
      kind: .item,
      points: scaled(value, rule.type, to: scale),
      scale: scale,
      counts: true,
      place: rule.place,
      standing: assessor.standings.of(rule.id),
      sources: rule.sources,
      joining: nil,
      lines: [],
      uses: [],
      missing: names(value.missing),
      bounds: bounds(.definition(rule.id), value, rule.type, to: scale)
    )
    for index in rule.exceptions {
      let exception = set.rules[index]
      guard let when = exception.when, try self.value(when.node) == .truth(true) else { continue }
      line.place = exception.place
      try fill(&line, exception, scale)
      return line
    }
    if let when = rule.when, try self.value(when.node) == .truth(false) {
      line.kind = .condition
      line.uses = try uses(when.references)
      return line
    }
    try fill(&line, rule, scale)
    return line
  }

  private func fill(
    _ line: inout PointsLine,
    _ rule: Rule,
    _ scale: Int
  ) throws(EvaluationFault) {
    switch rule.body {
    case .list(let list):
      line.joining = list.joining == .sumOf ? nil : list.joining
      line.lines = try lines(list, rule, rule.place, scale)
      let before = try value(rule.bodyNode)
      mark(&line.lines, list.joining, best: scaled(before, rule.type, to: scale))
    case .table(let table): try fill(&line, table, rule, scale)
    case .formula(let formula): line.uses = try uses(formula.references)
    case .dated, .waiver: line.uses = try uses(rule.references)
    }
    try applyLimits(&line, rule, scale)
  }

  private func lines(
    _ list: RuleList,
    _ rule: Rule,
    _ place: Place,
    _ scale: Int
  ) throws(EvaluationFault) -> [PointsLine] {
    var lines: [PointsLine] = []
    for item in list.items {
      let itemPlace = place.clause(item.clause)
      if let direct = item.formula?.node, case .definition(let index) = direct,
        set.rules[index].type.number != nil
      {
        var line = try self.line(set.rules[index], scale: scale)
        if !item.words.isEmpty { line.name = item.words }
        if let own = item.standing?.standing { line.standing = min(line.standing, own) }
        lines.append(line)
        continue
      }
      let value = try value(item.node)
      var line = PointsLine(
        id: NameKey.identifier(item.words.english),
        name: item.words,
        kind: .item,
        points: scaled(value, item.type, to: scale),
        scale: scale,
        counts: true,
        place: itemPlace,
        standing: item.standing?.standing ?? rule.standing.standing,
        sources: item.sources,
        joining: nil,
        lines: [],
        uses: [],
        missing: names(value.missing),
        bounds: bounds(item.node, value, item.type, to: scale)
      )
      if let sublist = item.sublist {
        line.joining = sublist.joining == .sumOf ? nil : sublist.joining
        line.lines = try self.lines(sublist, rule, itemPlace, scale)
        mark(&line.lines, sublist.joining, best: line.points)
        line.standing =
          line.lines.map(\.standing).min().map { min($0, line.standing) }
          ?? line.standing
      } else if let references = item.formula?.references {
        line.uses = try uses(references)
        line.standing = min(line.standing, assessor.standings.of(references))
      }
      lines.append(line)
    }
    return lines
  }

  /// Of what **highest of** and **lowest of** join, one line counts: the first of the best, once
  /// it is known, whatever the others turn out to be.
  private func mark(_ lines: inout [PointsLine], _ joining: ListOperator, best: Int64?) {
    guard joining != .sumOf, let best,
      let chosen = lines.firstIndex(where: { $0.points == best })
    else { return }
    for index in lines.indices { lines[index].counts = index == chosen }
  }

  private func fill(
    _ line: inout PointsLine,
    _ table: RuleTable,
    _ rule: Rule,
    _ scale: Int
  ) throws(EvaluationFault) {
    var references = References()
    for column in table.columns { references.formUnion(column.formula.references) }
    line.uses = try uses(rule.references.facts.isEmpty ? references : rule.references)
    let applied = try evaluator.rows(of: table.decision, frame)
    let rows = applied.indices.filter { applied[$0] == .truth(true) }
    switch table.decision.hit {
    case .unique, .first:
      guard rows.count == 1, line.points != nil else { return }
      refine(&line, table.rows[rows[0]])
    case .sum:
      guard table.decision.outputGuards == [nil] else { return }
      // Where rows that may apply make no difference, those that do would not add up.
      if line.points != nil, applied.contains(where: { !$0.isKnown }) { return }
      line.lines = rows.map { index in
        row(index, table, rule, line, scale)
      }
    case .greatest, .least, .collect: return
    }
  }

  private func refine(_ line: inout PointsLine, _ row: RuleTable.Row) {
    line.place = line.place.clause(row.clause)
    if !row.sources.isEmpty { line.sources = row.sources }
  }

  private func row(
    _ index: Int,
    _ table: RuleTable,
    _ rule: Rule,
    _ parent: PointsLine,
    _ scale: Int
  ) -> PointsLine {
    let row = table.rows[index]
    var inner = parent
    inner.id = parent.id + "-" + NameKey.identifier(row.clause)
    inner.name = rowName(table, index, rule)
    inner.points = scaled(table.decision.rows[index].outputs[0], table.type, to: scale)
    inner.standing = row.standing?.standing ?? rule.standing.standing
    inner.missing = []
    inner.uses = []
    inner.bounds = nil
    refine(&inner, row)
    return inner
  }

  /// The inputs that the row tests, with the person's values.
  private func rowName(_ table: RuleTable, _ index: Int, _ rule: Rule) -> Bilingual {
    var english: [String] = []
    var chinese: [String] = []
    for (column, cell) in zip(table.decision.columns, table.decision.rows[index].cells)
    where !cell.isAny {
      let input = table.columns[column.input]
      let value = (try? value(input.formula.node)) ?? .absent
      english.append("\(input.name.english): \(input.formula.type.text(value, .english))")
      chinese.append("\(input.name[.chinese])：\(input.formula.type.text(value, .chinese))")
    }
    if english.isEmpty { return rule.name }
    return Bilingual(english.joined(separator: ", "), chinese.joined(separator: "，"))
  }
}
