import ExpressionLanguage

extension PolicyCompiler {
  private static let channelKeys =
    ["open when", "ranked by", "ties", "plan", "family", "confirmed by", "leads to", "order"]
    + NextSteps.keys

  /// Reads one channel table.
  func compileChannel(_ measure: Int, _ index: Int) {
    let section = sections(measure)[index]
    guard case .table(let table) = section.blocks.first else { return }
    checkNoWords(section, "channel", measure)
    checkMarks(section, "channel", measure)
    guard checkColumns(table, measure) else { return }
    let scope = RuleScope(self, measure: measure)
    var rows: [String: (cell: Cell, row: [Cell])] = [:]
    for row in table.rows where row.count == table.header.count && row.count > 1 {
      let key = NameKey.of(Glossed.halves(row[0].text).english)
      if !PolicyCompiler.channelKeys.contains(key) {
        fail(.unknownChannelKey(key, PolicyCompiler.channelKeys, at: row[0].range), measure)
      } else if rows.updateValue((row[1], row), forKey: key) != nil {
        fail(.saidTwice(key, at: row[0].range), measure)
      }
    }
    guard let open = rows["open when"] else {
      fail(.channelWithoutCondition(at: table.headerRange), measure)
      return
    }
    guard let openWhen = condition(open.cell.range, scope) else { return }
    var channel = Channel(
      measure: measure,
      name: Bilingual(section.heading.name ?? "", section.heading.chineseName ?? ""),
      place: place(measure, index),
      openWhen: openWhen,
      standings: [:],
      sources: [:],
      range: section.heading.range
    )
    for (key, entry) in rows {
      let notes = rowNotes(entry.row, table, measure)
      channel.standings[key] = notes.standing ?? standing(measure, index)
      channel.sources[key] =
        notes.sources.isEmpty ? sources(section.marks, measure) : notes.sources
    }
    if let ranked = rows["ranked by"] { channel.rankedBy = total(ranked.cell, scope) }
    if let ties = rows["ties"] { channel.ties = self.ties(ties.cell, scope) }
    if let plan = rows["plan"] { channel.plan = self.plan(plan.cell, scope) }
    if let family = rows["family"] { channel.family = self.family(family.cell, scope) }
    channel.confirmedBy = rows["confirmed by"].flatMap { label($0.cell, scope) }
    channel.leadsTo = rows["leads to"].flatMap { label($0.cell, scope) }
    channel.order = rows["order"].flatMap { order($0.cell, measure) }
    readSteps(rows, into: &channel, scope)
    channels.append(channel)
  }

  private func total(_ cell: Cell, _ scope: RuleScope) -> Formula? {
    guard let formula = formula(cell.range, scope) else { return nil }
    if formula.type.number != nil, !formula.type.isOptional { return formula }
    fail(.notANumberItem(formula.text, formula.type, at: cell.range), scope.measure)
    return nil
  }

  private func ties(_ cell: Cell, _ scope: RuleScope) -> Channel.Ties? {
    let (main, _) = Glossed.ranges(cell.range, source(scope.measure))
    switch source(scope.measure).text(main) {
    case "\"admit all\"": return .admitAll
    case "\"exclude all\"": return .excludeAll
    default: break
    }
    let text = source(scope.measure).text(main)
    for word in ["earliest", "highest"] where text.hasPrefix(word + "(") && text.hasSuffix(")") {
      let inner = SourceRange(main.start + word.count + 1, main.end - 1)
      guard let formula = formula(inner, scope) else { return nil }
      guard isRankable(formula.type, byTime: word == "earliest") else {
        fail(.tiesOfNoOrder(word, formula.type, at: inner), scope.measure)
        return nil
      }
      return word == "earliest" ? .earliest(formula) : .highest(formula)
    }
    fail(.unknownTies(text, at: main), scope.measure)
    return nil
  }

