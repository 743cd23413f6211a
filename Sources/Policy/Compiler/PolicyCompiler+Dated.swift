import ExpressionLanguage

extension PolicyCompiler {
  /// A dated value: the one in force on the legal date, or with `until` the list of all in force.
  func dated(_ table: Table, _ scope: RuleScope) -> Content? {
    let measure = scope.measure
    var columns: [String: Int] = [:]
    for (index, cell) in table.header.enumerated() {
      let name = Glossed.halves(cell.text).english.lowercased()
      let known = ["from", "until", "value", "standing", "source", "note"]
      if known.contains(name) {
        columns[name] = index
      } else {
        fail(.unknownColumn(cell.text, known, at: cell.range), measure)
      }
    }
    guard let valueColumn = columns["value"] else {
      fail(.missingColumn("value", at: table.headerRange), measure)
      return nil
    }
    guard !table.rows.isEmpty else {
      fail(.noRows(at: table.headerRange), measure)
      return nil
    }
    let cells = table.rows.compactMap { row in
      row.count == table.header.count ? row[valueColumn] : nil
    }
    guard let values = outputs(cells, bare: .none, scope) else { return nil }
    var entries: [DatedEntry] = []
    var isGood = cells.count == table.rows.count
    for (index, row) in table.rows.enumerated() where isGood {
      guard let from = date(row[0], measure) else {
        isGood = false
        continue
      }
      var until: CivilDate?
      if let column = columns["until"], !row[column].text.isEmpty {
        until = date(row[column], measure)
        if let last = until, last < from {
          fail(.endsBeforeBegin(at: row[column].range), measure)
        }
      }
      let notes = rowNotes(row, table, measure)
      entries.append(
        DatedEntry(
          from: from,
          until: until,
          value: values.values[index],
          standing: notes.standing,
          sources: notes.sources,
          range: row[0].range
        )
      )
    }
    guard isGood, !entries.isEmpty else { return nil }
    return columns["until"] == nil
      ? single(entries, values.type, table, scope) : several(entries, values.type)
  }

  private func date(_ cell: Cell, _ measure: Int) -> CivilDate? {
    if let date = CivilDate(cell.text) { return date }
    fail(.notADay(cell.text, at: cell.range), measure)
    return nil
  }

  private func single(
    _ entries: [DatedEntry],
    _ type: ValueType,
    _ table: Table,
    _ scope: RuleScope
  ) -> Content {
    for (earlier, later) in zip(entries, entries.dropFirst()) where later.from <= earlier.from {
      fail(.unorderedDates(at: later.range), scope.measure)
    }
    let begin = files[scope.measure].header.from
    if let first = entries.first, first.from > begin {
      fail(.noValueYet(first.from, begin, at: first.range), scope.measure)
    }
    let rows = entries.reversed().map { entry in
      DecisionNode.Row(
        cells: [
          CellTest(tests: [
            .range(.date(entry.from), includesLow: true, nil, includesHigh: false)
          ])
        ],
        outputs: [entry.value],
        isOtherwise: false
      )
    }
    let node = DecisionNode(
      hit: .first,
      inputs: [.legalDate],
      guards: [],
      columns: [DecisionNode.Column(input: 0, guarding: nil)],
      outputGuards: [nil],
      rows: rows
    )
    return Content(
      body: .dated(entries, isList: false),
      node: .decision(node),
      type: type,
      references: References()
    )
  }

  private func several(_ entries: [DatedEntry], _ type: ValueType) -> Content {
    let rows = entries.map { entry in
      DecisionNode.Row(
        cells: [
          CellTest(tests: [
            .range(
              .date(entry.from),
              includesLow: true,
              entry.until.map { .date($0) },
              includesHigh: true
            )
          ])
        ],
        outputs: [entry.value],
        isOtherwise: false
      )
    }
    let node = DecisionNode(
      hit: .collect,
      inputs: [.legalDate],
      guards: [],
      columns: [DecisionNode.Column(input: 0, guarding: nil)],
      outputGuards: [nil],
      rows: rows
    )
    return Content(
      body: .dated(entries, isList: true),
      node: .decision(node),
      type: ValueType(.list(type.base)),
      references: References()
    )
  }
}

extension Diagnostic {
  static func notADay(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-day",
      at: range,
      Bilingual("\(text) is not a day", "“\(text)”不是日期"),
      fix: Bilingual("2024-01-31", "2024-01-31")
    )
  }

  static func endsBeforeBegin(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "ends-before-it-begins",
      at: range,
      Bilingual("this ends before it begins", "止期早于起期"),
      fix: Bilingual("a later day, or nothing", "写较晚的日期，或留空")
    )
  }

  static func unorderedDates(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unordered-dates",
      at: range,
      Bilingual("dates out of order", "日期次序颠倒"),
      reason: Bilingual(
        "Each row takes over on its day from the one above.",
        "每一行自其日期起取代上一行。"
      ),
      fix: Bilingual("the earlier day first, each day once", "先早后晚，日期不重复")
    )
  }

  static func noValueYet(
    _ first: CivilDate,
    _ begin: CivilDate,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "no-value-yet",
      .warning,
      at: range,
      Bilingual("no value before \(first)", "\(first)以前没有值"),
      reason: Bilingual(
        "The measure is in force from \(begin); whoever is decided before has no value.",
        "办法自\(begin)起施行；在此之前的认定没有值可用。"
      ),
      fix: Bilingual("a row from \(begin)", "补一行，自\(begin)起")
    )
  }
}
