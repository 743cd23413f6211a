import ExpressionLanguage

extension PolicyCompiler {
  /// A decision table; `nil` where an error has been reported.
  func decision(_ table: Table, _ scope: RuleScope, _ name: Bilingual) -> Content? {
    let measure = scope.measure
    guard let hit = table.header.first.flatMap({ HitPolicy(rawValue: $0.text) }) else {
      return nil
    }
    let draft = TableDraft(table, source(measure))
    var builder = TableBuilder(self, scope, table)
    checkClauses(table, measure)
    if let provider = draft.provider {
      let known = ["an input", "points", "value", "standing", "source", "note"]
      let cell = table.header[provider]
      builder.fail(.unknownColumn(cell.text, known, at: cell.range))
    }
    guard !draft.outputs.isEmpty else {
      fail(.noOutput(at: table.headerRange), measure)
      return nil
    }
    guard !table.rows.isEmpty else {
      fail(.noRows(at: table.headerRange), measure)
      return nil
    }
    var groups = addInputs(draft, &builder)
    let guards = outputGuards(draft, &builder, &groups)
    if let row = builder.otherwiseRow { builder.cells[row] = [] }
    checkOtherwise(hit, table, builder, measure)
    guard let outputs = outputs(draft, table, scope), builder.isGood else { return nil }
    let (values, type) = result(outputs, hit, table, measure)
    guard let type else { return nil }
    let rows = table.rows.indices.map { index in
      DecisionNode.Row(
        cells: builder.cells[index],
        outputs: values[index],
        isOtherwise: builder.otherwiseRow == index
      )
    }
    let node = DecisionNode(
      hit: hit,
      inputs: builder.inputs.map(\.formula.node),
      guards: builder.guards,
      columns: builder.columns,
      outputGuards: guards,
      rows: rows
    )
    let proof = ProofTable(
      hit: hit,
      variables: builder.variables,
      columns: builder.proofColumns,
      rows: builder.cells,
      hasOtherwise: builder.otherwiseRow != nil,
      groups: groups
    )
    prove(proof, table, name, measure)
    let body = RuleTable(
      decision: node,
      type: outputs.type,
      columns: builder.inputs,
      rows: table.rows.map { row in
        let notes = rowNotes(row, table, measure)
        return RuleTable.Row(
          clause: row[0].text,
          standing: notes.standing,
          sources: notes.sources,
          range: row[0].range
        )
      }
    )
    return Content(
      body: .table(body),
      node: .decision(node),
      type: type,
      references: builder.references
    )
  }

  /// Adds the input columns name by name, so that guards of one name are read together.
  func addInputs(_ draft: TableDraft, _ builder: inout TableBuilder) -> [ProofTable.GuardGroup] {
    let source = builder.compiler.source(builder.scope.measure)
    var groups: [ProofTable.GuardGroup] = []
    var guardsByColumn: [Int: TableBuilder.BuiltGuard] = [:]
    let keys = draft.inputs.map { NameKey.of(source.text($0.name)) }
    for key in Set(keys).sorted() {
      let members = draft.inputs.filter { NameKey.of(source.text($0.name)) == key }
      if members.count == 1, members[0].guarding == nil { continue }
      let built = builder.build(members.map(\.guarding))
      for (member, one) in zip(members, built) {
        if let one {
          guardsByColumn[member.column] = one
        } else if member.guarding == nil {
          builder.fail(.unguardedTwin(source.text(member.name), at: member.name))
        }
      }
      groups.append(
        ProofTable.GuardGroup(name: key, guards: built.compactMap { $0?.proof })
      )
    }
    for input in draft.inputs {
      let guarding = guardsByColumn[input.column]
      if let guarding { builder.guards.append(guarding.node) }
      builder.add(
        input,
        guarding: guarding == nil ? nil : builder.guards.count - 1,
        proof: guarding?.proof
      )
    }
    return groups
  }

  private func outputGuards(
    _ draft: TableDraft,
    _ builder: inout TableBuilder,
    _ groups: inout [ProofTable.GuardGroup]
  ) -> [Int?] {
    if draft.outputs.count == 1, draft.outputs[0].guarding == nil { return [nil] }
    let built = builder.build(draft.outputs.map(\.guarding))
    var positions: [Int?] = []
    for (output, one) in zip(draft.outputs, built) {
      if let one {
        builder.guards.append(one.node)
        positions.append(builder.guards.count - 1)
      } else {
        if output.guarding == nil {
          builder.fail(.unguardedTwin(output.word, at: output.range))
        }
        positions.append(nil)
      }
    }
    if Set(draft.outputs.map(\.word)).count > 1 {
      builder.fail(.pointsAndValue(at: draft.outputs[1].range))
    }
    groups.append(
      ProofTable.GuardGroup(
        name: draft.outputs[0].word,
        guards: built.compactMap { $0?.proof }
      )
    )
    return positions
  }

  /// The output cells, row by row in each column, brought to one type.
  private func outputs(
    _ draft: TableDraft,
    _ table: Table,
    _ scope: RuleScope
  ) -> Outputs? {
    let cells = draft.outputs.flatMap { output in
      table.rows.compactMap { row in
        row.count == table.header.count ? row[output.column] : nil
      }
    }
    guard cells.count == draft.outputs.count * table.rows.count else { return nil }
    return outputs(cells, bare: draft.outputs[0].word == "points" ? .points : .none, scope)
  }

