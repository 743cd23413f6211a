import ExpressionLanguage

extension PolicyCompiler {
  /// Reads the service tables of a measure: each row opens the service it names.
  func compileServices(_ measure: Int) {
    for (index, section) in sections(measure).enumerated() where !section.isUnbound {
      guard case .table(let table) = section.blocks.first, table.header.first?.text == "service"
      else { continue }
      services(table, section, measure, index)
    }
  }

  private func services(_ table: Table, _ section: Section, _ measure: Int, _ index: Int) {
    let scope = RuleScope(self, measure: measure)
    let words = section.operators
    if let range = words.limits.first?.range {
      fail(.wordsOverTable("service", ["when", "suspended when"], at: range), measure)
    }
    checkMarks(section, "service", measure)
    let when = words.when.map { condition($0, scope) }
    let suspended = words.suspendedWhen.map { condition($0, scope) }
    if case .some(nil) = when { return }
    if case .some(nil) = suspended { return }
    let draft = TableDraft(table, source(measure))
    for output in draft.outputs {
      let known = ["an input", "provided by", "standing", "source", "note"]
      fail(.unknownColumn(output.word, known, at: output.range), measure)
    }
    var builder = TableBuilder(self, scope, table)
    _ = addInputs(draft, &builder)
    if let row = builder.otherwiseRow {
      fail(.otherwiseService(at: table.rows[row][0].range), measure)
      return
    }
    checkClauses(table, measure)
    guard builder.isGood else { return }
    var references = builder.references
    if let formula = when ?? nil { references.formUnion(formula.references) }
    if let formula = suspended ?? nil { references.formUnion(formula.references) }
    note(references)
    for (position, row) in table.rows.enumerated() where row.count == table.header.count {
      guard let clause = Clause.of(row[0].text) else { continue }
      let name = Glossed.halves(String(row[0].text.dropFirst(clause.count)).trimmingSpaces)
      let faults = NameKey.faults(in: name.english, isInExpressions: false)
      for fault in faults { fail(.badName(name.english, fault, at: row[0].range), measure) }
      guard faults.isEmpty else { continue }
      if name.chinese.isEmpty { fail(.noChinese(name.english, at: row[0].range), measure) }
      insert(name, .service(services.count), measure, row[0].range)
      let notes = rowNotes(row, table, measure)
      let test = Node.decision(
        DecisionNode(
          hit: .first,
          inputs: builder.inputs.map(\.formula.node),
          guards: builder.guards,
          columns: builder.columns,
          outputGuards: [nil],
          rows: [
            DecisionNode.Row(
              cells: builder.cells[position],
              outputs: [.truth(true)],
              isOtherwise: false
            ),
            DecisionNode.Row(cells: [], outputs: [.truth(false)], isOtherwise: true),
          ]
        )
      )
      let conditions = [(when ?? nil)?.node].compactMap(\.self)
      services.append(
        Service(
          measure: measure,
          name: name,
          place: place(measure, index).clause(clause),
          article: Bilingual(section.heading.name ?? "", section.heading.chineseName ?? ""),
          openWhen: builder.inputs.isEmpty ? .all(conditions) : .all(conditions + [test]),
          suspendedWhen: (suspended ?? nil).map { formula in
            builder.inputs.isEmpty ? formula.node : .all([formula.node, test])
          },
          providedBy: draft.provider.map { Glossed.halves(row[$0].text) } ?? Bilingual("", ""),
          standing: notes.standing ?? standing(measure, index),
          sources: notes.sources.isEmpty ? sources(section.marks, measure) : notes.sources,
          references: references,
          range: row[0].range
        )
      )
    }
  }
}

extension Diagnostic {
  static func otherwiseService(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "otherwise-service",
      at: range,
      Bilingual("a service opens for a condition, not for everyone else", "服务按条件开放，不写 otherwise"),
      fix: Bilingual("its own tests, or -", "写明条件，或 -")
    )
  }
}
