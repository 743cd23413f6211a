import ExpressionLanguage
import Policy

extension MeasurePage {
  /// What binds a rule beside its text, and what it is tied to.
  func about(_ rule: Rule) -> [Markup] {
    var rows: [Markup] = []
    if let when = rule.when {
      rows.append(row("Only when", "适用条件") { test(when, of: rule) })
    }
    for limit in rule.limits {
      let isMost = limit.kind == .atMost
      rows.append(
        row(isMost ? "At most" : "At least", isMost ? "最高" : "最低") {
          amount(limit, rule)
          " "
          words.badge(rule.standing.standing)
        }
      )
    }
    if !rule.exceptions.isEmpty {
      rows.append(
        row("Exceptions", "例外") {
          tag(.ul) {
            for exception in rule.exceptions { tag(.li) { self.exception(exception) } }
          }
        }
      )
    }
    let used =
      rule.references.definitions.subtracting(rule.exceptions).sorted().map { mention($0) }
      + rule.references.facts.sorted().map { mention(fact: $0) }
      + rule.references.records.sorted().map { mention(records: $0) }
    if !used.isEmpty { rows.append(row("Uses", "引用") { list(used) }) }
    let users = uses.users(ofRule: rule.id).map { mention($0) }
    if !users.isEmpty { rows.append(row("Used by", "被引用于") { list(users) }) }
    return rows.isEmpty ? [] : [tag(.dl, .style("about")) { rows }]
  }

  /// A name and what belongs to it.
  func row(
    _ english: String,
    _ chinese: String,
    @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    tag(.div) {
      tag(.dt) { words.inline(english, chinese) }
      tag(.dd) { content() }
    }
  }

  private func list(_ entries: [[Markup]]) -> Markup {
    tag(.ul) { for entry in entries { tag(.li) { entry } } }
  }

  private func exception(_ index: Int) -> [Markup] {
    let exception = set.rules[index]
    var isWaiver = false
    if case .waiver = exception.body { isWaiver = true }
    let effect =
      isWaiver
      ? words.inline("waives this when", "符合下列条件的，不受本规则限制：")
      : words.inline("takes its place when", "符合下列条件的，代替本规则：")
    return mention(index) + [.text(" ")] + effect
      + (exception.when.map { [.text(" "), test($0, of: exception)] } ?? [])
  }

  /// An expression; a name alone by its label in both languages.
  func test(_ formula: Formula, of rule: Rule?) -> Markup {
    code(formula.text, of: rule)
  }

  /// A limit with its unit, in both languages; one that is computed as it is written.
  private func amount(_ limit: RuleLimit, _ rule: Rule) -> Markup {
    guard let text = Cells.limit(limit, rule.type) else { return code(limit.text, of: rule) }
    return tag(.strong) { words.inline(text) }
  }
}
