import ExpressionLanguage

extension PolicyCompiler {
  /// A list under a heading.
  func list(_ list: List, _ section: Section, _ scope: RuleScope) -> Content? {
    guard let joining = section.operators.list else {
      // The reader has said so.
      for item in list.items { _ = self.item(item, .allOf, scope, quiet: true) }
      return nil
    }
    guard let read = self.list(list, joining, scope) else { return nil }
    return Content(
      body: .list(read.list),
      node: read.node,
      type: read.type,
      references: read.references
    )
  }

  /// A list lowered to one expression, with its items for the explanation.
  private func list(
    _ list: List,
    _ joining: ListOperator,
    _ scope: RuleScope
  ) -> (list: RuleList, node: Node, type: ValueType, references: References)? {
    var items: [RuleItem] = []
    var references = References()
    var isGood = true
    for item in list.items {
      if let (read, used) = self.item(item, joining, scope) {
        items.append(read)
        references.formUnion(used)
      } else {
        isGood = false
      }
    }
    guard isGood, !items.isEmpty else { return nil }
    switch joining {
    case .allOf, .anyOf, .noneOf:
      let nodes = items.map(\.node)
      let node: Node =
        joining == .allOf ? .all(nodes) : joining == .anyOf ? .any(nodes) : .not(.any(nodes))
      return (RuleList(joining: joining, items: items), node, .truth, references)
    case .sumOf, .highestOf, .lowestOf:
      guard let (node, type) = numbers(&items, joining, scope) else { return nil }
      return (RuleList(joining: joining, items: items), node, type, references)
    case .means: return nil
    }
  }

  /// Brings the items to one scale, and joins them.
  private func numbers(
    _ items: inout [RuleItem],
    _ joining: ListOperator,
    _ scope: RuleScope
  ) -> (Node, ValueType)? {
    var checker = ExpressionChecker(resolver: scope, source: source(scope.measure))
    let typed = items.compactMap { item in
      item.type.number.map { (Typed(item.node, item.type, item.formula?.range ?? item.range), $0) }
    }
    let range = items[0].range.extended(toCover: items[items.count - 1].range)
    let sum = checker.sum(typed.map { (typed: $0.0, type: $0.1) }, range)
    report.insert(checker.diagnostics, in: source(scope.measure))
    guard var type = sum.type.number else { return nil }
    var wide: [NumberType] = []
    for index in items.indices {
      guard let from = items[index].type.number,
        let to = from.converted(toScale: type.scale, unit: type.unit)
      else { return nil }
      items[index].node = Coercion.number(items[index].node, from, to: to)
      items[index].type = ValueType(.number(to))
      wide.append(to)
    }
    let nodes = items.map(\.node)
    if joining == .sumOf { return (.sum(nodes), ValueType(.number(type))) }
    let (leasts, greatests) = (wide.map(\.least), wide.map(\.greatest))
    type.values = nil
    if joining == .highestOf {
      type.least = leasts.max() ?? type.least
      type.greatest = greatests.max() ?? type.greatest
      return (.greatest(nodes), ValueType(.number(type)))
    }
    type.least = leasts.min() ?? type.least
    type.greatest = greatests.min() ?? type.greatest
    return (.least(nodes), ValueType(.number(type)))
  }

