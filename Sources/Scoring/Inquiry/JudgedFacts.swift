import ExpressionLanguage
import Policy

/// The facts on which conditions rest that the office judges.
struct JudgedFacts: Sendable {
  private var facts: Set<Int> = []

  /// - Complexity: O(*n*) in the items of all lists.
  init(_ set: PolicySet) {
    for rule in set.rules {
      if case .list(let list) = rule.body { visit(list) }
    }
  }

  private mutating func visit(_ list: RuleList) {
    for item in list.items {
      if item.isDiscretion, let references = item.formula?.references {
        facts.formUnion(references.facts)
      }
      if let sublist = item.sublist { visit(sublist) }
    }
  }

  func contains(_ fact: Int) -> Bool { facts.contains(fact) }
}

extension Question.Effort {
  /// What it costs to answer for a fact.
  init(_ key: MissingFact, _ model: FactModel, _ judged: JudgedFacts) {
    switch key {
    case .records: self = .history
    case .fact(let index) where judged.contains(index): self = .judged
    case .fact(let index): self.init(model.facts[index])
    case .attribute(let kind, _, let attribute):
      self.init(model.records[kind].attributes[attribute])
    }
  }

  /// What a person is and stays needs no paper of the day.
  private init(_ fact: Fact) { self = fact.isPersonal && !fact.canChange ? .known : .confirmed }
}
