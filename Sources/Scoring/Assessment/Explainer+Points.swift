import ExpressionLanguage
import Policy

extension Explainer {
  func number(_ value: Value) -> Int64? {
    if case .number(let number) = value { number } else { nil }
  }

  /// A number at the scale of the sheet.
  private func scaled(_ value: Value, _ type: ValueType, to scale: Int) -> Int64? {
    guard case .number(let units) = value, let number = type.number else { return nil }
    if number.scale == scale { return units }
    return DecimalLiteral(units: units, scale: number.scale).units(atScale: scale)
  }

  /// Between which numbers an unknown number lies, at the scale of the sheet.
  func bounds(_ node: Node, _ value: Value, _ type: ValueType, to scale: Int) -> Bounds? {
    guard let missing = value.missing, let number = type.number, item == nil else { return nil }
    let impossible = book.set.model.impossible.map(\.node)
    return BoundsSearch.bounds(of: node, missing: missing, impossible: impossible, evaluator)?
      .rescaled(from: number.scale, to: scale)
  }

  /// A rule as a line of the sheet: what its body gives, then what limits and floors change.
  ///
  /// The lines below that count always add up to the line, unless the body takes the highest or
  /// lowest of them, where the one that counts does.
  func line(_ rule: ExplainedRule, scale: Int) throws(EvaluationFault) -> PointsLine {
    let value = try value(of: rule)
    var line = PointsLine(
      id: rule.identifier,
      name: rule.rule.name,
      kind: .item,
      points: scaled(value, rule.rule.type, to: scale),
      scale: scale,
      counts: true,
      place: rule.rule.place,
      standing: rule.standing,
      sources: rule.rule.sources,
      joining: nil,
      lines: [],
      uses: [],
      missing: names(value.missing),
      bounds: bounds(.definition(rule.rule.id), value, rule.rule.type, to: scale)
    )
    for index in rule.rule.exceptions {
      let exception = book.rules[index]
      guard let when = exception.rule.when, try self.value(when.node) == .truth(true) else {
        continue
      }
      line.place = exception.rule.place
      try fill(&line, exception, scale)
      return line
    }
    if let when = rule.rule.when, let mentions = rule.when,
      try self.value(when.node) == .truth(false)
    {
      line.kind = .condition
      line.uses = try uses(mentions.all)
      return line
    }
    try fill(&line, rule, scale)
    return line
  }

  private func fill(
    _ line: inout PointsLine,
    _ rule: ExplainedRule,
    _ scale: Int
  ) throws(EvaluationFault) {
    switch rule.body {
    case .list(let list):
      line.joining = list.joining == .sumOf ? nil : list.joining
      line.lines = try lines(list, scale)
      if list.joining != .sumOf {
        let before = scaled(try value(rule.rule.bodyNode), rule.rule.type, to: scale)
        mark(&line.lines, best: before)
      }
    case .table(let table, let mentions):
      line.uses = try uses(mentions.all)
      try fill(&line, table, rule.rule, scale)
    case .formula(let mentions): line.uses = try uses(mentions.all)
    case .dated, .waiver: line.uses = try uses(rule.mentions.all)
    }
    try applyLimits(&line, rule.rule, scale)
  }

  private func lines(
    _ list: ExplainedList,
    _ scale: Int
  ) throws(EvaluationFault) -> [PointsLine] {
    var lines: [PointsLine] = []
    lines.reserveCapacity(list.items.count)
    for item in list.items {
      if let index = item.line {
        var line = try self.line(book.rules[index], scale: scale)
        if !item.item.words.isEmpty { line.name = item.item.words }
        if let own = item.item.standing?.standing { line.standing = min(line.standing, own) }
        lines.append(line)
        continue
      }
      let value = try value(item.item.node)
      var line = PointsLine(
        id: item.identifier,
        name: item.item.words,
        kind: .item,
        points: scaled(value, item.item.type, to: scale),
        scale: scale,
        counts: true,
        place: item.place,
        standing: item.standing,
        sources: item.item.sources,
        joining: nil,
        lines: [],
        uses: [],
        missing: names(value.missing),
        bounds: bounds(item.item.node, value, item.item.type, to: scale)
      )
      if let sublist = item.sublist {
        line.joining = sublist.joining == .sumOf ? nil : sublist.joining
        line.lines = try self.lines(sublist, scale)
        if sublist.joining != .sumOf { mark(&line.lines, best: line.points) }
        line.standing = line.lines.reduce(line.standing) { min($0, $1.standing) }
      } else if let mentions = item.mentions {
        line.uses = try uses(mentions.all)
        line.standing = min(line.standing, mentions.standing)
      }
      lines.append(line)
    }
    return lines
  }

  /// Of what **highest of** and **lowest of** join, one line counts: the first of the best, once
  /// it is known, whatever the others turn out to be.
  private func mark(_ lines: inout [PointsLine], best: Int64?) {
    guard let best, let chosen = lines.firstIndex(where: { $0.points == best }) else { return }
    for index in lines.indices { lines[index].counts = index == chosen }
  }

  private func fill(
    _ line: inout PointsLine,
    _ table: RuleTable,
    _ rule: Rule,
    _ scale: Int
  ) throws(EvaluationFault) {
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
