import ExpressionLanguage
import Policy

extension MeasurePage {
  /// A table in a region of its own, which scrolls and can be reached by the keyboard.
  ///
  /// No name makes an id with two hyphens, so that the caption's is its own.
  func table(
    _ id: String,
    caption: [Markup],
    header: [Markup],
    rows: [Markup]
  ) -> Markup {
    tag(
      .div,
      .style(rows.count > 20 ? "scroll long" : "scroll"),
      .role(.group),
      .labelled(by: id + "--caption"),
      .focusable
    ) {
      tag(.table) {
        tag(.caption, .id(id + "--caption")) { caption }
        tag(.thead) { tag(.tr) { header } }
        tag(.tbody) { rows }
      }
    }
  }

  /// The head of a column.
  func column(_ english: String, _ chinese: String, number: Bool = false) -> Markup {
    column(number: number) { words.stacked(english, chinese) }
  }

  func column(number: Bool = false, @MarkupBuilder content: () -> [Markup]) -> Markup {
    .element(
      .th,
      number ? [.scope(.column), .style("number")] : [.scope(.column)],
      content()
    )
  }

  /// The clause of a row, which heads it.
  func clause(_ clause: String, at range: SourceRange) -> Markup {
    .element(
      .th,
      [.scope(.row)] + (anchors.id(at: range.start).map { [.id($0)] } ?? []),
      [.text(clause)]
    )
  }

  /// How well a row is founded; the reason stands where it is the row's own.
  func standingCell(
    _ own: StandingNote?,
    else inherited: StandingNote,
    _ sources: [SourceReference]
  ) -> Markup {
    tag(.td) { notes(own ?? StandingNote(inherited.standing), sources) }
  }

  /// A decision table as the law's own grid: a row a case, its clause before it.
  func decision(_ table: Table, _ read: RuleTable, _ rule: Rule, _ id: String) -> [Markup] {
    let header = TableHeader(table)
    let node = read.decision
    let isNumber = read.type.number != nil
    var columns = [column("Clause", "项")]
    for (position, column) in node.columns.enumerated()
    where read.columns.indices.contains(column.input) {
      let input = read.columns[column.input]
      let isGuarded = header.inputs.indices.contains(position)
      columns.append(
        self.column {
          linkedName(input.formula, input.name, of: rule)
          if let guarding = isGuarded ? header.inputs[position].guarding : nil {
            guardText(guarding, of: rule)
          }
        }
      )
    }
    for output in header.outputs {
      columns.append(
        self.column(number: isNumber) {
          words.stacked(outputName(output, read.type))
          if let guarding = output.guarding { guardText(guarding, of: rule) }
        }
      )
    }
    columns.append(column("Standing and source", "依据与来源"))
    if header.note != nil { columns.append(column("Note", "备注")) }
    let rows = read.rows.enumerated().map { position, row in
      decisionRow(position, row, table, read, rule, header)
    }
    return [self.table(id, caption: caption(rule, node.hit), header: columns, rows: rows)]
  }

  private func decisionRow(
    _ position: Int,
    _ row: RuleTable.Row,
    _ table: Table,
    _ read: RuleTable,
    _ rule: Rule,
    _ header: TableHeader
  ) -> Markup {
    let node = read.decision.rows[position]
    let standing = row.standing ?? rule.standing
    return tag(.tr, .style(standing.standing.word)) {
      clause(row.clause, at: row.range)
      if node.isOtherwise {
        tag(.td, .span(columns: max(1, read.decision.columns.count))) {
          words.stacked("otherwise: no row above applies", "其他：以上各行均不适用")
        }
      } else {
        for (column, test) in zip(read.decision.columns, node.cells) {
          testCell(test, read.columns[column.input].formula.type)
        }
      }
      for output in node.outputs { outputCell(output, read.type) }
      standingCell(row.standing, else: rule.standing, row.sources)
      if let note = header.note { tag(.td) { noteText(table.rows[position][note].text) } }
    }
  }

  /// One input cell.
  func testCell(_ test: CellTest, _ type: ValueType) -> Markup {
    let text = Cells.text(test, type)
    return .element(.td, test.isAny ? [.style("any")] : [], [words.stacked(text)])
  }

  private func outputCell(_ value: Value, _ type: ValueType) -> Markup {
    let isNumber = type.number != nil
    return tag(.td, .style(isNumber ? "number" : "value")) {
      words.stacked(Cells.value(value, type))
    }
  }

  /// A note of a cell, in the languages in which it is written.
  func noteText(_ text: String) -> [Markup] {
    let halves = Glossed.halves(text)
    if halves.english.isEmpty || halves.chinese.isEmpty { return [words.single(text)] }
    return [words.stacked(halves)]
  }

