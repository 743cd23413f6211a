import ExpressionLanguage

extension PolicyCompiler {
  /// The longest chain of rules that use each other.
  static let deepest = 100
  /// How many steps of evaluation may stand inside each other, through all the rules of a chain.
  static let deepestNesting = 1_000

  /// The rule of a draft, read when first needed; `nil` where an error has been reported.
  func rule(_ index: Int) -> Rule? {
    if let rule = rules[index] { return rule }
    if broken.contains(index) { return nil }
    let draft = drafts[index]
    if let start = running.firstIndex(of: index) {
      let circle = (running[start...] + [index]).map { drafts[$0].name.english }
      fail(.circular(circle, at: draft.range), draft.measure)
      broken.formUnion(running[start...])
      return nil
    }
    if running.count >= PolicyCompiler.deepest {
      fail(.tooDeepRules(at: draft.range), draft.measure)
      broken.insert(index)
      return nil
    }
    running.append(index)
    let rule = compile(index)
    running.removeLast()
    if let rule, !broken.contains(index), isShallow(rule) {
      rules[index] = rule
      return rule
    }
    broken.insert(index)
    return nil
  }

  /// Whether the rule can be evaluated without nesting too deeply.
  private func isShallow(_ rule: Rule) -> Bool {
    let depth = rule.node.depth { depths[$0] ?? 0 }
    depths[rule.id] = depth
    if depth <= PolicyCompiler.deepestNesting { return true }
    fail(.tooDeepRules(at: rule.range), rule.measure)
    return false
  }

  func scope(_ index: Int) -> RuleScope {
    let draft = drafts[index]
    return RuleScope(
      self,
      measure: draft.measure,
      parameters: draft.parameters,
      records: draft.records
    )
  }

  private func compile(_ index: Int) -> Rule? {
    let draft = drafts[index]
    let section = sections(draft.measure)[draft.section]
    let scope = scope(index)
    guard let content = content(draft, section, scope) else { return nil }
    var rule = Rule(
      id: index,
      measure: draft.measure,
      name: draft.name,
      place: place(draft),
      standing: standing(draft.measure, draft.section),
      sources: sources(section.marks, draft.measure),
      type: content.type,
      parameters: draft.parameters,
      records: draft.records,
      body: content.body,
      limits: [],
      when: nil,
      exceptions: [],
      exceptionTo: draft.exceptionTo,
      bodyNode: content.node,
      node: content.node,
      references: content.references,
      range: draft.range
    )
    if case .term(let position) = draft.origin {
      if case .list(let list) = section.blocks.first { refine(&rule, list.items[position]) }
      applyExceptions(to: &rule)
      note(rule.references)
      return rule
    }
    applyWords(section.operators, to: &rule, scope, section)
    applyExceptions(to: &rule)
    note(rule.references)
    return rule
  }

  /// A term's own marks and place.
  private func refine(_ rule: inout Rule, _ item: Item) {
    if let own = ownStanding(item.marks, rule.measure) { rule.standing = own }
    rule.sources += sources(item.marks, rule.measure)
  }

  func note(_ references: References) {
    usedRules.formUnion(references.definitions)
    usedFacts.formUnion(references.facts)
    usedRecords.formUnion(references.records)
  }

  /// What a rule says, typed and lowered.
  struct Content {
    var body: RuleBody
    var node: Node
    var type: ValueType
    var references: References
  }

  private func content(_ draft: RuleDraft, _ section: Section, _ scope: RuleScope) -> Content? {
    if case .term(let position) = draft.origin {
      guard case .list(let list) = section.blocks.first else { return nil }
      return term(list.items[position], scope)
    }
    switch section.blocks.first {
    case nil:
      return Content(
        body: .waiver,
        node: .constant(.truth(true)),
        type: .truth,
        references: References()
      )
    case .fence(let fence):
      guard let formula = formula(fence.content, scope) else { return nil }
      return Content(
        body: .formula(formula),
        node: formula.node,
        type: formula.type,
        references: formula.references
      )
    case .list(let list):
      return self.list(list, section, scope)
    case .table(let table):
      return table.header.first?.text == "from"
        ? dated(table, scope) : decision(table, scope, draft.name)
    }
  }

