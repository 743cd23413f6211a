import ExpressionLanguage
import Policy
import Scoring

/// Everybody who a person of whom some facts are unknown can be, gone through one by one.
struct Everybody {
  let prepared: Prepared
  let facts: Facts

  /// Every value of a fact of few values.
  static func values(of type: ValueType) -> [Value] {
    let absent: [Value] = type.isOptional ? [.absent] : []
    switch type.base {
    case .truth: return [.truth(false), .truth(true)] + absent
    case .choice(let choice): return choice.values.indices.map { .choice($0) } + absent
    case .number(let type): return (type.least...type.greatest).map { .number($0) } + absent
    default: return absent
    }
  }

  /// The unknown facts, and for each goal those on which its result hangs for somebody.
  func mattering(to goals: [Goal]) -> [Goal: Set<MissingFact>] {
    let open = facts.values.indices.filter { !facts.values[$0].isKnown }
    var results: [[Value]: [String]] = [:]
    forEach(open[...], facts) { whole in
      let key = open.map { whole.values[$0] }
      results[key] = goals.map { prepared.result(of: $0, whole) }
    }
    var mattering: [Goal: Set<MissingFact>] = [:]
    for (key, own) in results {
      for (place, fact) in open.enumerated() {
        for value in Everybody.values(of: prepared.model.facts[fact].type) {
          var other = key
          other[place] = value
          for (goal, pair) in zip(goals, zip(own, results[other] ?? own)) where pair.0 != pair.1 {
            mattering[goal, default: []].insert(.fact(fact))
          }
        }
      }
    }
    return mattering
  }

  private func forEach(_ open: ArraySlice<Int>, _ facts: Facts, _ body: (Facts) -> Void) {
    guard let fact = open.first else { return body(facts) }
    for value in Everybody.values(of: prepared.model.facts[fact].type) {
      var facts = facts
      facts.values[fact] = value
      forEach(open.dropFirst(), facts, body)
    }
  }
}

extension Prepared {
  /// Every way, with its points where it ranks.
  var standings: [Goal] { self.set.channels.indices.map { .standing($0) } }

  /// What a goal comes to, told without the code under test: as text, `?` where unknown.
  func result(of goal: Goal, _ facts: Facts) -> String {
    let evaluator = Evaluator(
      program: self.set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: day
    )
    func text(_ node: Node) -> String {
      guard let value = try? evaluator.evaluate(node, Evaluator.Frame()) else { return "fault" }
      return value.isKnown ? "\(value)" : "?"
    }
    switch goal {
    case .outcome(let index): return text(self.set.channels[index].openWhen.node)
    case .total(let index):
      return self.set.channels[index].rankedBy.map { text($0.node) } ?? "none"
    case .standing(let index):
      let open = text(self.set.channels[index].openWhen.node)
      guard open != "\(Value.truth(false))", let ranked = self.set.channels[index].rankedBy else {
        return open
      }
      return open == "?" ? open : text(ranked.node)
    case .service(let index): return text(self.set.services[index].openWhen)
    }
  }
}
