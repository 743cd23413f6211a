import ExpressionLanguage
import Policy

extension MeasurePage {
  /// A way in: what opens it, and what goes with it.
  func channel(at range: SourceRange, _ table: Table) -> [Markup] {
    guard let channel = set.channels.first(where: { $0.measure == index && $0.range == range })
    else { return [plain(table, anchors.id(at: range.start) ?? "channel")] }
    return [
      tag(.dl, .style("about")) {
        entry("open when", "Open when", "条件", channel) {
          expression(channel.openWhen)
        }
        if let ranked = channel.rankedBy {
          entry("ranked by", "Ranked by", "排序", channel) { expression(ranked) }
        }
        if let ties = channel.ties {
          entry("ties", "Equal points", "同分", channel) { self.ties(ties) }
        }
        if let plan = channel.plan {
          entry("plan", "Plan", "年度计划", channel) {
            switch plan {
            case .number(let formula): expression(formula)
            case .outside: words.inline("outside the plan", "计划外")
            }
          }
        }
        if let family = channel.family {
          entry("family", "Family who come along", "随迁家属", channel) { mention(family) }
        }
        if let confirmed = channel.confirmedBy {
          entry("confirmed by", "Confirmed by", "确认", channel) { words.inline(confirmed) }
        }
        if let leads = channel.leadsTo {
          entry("leads to", "Leads to", "结果", channel) { words.inline(leads) }
        }
        steps(channel)
        if let order = channel.order {
          entry("order", "Order among the ways", "次序", channel) { String(order) }
        }
      }
    ]
  }

  /// One row of a channel, with its standing and sources.
  func entry(
    _ key: String,
    _ english: String,
    _ chinese: String,
    _ channel: Channel,
    @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    row(english, chinese) {
      content()
      tag(.div, .style("notes")) {
        notes(
          StandingNote(channel.standings[key]?.standing ?? measure.standing.standing),
          channel.sources[key] ?? []
        )
      }
    }
  }

  /// An expression; what is a name alone stands by its label in both languages.
  func expression(_ formula: Formula) -> [Markup] {
    let key = NameKey.of(formula.text)
    switch names.thing(key) {
    case .rule(let rule): return mention(rule)
    case .fact(let fact): return mention(fact: fact)
    default: return [code(formula.text)]
    }
  }

  private func ties(_ ties: Channel.Ties) -> [Markup] {
    switch ties {
    case .admitAll: words.inline("all who are equal are admitted", "同分同落")
    case .excludeAll: words.inline("none of those who are equal is admitted", "同分均不落户")
    case .earliest(let formula):
      words.inline("the earliest first:", "早者优先：") + [.text(" ")] + expression(formula)
    case .highest(let formula):
      words.inline("the highest first:", "高者优先：") + [.text(" ")] + expression(formula)
    }
  }

  /// The services that a section lists: what opens each, and who provides it.
  func services(_ table: Table, _ section: Section, _ id: String) -> [Markup] {
    let header = TableHeader(table)
    var columns = [column("Service", "服务")]
    for input in header.inputs {
      columns.append(
        column {
          linkedInput(input)
          if let guarding = input.guarding {
            tag(.span, .style("test")) {
              words.inline("if", "当")
              " "
              code(guarding)
            }
          }
        }
      )
    }
    if header.provider != nil { columns.append(column("Provided by", "提供部门")) }
    columns.append(column("Standing and source", "依据与来源"))
    if header.note != nil { columns.append(column("Note", "备注")) }
    let rows = table.rows.compactMap { row in service(row, header) }
    var below: [Markup] = []
    if let when = section.operators.when {
      below.append(row("Open when", "开通条件") { code(source.text(when)) })
    }
    if let suspended = section.operators.suspendedWhen {
      below.append(row("Suspended when", "中止条件") { code(source.text(suspended)) })
    }
    let caption = caption(section, Bilingual("each row opens one service", "每行开通一项服务"))
    var pieces = [self.table(id, caption: caption, header: columns, rows: rows)]
    if !below.isEmpty { pieces.append(tag(.dl, .style("about")) { below }) }
    return pieces
  }