  private func plan(_ cell: Cell, _ scope: RuleScope) -> Channel.Plan? {
    let (main, _) = Glossed.ranges(cell.range, source(scope.measure))
    if source(scope.measure).text(main) == "\"outside the plan\"" { return .outside }
    guard let formula = formula(main, scope) else { return nil }
    guard formula.type.number?.unit == .people else {
      fail(.planOfNoPeople(at: main), scope.measure)
      return nil
    }
    return .number(formula)
  }

  private func family(_ cell: Cell, _ scope: RuleScope) -> Int? {
    let key = NameKey.of(cell.text)
    if case .rule(let rule) = names[scope.measure][key], drafts[rule].records != nil {
      usedRules.insert(rule)
      if let compiled = self.rule(rule), compiled.type == .truth {
        if let records = compiled.records { usedRecords.insert(records) }
        return rule
      }
      if broken.contains(rule) { return nil }
    }
    let known = drafts.filter { $0.measure == scope.measure && $0.records != nil }.map(\.key)
    fail(.familyOfNoRecords(cell.text, known, at: cell.range), scope.measure)
    return nil
  }

  private func label(_ cell: Cell, _ scope: RuleScope) -> Bilingual? {
    var reader = CellReader(cell.range, of: source(scope.measure), known: scope.known)
    let literals = reader.literals()
    report.insert(reader.diagnostics, in: source(scope.measure))
    guard let literals, literals.count == 1, case .string(let text) = literals[0].literal else {
      if !reader.diagnostics.hasErrors { fail(.notQuoted(at: cell.range), scope.measure) }
      return nil
    }
    return Bilingual(text, literals[0].gloss)
  }

  private func order(_ cell: Cell, _ measure: Int) -> Int64? {
    if let order = Int64(cell.text), (0...1_000).contains(order) { return order }
    fail(.badOrder(at: cell.range), measure)
    return nil
  }

  /// Whether equal totals can be told apart by values of a type.
  private func isRankable(_ type: ValueType, byTime: Bool) -> Bool {
    if type.isOptional { return false }
    switch type.base {
    case .date, .instant: return true
    case .number: return !byTime
    case .choice(let choice): return !byTime && choice.isOrdered
    default: return false
    }
  }

  /// Bold words have no place over a table of names and values.
  func checkNoWords(_ section: Section, _ table: String, _ measure: Int) {
    let words = section.operators
    let range = words.limits.first?.range ?? words.whenRange ?? words.suspendedWhenRange
    if let range { fail(.wordsOverTable(table, [], at: range), measure) }
  }

  /// Marks that make a rule something else have no place over other tables.
  func checkMarks(_ section: Section, _ table: String, _ measure: Int) {
    for mark in section.marks
    where ["each of", "given", "exception to", "before"].contains(mark.key) {
      fail(.markOverTable(mark.key, table, at: mark.range), measure)
    }
  }

  /// A table of names and values has these columns, and no others.
  func checkColumns(_ table: Table, _ measure: Int) -> Bool {
    let known = ["value", "standing", "source", "note"]
    var isGood = true
    for (index, cell) in table.header.enumerated().dropFirst() {
      let name = Glossed.halves(cell.text).english.lowercased()
      if index == 1 ? name != "value" : !known.dropFirst().contains(name) {
        fail(.unknownColumn(cell.text, known, at: cell.range), measure)
        isGood = false
      }
    }
    if table.header.count < 2 {
      fail(.missingColumn("value", at: table.headerRange), measure)
      isGood = false
    }
    return isGood
  }
}

extension Diagnostic {
  static func wordsOverTable(
    _ table: String,
    _ allowed: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let words = allowed.map { "**\($0)**" }
    return Diagnostic(
      "words-over-table",
      at: range,
      Bilingual("these bold words have no place here", "此处不用这些粗体字"),
      reason: allowed.isEmpty
        ? Bilingual(
          "A \(table) table says everything in its rows.",
          "\(table) 表的内容都写在各行中。"
        )
        : Bilingual(
          "Over a \(table) table stand only \(words.joined(separator: " and ")).",
          "\(table) 表上只能写\(words.joined(separator: "和"))。"
        ),
      fix: Bilingual("take the bold away", "去掉粗体")
    )
  }