  private func outputName(_ output: TableHeader.Column, _ type: ValueType) -> Bilingual {
    let isPoints = output.word == "points"
    let chinese = output.gloss.isEmpty ? (isPoints ? "分值" : "取值") : output.gloss
    let unit = Cells.unit(type)
    if isPoints { return Bilingual("points", chinese) }
    return Bilingual("value" + unit.english, chinese + unit.chinese)
  }

  private func guardText(_ guarding: String, of rule: Rule) -> [Markup] {
    if guarding == "otherwise" {
      return [tag(.span, .style("test")) { words.inline("otherwise", "其他情形") }]
    }
    return [
      tag(.span, .style("test")) {
        words.inline("if", "当")
        " "
        code(guarding, of: rule)
      }
    ]
  }

  /// An input by its label, linked to what it is.
  func linkedName(_ formula: Formula, _ name: Bilingual, of rule: Rule?) -> Markup {
    let found = NameFinder.names(
      in: SourceText(name: "", text: formula.text),
      names,
      records: rule?.records,
      parameters: Set(rule?.parameters.map(\.name) ?? [])
    )
    let unit = Cells.unit(formula.type)
    return linked(found.count == 1 ? link(found[0].named) : nil) {
      words.stacked(
        name.english + unit.english,
        name.chinese.isEmpty ? "" : name.chinese + unit.chinese
      )
    }
  }

  /// What a table is called and how its rows make one result, its limits included.
  private func caption(_ rule: Rule, _ hit: HitPolicy) -> [Markup] {
    var english = hit.words.english
    var chinese = hit.words.chinese
    for limit in rule.limits {
      let amount = Cells.limit(limit, rule.type) ?? Bilingual(limit.text, limit.text)
      english += ", \(limit.kind.words.english) \(amount.english)"
      chinese += "，\(limit.kind.words.chinese)\(amount.chinese)"
    }
    return [
      tag(.span, .style("name")) { words.inline(rule.name) }, .text(" "),
      words.stacked(english, chinese),
    ]
  }

  /// A dated value, or the list of all in force; the rows in force on the page's day are marked.
  func dated(_ entries: [DatedEntry], isList: Bool, _ rule: Rule, _ id: String) -> [Markup] {
    let type = isList ? elementType(rule.type) : rule.type
    let current = isList ? nil : entries.lastIndex { $0.from <= day }
    var header = [column("From", "自")]
    if isList { header.append(column("Until", "至")) }
    header.append(
      column(number: type.number != nil) {
        let unit = Cells.unit(type)
        words.stacked("value" + unit.english, "取值" + unit.chinese)
      }
    )
    header.append(column("Standing and source", "依据与来源"))
    let isInForce = measure.from <= day && (measure.until.map { day <= $0 } ?? true)
    let rows = entries.enumerated().map { position, entry in
      let holds =
        isList
        ? entry.from <= day && (entry.until.map { day <= $0 } ?? true) : position == current
      return datedRow(entry, isList: isList, type, rule, isNow: holds && isInForce)
    }
    let caption = [
      tag(.span, .style("name")) { words.inline(rule.name) }, .text(" "),
      isList
        ? words.stacked("all values in force on the legal date", "认定日期有效的全部取值")
        : words.stacked(
          "the value in force on the legal date; each takes over from the one above",
          "以认定日期有效的取值为准，每行自其日期起取代上一行"
        ),
    ]
    return [table(id, caption: caption, header: header, rows: rows)]
  }

  private func elementType(_ type: ValueType) -> ValueType {
    if case .list(let element) = type.base { ValueType(element) } else { type }
  }

  private func datedRow(
    _ entry: DatedEntry,
    isList: Bool,
    _ type: ValueType,
    _ rule: Rule,
    isNow: Bool
  ) -> Markup {
    let standing = entry.standing ?? rule.standing
    let id = anchors.id(at: entry.range.start)
    return tag(.tr, .style(standing.standing.word + (isNow ? " now" : ""))) {
      Markup.element(
        .th,
        [.scope(.row)] + (id.map { [.id($0)] } ?? []),
        [words.day(entry.from)]
          + (isNow
            ? [tag(.small) { words.stacked("on the page's day", "本页所依日期适用") }] : [])
      )
      if isList {
        tag(.td) {
          if let until = entry.until { words.day(until) } else { words.stacked("open", "未定") }
        }
      }
      outputCell(entry.value, type)
      standingCell(entry.standing, else: rule.standing, entry.sources)
    }
  }

  /// A table that binds nothing, cell by cell as written.
  func plain(_ table: Table, _ id: String) -> Markup {
    self.table(
      id,
      caption: words.inline("For information", "说明"),
      header: table.header.map { cell in column { noteText(cell.text) } },
      rows: table.rows.map { row in
        tag(.tr) {
          for (position, cell) in row.enumerated() {
            let own = position == 0 ? anchors.id(at: cell.range.start) : nil
            Markup.element(.td, own.map { [.id($0)] } ?? [], noteText(cell.text))
          }
        }
      }
    )
  }
}