  /// What a table under a heading is called, and how it is read.
  private func caption(_ section: Section, _ text: Bilingual) -> [Markup] {
    let name = Bilingual(section.heading.name ?? "", section.heading.chineseName ?? "")
    return [
      tag(.span, .style("name")) { words.inline(name) }, .text(" "), words.stacked(text),
    ]
  }

  private func linkedInput(_ input: TableHeader.Column) -> Markup {
    switch names.thing(input.word) {
    case .rule(let rule):
      let unit = Cells.unit(set.rules[rule].type)
      let name = set.rules[rule].name
      return linked(link(.rule(rule))) {
        words.stacked(name.english + unit.english, name.chinese + unit.chinese)
      }
    case .fact(let fact):
      let unit = Cells.unit(set.model.facts[fact].type)
      let name = set.model.facts[fact].name
      return linked(link(.fact(fact))) {
        words.stacked(name.english + unit.english, name.chinese + unit.chinese)
      }
    default: return words.stacked(input.word, input.gloss)
    }
  }

  private func service(_ row: [Cell], _ header: TableHeader) -> Markup? {
    guard let first = row.first,
      let service = set.services.first(where: { $0.measure == index && $0.range == first.range })
    else { return nil }
    let tests = service.tests
    return tag(.tr, .style(service.standing.standing.word)) {
      Markup.element(
        .th,
        [.scope(.row), .style("name")]
          + (anchors.id(at: first.range.start).map { [.id($0)] } ?? []),
        [.text(service.place.clause + " "), words.stacked(service.name)]
      )
      for (position, _) in header.inputs.enumerated() {
        if let tests, tests.rows[0].cells.indices.contains(position),
          let type = type(tests.inputs[tests.columns[position].input])
        {
          testCell(tests.rows[0].cells[position], type)
        } else {
          tag(.td) { row[header.inputs[position].position].text }
        }
      }
      if header.provider != nil { tag(.td) { words.stacked(service.providedBy) } }
      standingCell(nil, else: service.standing, service.sources)
      if let note = header.note { tag(.td) { noteText(row[note].text) } }
    }
  }

  /// The type of an input that is a name.
  private func type(_ node: Node) -> ValueType? {
    switch node {
    case .definition(let rule): set.rules[rule].type
    case .fact(let fact): set.model.facts[fact].type
    case .legalDate: .legalDate
    default: nil
    }
  }

  /// What casework reads: names and values.
  func office(_ table: Table, _ section: Section, _ id: String) -> [Markup] {
    let header = TableHeader(table)
    var columns = [
      column("What the office goes by", "经办约定"), column("value", "取值"),
      column("Standing and source", "依据与来源"),
    ]
    if header.note != nil { columns.append(column("Note", "备注")) }
    let rows = table.rows.compactMap { row -> Markup? in
      guard let first = row.first,
        let entry = set.office.first(where: { $0.measure == index && $0.range == first.range })
      else { return nil }
      let values = zip(entry.values, entry.types).map { Cells.whole($0, $1) }
      let text = Bilingual(
        values.map(\.english).joined(separator: ", "),
        values.map(\.chinese).joined(separator: "、")
      )
      return tag(.tr, .style(entry.standing.standing.word)) {
        Markup.element(
          .th,
          [.scope(.row), .style("name")]
            + (anchors.id(at: first.range.start).map { [.id($0)] } ?? []),
          [words.stacked(entry.name)]
        )
        tag(.td, .style("value")) { words.stacked(text) }
        standingCell(nil, else: entry.standing, entry.sources)
        if let note = header.note { tag(.td) { noteText(row[note].text) } }
      }
    }
    let caption = caption(
      section,
      Bilingual("what the office goes by: days, fees, dates", "经办所依据的期限、费用和日期")
    )
    return [self.table(id, caption: caption, header: columns, rows: rows)]
  }
}

extension Service {
  /// The tests of its row, if it has any.
  var tests: DecisionNode? {
    guard case .all(let nodes) = openWhen, case .decision(let node) = nodes.last,
      !node.rows.isEmpty
    else { return nil }
    return node
  }
}
