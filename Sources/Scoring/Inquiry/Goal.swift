import ExpressionLanguage
import Policy

/// Something about a person that can be decided once enough is known.
package enum Goal: Hashable, Sendable {
  /// Whether a channel is open, by its position in the set.
  case outcome(Int)
  /// What a channel's total is, whether or not the channel is open.
  case total(Int)
  /// Whether a channel is open, and if it is and ranks people, with how many points.
  case standing(Int)
  /// Whether a service is open, closed or suspended, by its position in the set.
  case service(Int)

  /// The outcome and the total of which it is made, for where a channel stands.
  var parts: (outcome: Goal, total: Goal)? {
    if case .standing(let index) = self { (.outcome(index), .total(index)) } else { nil }
  }
}

/// What a goal comes to: a value that stands for the result, or unknown.
///
/// Equal values are equal results; what they mean is the goal's own affair.
enum GoalResult: Hashable, Sendable {
  /// Known.
  case known(Value)
  /// Not known yet; what was asked for and not found, which need not be all that matters.
  case unknown(Missing?)
  /// Open for sure, with points that are not known yet.
  case openWithoutPoints(Missing)

  /// The value, if it is known.
  var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  /// What was missing.
  var missing: Missing? {
    switch self {
    case .known: nil
    case .unknown(let missing): missing
    case .openWithoutPoints(let missing): missing
    }
  }

  /// Whether it will never be what a goal is that comes to this value.
  func differs(from value: Value) -> Bool {
    switch self {
    case .known(let own): own != value
    case .unknown: false
    case .openWithoutPoints: value == .truth(false)
    }
  }
}

extension GoalResult {
  init(_ value: Value) {
    self = value.missing.map { .unknown($0) } ?? .known(value)
  }
}

extension PolicySet {
  /// The expressions on which a goal rests.
  func nodes(of goal: Goal) -> [Node] {
    switch goal {
    case .outcome(let index): [channels[index].openWhen.node]
    case .total(let index): [channels[index].rankedBy?.node].compactMap(\.self)
    case .standing(let index):
      [channels[index].openWhen.node, channels[index].rankedBy?.node].compactMap(\.self)
    case .service(let index):
      [services[index].openWhen, services[index].suspendedWhen].compactMap(\.self)
    }
  }

  /// Whether a service, by its position, hangs on the points by which a channel ranks people.
  ///
  /// - Complexity: O(*n*) in the size of the rules that the service and the ranks reach.
  package func restsOnPoints(service: Int) -> Bool {
    var used = References()
    for node in nodes(of: .service(service)) { used.formUnion(program.reach(of: node)) }
    return channels.contains { channel in
      guard case .definition(let rule) = channel.rankedBy?.node else { return false }
      return used.definitions.contains(rule)
    }
  }

  /// What a goal comes to for one person, as far as the evaluator knows that person.
  ///
  /// A rule that cannot be computed leaves the goal unknown: another completion may not come to it.
  /// A brief result names some that is missing, not all.
  func result(of goal: Goal, by evaluator: Evaluator, isBrief: Bool = false) -> GoalResult {
    do throws(EvaluationFault) {
      return try self.value(of: goal, by: evaluator, isBrief)
    } catch {
      return .unknown(nil)
    }
  }

  private func value(
    of goal: Goal,
    by evaluator: Evaluator,
    _ isBrief: Bool
  ) throws(EvaluationFault) -> GoalResult {
    let frame = Evaluator.Frame()
    switch goal {
    case .outcome(let index):
      return GoalResult(try evaluator.evaluate(channels[index].openWhen.node, frame))
    case .total(let index):
      guard let ranked = channels[index].rankedBy else { return .known(.absent) }
      return GoalResult(try evaluator.evaluate(ranked.node, frame))
    case .standing(let index):
      let open = try evaluator.evaluate(channels[index].openWhen.node, frame)
      guard let ranked = channels[index].rankedBy, open != .truth(false),
        open.isKnown || !isBrief
      else { return GoalResult(open) }
      let total = try evaluator.evaluate(ranked.node, frame)
      guard let missing = Evaluator.union(open.missing, total.missing) else {
        return .known(total)
      }
      return open.isKnown ? .openWithoutPoints(missing) : .unknown(missing)
    case .service(let index):
      let service = services[index]
      if let when = service.suspendedWhen {
        let suspended = try evaluator.evaluate(when, frame)
        if suspended == .truth(true) { return .known(.text("suspended")) }
        if let missing = suspended.missing {
          let open = try evaluator.evaluate(service.openWhen, frame)
          return .unknown(open.missing.map(missing.union) ?? missing)
        }
      }
      return GoalResult(try evaluator.evaluate(service.openWhen, frame))
    }
  }

  /// What a goal comes to for everybody alike whom an evaluator of many allows; `nil` where they
  /// differ, or may.
  func result(of goal: Goal, by evaluator: PossibilityEvaluator) -> Value? {
    switch goal {
    case .outcome(let index): return evaluator.values(channels[index].openWhen.node).only
    case .total(let index):
      guard let ranked = channels[index].rankedBy else { return .absent }
      return evaluator.values(ranked.node).only
    case .standing(let index):
      let open = evaluator.values(channels[index].openWhen.node).only
      guard let ranked = channels[index].rankedBy, open == .truth(true) else { return open }
      return evaluator.values(ranked.node).only
    case .service(let index):
      let service = services[index]
      if let when = service.suspendedWhen {
        guard let suspended = evaluator.values(when).only else { return nil }
        if suspended == .truth(true) { return .text("suspended") }
      }
      return evaluator.values(service.openWhen).only
    }
  }
}