  /// The outputs of each row, and the type of the whole table under its hit policy.
  private func result(
    _ outputs: Outputs,
    _ hit: HitPolicy,
    _ table: Table,
    _ measure: Int
  ) -> (rows: [[Value]], type: ValueType?) {
    let count = table.rows.count
    let columns = outputs.values.count / max(1, count)
    let rows = (0..<count).map { row in
      (0..<columns).map { outputs.values[$0 * count + row] }
    }
    switch hit {
    case .unique, .first: return (rows, outputs.type)
    case .collect: return (rows, ValueType(.list(outputs.type.base)))
    case .sum, .greatest, .least:
      guard var number = outputs.type.number else {
        fail(.collectsNoNumbers(hit.rawValue, at: table.headerRange), measure)
        return (rows, nil)
      }
      let numbers = rows.map { $0.compactMap(\.order) }
      if hit == .sum {
        let least = numbers.reduce(Int128(0)) { $0 + Int128(min(0, $1.min() ?? 0)) }
        let greatest = numbers.reduce(Int128(0)) { $0 + Int128(max(0, $1.max() ?? 0)) }
        number.least = Int64(clamping: least)
        number.greatest = Int64(clamping: greatest)
        number.values = nil
      } else {
        number.least = min(0, number.least)
        number.greatest = max(0, number.greatest)
        number.values = number.values.map { Set($0 + [0]).sorted() }
      }
      return (rows, ValueType(.number(number)))
    }
  }

  /// Clauses are written in brackets, and differ.
  func checkClauses(_ table: Table, _ measure: Int) {
    var seen: [String: SourceRange] = [:]
    for row in table.rows {
      guard let cell = row.first else { continue }
      let clause = Clause.of(cell.text)
      if clause == nil {
        fail(.badClause(cell.text, at: cell.range), measure)
      } else if let clause, seen.updateValue(cell.range, forKey: clause) != nil {
        fail(.doubledClause(clause, at: cell.range), measure)
      }
    }
  }

  private func checkOtherwise(
    _ hit: HitPolicy,
    _ table: Table,
    _ builder: TableBuilder,
    _ measure: Int
  ) {
    if hit == .first, builder.otherwiseRow == nil, builder.isGood {
      fail(.firstWithoutOtherwise(at: table.rows.last?.first?.range ?? table.range), measure)
    }
  }
}

/// The clause that begins a row: `(3)` or `(a)`.
enum Clause {
  /// The clause in brackets at the beginning of a cell, or `nil`.
  static func of(_ text: String) -> String? {
    guard text.hasPrefix("("), let close = text.firstIndex(of: ")") else { return nil }
    let inner = text[text.index(after: text.startIndex)..<close]
    let isClause =
      !inner.isEmpty && inner.count <= 8
      && inner.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    return isClause ? String(text[...close]) : nil
  }
}

extension Diagnostic {
  static func noOutput(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-output",
      at: range,
      Bilingual("the table gives nothing", "表格没有结果列"),
      fix: Bilingual("a column points, or value", "加一列 points 或 value")
    )
  }

  static func noRows(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-rows",
      at: range,
      Bilingual("the table has no rows", "表格没有行"),
      fix: Bilingual("at least one row", "至少一行")
    )
  }

  static func unguardedTwin(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unguarded-twin",
      at: range,
      Bilingual("two columns \(name); which counts?", "有两列“\(name)”，适用哪一列？"),
      reason: Bilingual(
        "Columns of one name each say for whom they count.",
        "同名各列要分别写明适用于谁。"
      ),
      fix: Bilingual("\(name) if …, and \(name) otherwise", "\(name) if … 和 \(name) otherwise")
    )
  }

  static func pointsAndValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "points-and-value",
      at: range,
      Bilingual("points or value?", "是分值还是取值？"),
      reason: Bilingual("A table gives one thing.", "一张表只给出一种结果。"),
      fix: Bilingual("points in every heading, or value in every one", "各列都写 points，或都写 value")
    )
  }

  static func collectsNoNumbers(_ hit: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "collects-no-numbers",
      at: range,
      Bilingual("\(hit) wants numbers", "\(hit) 要求结果是数"),
      fix: Bilingual("C lists values of any kind", "C 可列出任何取值")
    )
  }

  static func badClause(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-clause",
      at: range,
      Bilingual("a row begins with its clause", "每行以条款号开头"),
      reason: Bilingual(
        "People cite it; it stays with its row when the row moves.",
        "供引用之用，行移动时随行。"
      ),
      fix: Bilingual("(1), or (a)", "(1) 或 (a)")
    )
  }

  static func doubledClause(_ clause: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-clause",
      at: range,
      Bilingual("clause \(clause) stands twice", "条款号\(clause)重复"),
      fix: Bilingual("a number of its own", "另编一个号")
    )
  }

  static func firstWithoutOtherwise(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "first-without-otherwise",
      at: range,
      Bilingual("F without otherwise", "F 表缺少 otherwise 行"),
      reason: Bilingual(
        "Whoever meets no row above must be told what holds.",
        "上面各行都不适用的人，也要有结果。"
      ),
      fix: Bilingual("a last row that begins with otherwise", "最后加一行，第一个条件格写 otherwise")
    )
  }
}
