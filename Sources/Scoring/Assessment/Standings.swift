import ExpressionLanguage
import Policy

/// The weakest standing of everything that each rule rests on, itself included.
struct Standings: Sendable {
  private let weakest: [Standing]

  /// - Complexity: O(*n*) in the rules and what they use.
  init(_ set: PolicySet) {
    var memory = [Standing?](repeating: nil, count: set.rules.count)
    func visit(_ index: Int) -> Standing {
      if let known = memory[index] { return known }
      let rule = set.rules[index]
      var standing = min(rule.standing.standing, Standings.rows(of: rule))
      memory[index] = standing
      for next in rule.references.definitions { standing = min(standing, visit(next)) }
      for next in rule.exceptions { standing = min(standing, visit(next)) }
      memory[index] = standing
      return standing
    }
    weakest = set.rules.indices.map(visit)
  }

  /// The weakest standing of a rule's own items, rows and dated values.
  private static func rows(of rule: Rule) -> Standing {
    let notes: [StandingNote?]
    switch rule.body {
    case .list(let list): return of(list)
    case .table(let table): notes = table.rows.map(\.standing)
    case .dated(let entries, _): notes = entries.map(\.standing)
    case .formula, .waiver: notes = []
    }
    return notes.compactMap { $0?.standing }.min() ?? .enacted
  }

  /// The weakest standing of the items of a list, with what stands below them.
  private static func of(_ list: RuleList) -> Standing {
    list.items.map { item in
      min(item.standing?.standing ?? .enacted, item.sublist.map(of) ?? .enacted)
    }.min() ?? .enacted
  }

  /// The weakest standing of what a rule rests on.
  func of(_ rule: Int) -> Standing { weakest[rule] }

  /// The weakest standing of what an expression uses.
  func of(_ references: References) -> Standing {
    references.definitions.map { weakest[$0] }.min() ?? .enacted
  }
}
