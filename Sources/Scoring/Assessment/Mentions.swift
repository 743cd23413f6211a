import ExpressionLanguage
import Policy

/// What an expression uses, in the order in which explanations name it.
struct Mentions: Sendable {
  /// One thing that is named.
  enum Mention: Sendable {
    case fact(Int)
    case records(Int)
    /// A rule without parameters; decided for each of `records` where that is not `nil`.
    case rule(Int, records: Int?)
  }

  /// The facts and rules that the expression uses directly, and the facts behind those rules that
  /// are one expression or table.
  let all: [Mention]
  /// Conditions under headings of their own, which are shown whole below this one.
  let explained: [Int]
  /// What is named beside them.
  let plain: [Mention]
  /// The attributes of the record in hand.
  let attributes: [Int]
  /// The weakest standing of the rules.
  let standing: Standing

  init(
    _ references: References,
    in node: Node? = nil,
    _ set: PolicySet,
    _ standings: Standings
  ) {
    attributes = node?.attributes.sorted() ?? []
    let definitions = references.definitions.sorted()
    let explained = definitions.filter { index in
      let rule = set.rules[index]
      return rule.isExplained && rule.type == .truth && rule.records == nil
        && rule.parameters.isEmpty
    }
    self.explained = explained
    all = Mentions.named(references, definitions, set)
    plain =
      explained.isEmpty
      ? all : Mentions.named(references, definitions.filter { !explained.contains($0) }, set)
    standing = standings.of(references)
  }

  private static func named(
    _ references: References,
    _ definitions: [Int],
    _ set: PolicySet
  ) -> [Mention] {
    var facts = references.facts
    for index in definitions {
      switch set.rules[index].body {
      case .formula, .table: facts.formUnion(set.rules[index].references.facts)
      case .list, .dated, .waiver: break
      }
    }
    let rules = definitions.filter { set.rules[$0].parameters.isEmpty }
    return facts.sorted().map { .fact($0) } + references.records.sorted().map { .records($0) }
      + rules.map { .rule($0, records: set.rules[$0].records) }
  }
}

extension Rule {
  /// Whether the rule has conditions or exceptions worth showing below an item that names it.
  var isExplained: Bool {
    if !exceptions.isEmpty { return true }
    if case .list = body { return type == .truth }
    return false
  }
}