  private func term(_ item: Item, _ scope: RuleScope) -> Content? {
    // A term without an expression was refused by the reader.
    guard let test = item.test, let formula = formula(test, scope) else { return nil }
    return Content(
      body: .formula(formula),
      node: formula.node,
      type: formula.type,
      references: formula.references
    )
  }

  /// An expression, read and typed; `nil` where an error has been reported.
  func formula(
    _ range: SourceRange,
    _ scope: RuleScope,
    spoken: [SpokenQuantity] = [],
    lendsUnits: Bool = false
  ) -> Formula? {
    let source = source(scope.measure)
    let (syntax, found) = ExpressionParser.parse(range, of: source, known: scope.known)
    report.insert(found, in: source)
    if found.hasErrors { return nil }
    prepare(syntax, scope)
    var checker = ExpressionChecker(resolver: scope, source: source)
    checker.lendsUnits = lendsUnits
    let typed = checker.something(syntax)
    for diagnostic in checker.diagnostics.sorted {
      report.insert(diagnostic.naming(spoken), in: source)
    }
    note(checker.references)
    if typed.type.isInvalid || checker.diagnostics.hasErrors { return nil }
    let text = source.text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Formula(
      text: text,
      range: range,
      node: typed.node,
      type: typed.type,
      references: checker.references
    )
  }

  /// Compiles what an expression uses before the expression is checked, so that long chains of
  /// rules with deep expressions do not nest in each other.
  private func prepare(_ syntax: Syntax, _ scope: RuleScope) {
    for name in syntax.names.sorted() {
      guard case .rule(let index) = names[scope.measure][name] else { continue }
      if scope.parameters.contains(where: { $0.name == name }) { continue }
      if !running.contains(index) { _ = rule(index) }
    }
  }

  /// A condition, read and typed; `nil` where an error has been reported.
  func condition(
    _ range: SourceRange,
    _ scope: RuleScope,
    spoken: [SpokenQuantity] = [],
    lendsUnits: Bool = false
  ) -> Formula? {
    guard let formula = formula(range, scope, spoken: spoken, lendsUnits: lendsUnits) else {
      return nil
    }
    guard formula.type == .truth else {
      fail(
        .notACondition(formula.text, formula.type, at: range),
        scope.measure
      )
      return nil
    }
    return formula
  }
}

extension Diagnostic {
  static func notACondition(
    _ text: String,
    _ type: ValueType,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "not-a-condition",
      at: range,
      Bilingual("this is not yes or no", "此处应为是或否"),
      reason: Bilingual(
        "A condition is met or not; \(text) is \(type.kind.english).",
        "条件只有符合与不符合；“\(text)”是\(type.kind.chinese)。"
      ),
      fix: Bilingual("compare it with something", "写成比较式")
    )
  }

  /// The finding with what the words of the item say about the number, where they say it.
  func naming(_ spoken: [SpokenQuantity]) -> Diagnostic {
    guard id == "number-without-unit", !spoken.isEmpty, let reason else { return self }
    let texts = spoken.map(\.text)
    var better = self
    let english = texts.joined(separator: " and ")
    let chinese = texts.joined(separator: "、")
    better.reason = Bilingual(
      String(reason.english.dropLast()) + "; the words of the item say \(english).",
      String(reason.chinese.dropLast()) + "；本项文字写的是\(chinese)。"
    )
    if let first = spoken.first {
      let number = first.number.shortest
      let unit = first.unit.name(.english, singular: number == "1")
      better.fix = Bilingual("\(number) \(unit)", "\(number) \(unit)")
    }
    return better
  }
}