  static func markOverTable(_ mark: String, _ table: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "mark-over-table",
      at: range,
      Bilingual("\(mark) has no place here", "\(mark) 不能标在这里"),
      reason: Bilingual(
        "It says for whom a rule is decided; a \(table) table is no rule.",
        "它说明规则按什么对象判定；\(table) 表不是规则。"
      ),
      fix: Bilingual("take it away", "删去")
    )
  }

  static func tiesOfNoOrder(
    _ word: String,
    _ type: ValueType,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "ties-of-no-order",
      at: range,
      Bilingual("equal totals cannot be told apart by this", "不能以此区分同分者"),
      reason: Bilingual(
        "\(word) wants \(word == "earliest" ? "a date" : "a number, a date or an ordered value"); "
          + "this is \(type.kind.english)\(type.isOptional ? " or none" : "").",
        "\(word) 要求\(word == "earliest" ? "日期" : "数、日期或有次序的取值")；"
          + "这里是\(type.kind.chinese)\(type.isOptional ? "或无" : "")。"
      ),
      fix: Bilingual(
        word == "earliest"
          ? "the day that counts" : "what counts, \"admit all\" or \"exclude all\"",
        word == "earliest" ? "写作为依据的日期" : "写作为依据的数，或 \"admit all\"、\"exclude all\""
      )
    )
  }

  static func unknownChannelKey(
    _ key: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: key, among: known)
    return Diagnostic(
      "unknown-channel-key",
      at: range,
      Bilingual("a channel has no \(key)", "渠道没有“\(key)”这一项"),
      reason: Bilingual(
        "It has: \(known.joined(separator: ", ")).",
        "可写：\(known.joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual($0, $0) } ?? Bilingual("one of these", "改为其中一项")
    )
  }

  static func channelWithoutCondition(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "channel-without-condition",
      at: range,
      Bilingual("for whom is the channel open?", "渠道对谁开放？"),
      fix: Bilingual("a row open when", "加一行 open when · 条件")
    )
  }

  static func unknownTies(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown-ties",
      at: range,
      Bilingual("this is no tie rule: \(text)", "没有这种同分规则：\(text)"),
      fix: Bilingual(
        "\"admit all\", \"exclude all\", earliest(x) or highest(x)",
        "\"admit all\"、\"exclude all\"、earliest(x) 或 highest(x)"
      )
    )
  }

  static func planOfNoPeople(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "plan-of-no-people",
      at: range,
      Bilingual("a plan is a number of people", "计划应为人数"),
      fix: Bilingual(
        "a dated value in people, or \"outside the plan\"",
        "以 people 为单位的按日期取值，或 \"outside the plan\""
      )
    )
  }

  static func familyOfNoRecords(
    _ text: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: NameKey.of(text), among: known)
    return Diagnostic(
      "unknown-rule",
      at: range,
      Bilingual("\(text) decides no family member", "“\(text)”不是逐个家庭成员判定的规则"),
      reason: Bilingual(
        "family names a rule that is marked {each of: …} and is yes or no.",
        "family 写标有 {each of: …}、结果为是否的规则。"
      ),
      fix: near.map { Bilingual($0, $0) } ?? Bilingual("such a rule", "改为这样的规则")
    )
  }

  static func notQuoted(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-quoted",
      at: range,
      Bilingual("a quoted text is wanted here", "此处应为引号内的文字"),
      fix: Bilingual("\"employer\" · 用人单位", "\"employer\" · 用人单位")
    )
  }

  static func badOrder(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-order",
      at: range,
      Bilingual("order is a whole number from 0 to 1000", "次序应为0至1000的整数"),
      reason: Bilingual("The lower the number, the better for the person.", "数越小，对本人越有利。"),
      fix: Bilingual("such as 5", "例如 5")
    )
  }
}