  /// One item: a test or number, or a list of its own.
  private func item(
    _ item: Item,
    _ joining: ListOperator,
    _ scope: RuleScope,
    quiet: Bool = false
  ) -> (RuleItem, References)? {
    let isCondition = [.allOf, .anyOf, .noneOf].contains(joining)
    let measure = scope.measure
    let words = item.operators
    if let range = words.limits.first?.range ?? words.whenRange ?? words.suspendedWhenRange {
      if !quiet { fail(.wordsOnItem(at: range), measure) }
      return nil
    }
    let source = source(measure)
    let units = dictionary(of: measure).units
    let english = item.english?.ranges ?? []
    let chinese = item.chinese?.ranges ?? []
    let spoken =
      SpokenQuantities.inChinese(chinese, of: source, units: units)
      + SpokenQuantities.inEnglish(english, of: source, units: units)
    for diagnostic in WordsAgainstTest.findings(
      english: english,
      chinese: chinese,
      test: item.test,
      of: source,
      units: units
    ) {
      fail(diagnostic, measure)
    }
    var read = RuleItem(
      clause: "(\(item.number))",
      words: Bilingual(item.english?.text ?? "", item.chinese?.text ?? ""),
      formula: nil,
      sublist: nil,
      node: .constant(.absent),
      type: .invalid,
      standing: ownStanding(item.marks, measure),
      sources: sources(item.marks, measure),
      isDiscretion: item.marks.contains { $0.key == "discretion" },
      range: item.range
    )
    if let sublist = item.sublist {
      guard let inner = item.operators.list else { return nil }
      guard inner != .means else {
        fail(.termsInItem(at: item.operators.listRange ?? item.range), measure)
        return nil
      }
      guard let (list, node, type, references) = self.list(sublist, inner, scope) else {
        return nil
      }
      (read.sublist, read.node, read.type) = (list, node, type)
      if !quiet, !fits(type, isCondition) {
        fail(misfit(type, isCondition, source.text(sublist.range), sublist.range), measure)
        return nil
      }
      return (read, references)
    }
    // An item without a test was refused by the reader.
    guard let test = item.test, let formula = formula(test, scope, spoken: spoken), !quiet else {
      return nil
    }
    guard fits(formula.type, isCondition) else {
      fail(misfit(formula.type, isCondition, formula.text, test), measure)
      return nil
    }
    name(&read, formula, item, measure)
    (read.formula, read.node, read.type) = (formula, formula.node, formula.type)
    return (read, formula.references)
  }

  private func fits(_ type: ValueType, _ isCondition: Bool) -> Bool {
    isCondition ? type == .truth : type.number != nil && !type.isOptional
  }

  private func misfit(
    _ type: ValueType,
    _ isCondition: Bool,
    _ text: String,
    _ range: SourceRange
  ) -> Diagnostic {
    isCondition
      ? .notACondition(text, type, at: range) : .notANumberItem(text, type, at: range)
  }

  /// The name of the one rule, or else the one fact, that an expression uses.
  private func soleName(_ formula: Formula) -> Bilingual? {
    let (rules, facts) = (formula.references.definitions, formula.references.facts)
    if rules.count == 1, facts.isEmpty, let rule = rules.first { return drafts[rule].name }
    if rules.isEmpty, facts.count == 1, let fact = facts.first { return model.facts[fact].name }
    return nil
  }

  /// Words for an item that is a rule's name alone; otherwise it must have its own.
  private func name(_ read: inout RuleItem, _ formula: Formula, _ item: Item, _ measure: Int) {
    if read.words.isEmpty {
      if let name = soleName(formula) {
        read.words = name
      } else {
        fail(.itemWithoutWords(at: item.range), measure)
      }
    } else if read.words.english.isEmpty || read.words.chinese.isEmpty {
      let missing =
        read.words.english.isEmpty ? Bilingual("English", "英文") : Bilingual("Chinese", "中文")
      fail(.itemInOneLanguage(missing, at: item.range), measure)
    }
  }
}

extension Diagnostic {
  static func wordsOnItem(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "words-on-item",
      at: range,
      Bilingual("a limit or a when inside an item", "条目中写了限额或“当”"),
      reason: Bilingual(
        "They bind a whole rule; an item only joins conditions or numbers.",
        "它们约束整条规则；条目只连接条件或数。"
      ),
      fix: Bilingual(
        "a heading of its own with the limit in its lead, named in the item",
        "另立标题，在其引导段写明限额，条目引用其名称"
      )
    )
  }

  static func termsInItem(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "terms-in-item",
      at: range,
      Bilingual("terms below an item", "列表项之下定义用语"),
      reason: Bilingual(
        "**means** stands over a list of its own, under a heading.",
        "**含义**用于标题之下单独的列表。"
      ),
      fix: Bilingual("a heading of its own for the terms", "为各用语单设标题")
    )
  }

  static func notANumberItem(
    _ text: String,
    _ type: ValueType,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "not-a-number",
      at: range,
      Bilingual("a number is wanted here", "此处应为数"),
      reason: Bilingual(
        "The items are numbers of one unit; this is \(type.kind.english)"
          + (type.isOptional ? " or none." : "."),
        "各项应为同一单位的数；这里是\(type.kind.chinese)" + (type.isOptional ? "或无。" : "。")
      ),
      fix: type.isOptional
        ? Bilingual("… otherwise 0 points", "… otherwise 0 points")
        : Bilingual("a rule that gives a number", "改为给出数的规则")
    )
  }
}
