import ExpressionLanguage

extension PolicyCompiler {
  /// Reads what a channel says of applying: office, papers, days, fee, remedy.
  func readSteps(
    _ rows: [String: (cell: Cell, row: [Cell])],
    into channel: inout Channel,
    _ scope: RuleScope
  ) {
    channel.steps.applyAt = rows["apply at"].flatMap { words($0.cell, scope) }
    channel.steps.papers = rows["papers"].flatMap { words($0.cell, scope) }
    channel.steps.remedy = rows["remedy"].flatMap { words($0.cell, scope) }
    for (key, kind) in [("decided within", OfficeContract.Kind.days), ("fee", .money)] {
      guard let cell = rows[key]?.cell else { continue }
      let amount = amount(cell, key, kind, &channel, scope)
      if key == "fee" {
        channel.steps.fee = amount
      } else {
        channel.steps.decidedWithin = amount
      }
    }
  }

  /// Quoted texts, or the name of a rule that lists some.
  private func words(_ cell: Cell, _ scope: RuleScope) -> StepWords? {
    let measure = scope.measure
    if cell.text.hasPrefix("\"") {
      var reader = CellReader(cell.range, of: source(measure), known: scope.known)
      let literals = reader.literals()
      report.insert(reader.diagnostics, in: source(measure))
      var texts: [Bilingual] = []
      for entry in literals ?? [] {
        guard case .string(let text) = entry.literal else {
          fail(.notQuoted(at: entry.range), measure)
          return nil
        }
        texts.append(Bilingual(text, entry.gloss))
      }
      return literals == nil ? nil : .texts(texts)
    }
    let key = NameKey.of(cell.text)
    if case .rule(let index) = names[measure][key] {
      usedRules.insert(index)
      guard let rule = rule(index) else { return nil }
      if rule.parameters.isEmpty, rule.records == nil, rule.type.isListOfWords {
        guard let formula = formula(cell.range, scope) else { return nil }
        return .listed(formula)
      }
    }
    let known = drafts.indices.filter {
      drafts[$0].measure == measure && rules[$0]?.type.isListOfWords == true
    }
    fail(.listsNoWords(cell.text, known.map { drafts[$0].key }, at: cell.range), measure)
    return nil
  }

  /// A number with its unit, or a name of the office's contract that this measure sets.
  private func amount(
    _ cell: Cell,
    _ key: String,
    _ kind: OfficeContract.Kind,
    _ channel: inout Channel,
    _ scope: RuleScope
  ) -> StepAmount? {
    let measure = scope.measure
    let name = NameKey.of(cell.text)
    if let entry = OfficeContract.entries.first(where: { $0.name == name && !$0.isOfRound }) {
      let set = office.first {
        $0.measure == measure && $0.round == nil && NameKey.of($0.name.english) == name
      }
      guard let set, let value = set.values.first, let type = set.types.first else {
        fail(.officeNotSet(entry.name, at: cell.range), measure)
        return nil
      }
      guard OfficeContract.accepts(type, kind), set.values.count == 1 else {
        fail(.unlikeOffice(key, kind.example, at: cell.range), measure)
        return nil
      }
      // What the contract says is founded as the contract has it.
      channel.standings[key] = set.standing
      channel.sources[key] = set.sources
      return StepAmount(value: value, type: type, place: set.place)
    }
    var reader = CellReader(cell.range, of: source(measure), known: scope.known)
    let literals = reader.literals()
    report.insert(reader.diagnostics, in: source(measure))
    guard let literals else { return nil }
    guard literals.count == 1, let typed = outputs(literals, bare: .none, measure),
      let value = typed.values.first, OfficeContract.accepts(typed.type, kind)
    else {
      fail(.unlikeOffice(key, kind.example, at: cell.range), measure)
      return nil
    }
    if typed.type.number?.unit == .workingDays, files[measure].header.calendar == nil {
      fail(.workingDaysWithoutCalendar(key, at: cell.range), measure)
    }
    return StepAmount(value: value, type: typed.type, place: channel.place)
  }
}

extension ValueType {
  /// Whether it is a list of quoted values.
  fileprivate var isListOfWords: Bool {
    if case .list(.choice) = base { true } else { false }
  }
}

extension Diagnostic {
  static func listsNoWords(
    _ text: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: NameKey.of(text), among: known)
    return Diagnostic(
      "lists-no-words",
      at: range,
      Bilingual("\(text) lists no quoted values", "“\(text)”不是列出引号内取值的规则"),
      reason: Bilingual(
        "Here stand quoted texts, or the name of a rule of this measure that lists some: a table C, "
          + "or a dated list.",
        "此处写引号内的文字，或者本办法中列出文字的规则：C 表，或者带 until 的按日期列表。"
      ),
      fix: near.map { Bilingual($0, $0) }
        ?? Bilingual("\"service hall\" · 办事大厅", "\"service hall\" · 办事大厅")
    )
  }

  static func officeNotSet(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "office-name-not-set",
      at: range,
      Bilingual("this measure does not set \(name)", "本办法没有规定“\(name)”"),
      reason: Bilingual(
        "A channel takes it from an office table of its own measure.",
        "渠道取用本办法 office 表中的值。"
      ),
      fix: Bilingual(
        "set it in an office table, or write the value here",
        "在 office 表中写明，或者在此处直接写值"
      )
    )
  }
}
