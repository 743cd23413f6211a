import ExpressionLanguage
import Policy

/// A rule with all that explanations say alike of everyone.
final class ExplainedRule: Sendable {
  /// What the rule says.
  enum Body: Sendable {
    case formula(Mentions)
    case list(ExplainedList)
    case table(RuleTable, Mentions)
    case dated
    case waiver
  }

  let rule: Rule
  /// The name in machine output.
  let identifier: String
  /// The rule where others mention it.
  let subject: UsedSubject
  /// The weakest standing of all that it rests on.
  let standing: Standing
  /// What it uses directly.
  let mentions: Mentions
  /// What its condition uses.
  let when: Mentions?
  let body: Body
  /// Whether it has conditions or exceptions worth showing below an item that names it.
  let isExplained: Bool

  init(_ rule: Rule, _ set: PolicySet, _ standings: Standings) {
    self.rule = rule
    identifier = NameKey.identifier(rule.name.english)
    standing = standings.of(rule.id)
    subject = UsedSubject(
      rule: rule.name,
      id: identifier,
      type: rule.type,
      place: rule.place,
      policy: set.measures[rule.measure].id,
      standing: standing
    )
    mentions = Mentions(rule.references, in: rule.bodyNode, set, standings)
    when = rule.when.map { Mentions($0.references, set, standings) }
    isExplained = rule.isExplained
    switch rule.body {
    case .formula(let formula): body = .formula(Mentions(formula.references, set, standings))
    case .list(let list):
      body = .list(ExplainedList(list, of: rule, at: rule.place, set, standings))
    case .table(let table):
      var columns = References()
      for column in table.columns { columns.formUnion(column.formula.references) }
      let used = rule.references.facts.isEmpty ? columns : rule.references
      body = .table(table, Mentions(used, set, standings))
    case .dated: body = .dated
    case .waiver: body = .waiver
    }
  }
}

/// A list of conditions or numbers with all that explanations say alike of everyone.
final class ExplainedList: Sendable {
  let joining: ListOperator
  let items: [ExplainedItem]

  init(
    _ list: RuleList,
    of rule: Rule,
    at place: Place,
    _ set: PolicySet,
    _ standings: Standings
  ) {
    joining = list.joining
    items = list.items.map { ExplainedItem($0, of: rule, at: place, set, standings) }
  }
}

/// An item of a list with all that explanations say alike of everyone.
final class ExplainedItem: Sendable {
  let item: RuleItem
  /// The name in machine output.
  let identifier: String
  let place: Place
  /// Its own standing, or that of the rule.
  let standing: Standing
  /// What its expression uses.
  let mentions: Mentions?
  /// The rule that is shown in its stead where the item is a condition.
  let condition: Int?
  /// The rule that is shown in its stead where the item is a number.
  let line: Int?
  /// The items below.
  let sublist: ExplainedList?

  init(
    _ item: RuleItem,
    of rule: Rule,
    at place: Place,
    _ set: PolicySet,
    _ standings: Standings
  ) {
    self.item = item
    let place = place.clause(item.clause)
    self.place = place
    identifier = NameKey.identifier(item.words.english)
    standing = item.standing?.standing ?? rule.standing.standing
    mentions = item.formula.map { Mentions($0.references, in: item.node, set, standings) }
    condition = ExplainedItem.rule(item.node).flatMap { set.rules[$0].isExplained ? $0 : nil }
    line = item.formula.flatMap { ExplainedItem.rule($0.node) }
      .flatMap { set.rules[$0].type.number == nil ? nil : $0 }
    sublist = item.sublist.map { ExplainedList($0, of: rule, at: place, set, standings) }
  }

  /// The rule that an expression is the name of.
  private static func rule(_ node: Node) -> Int? {
    if case .definition(let index) = node { index } else { nil }
  }
}
