import ExpressionLanguage
import Policy

/// All that is evaluated of the channels and services of a set, side by side; a decision without
/// reasons looks at nothing else of them.
struct Questions: Sendable {
  /// What is asked of a channel.
  struct Way: Sendable {
    var isOpen: Node
    var total: Node?
  }

  /// What is asked of a service: positions in `conditions`.
  struct Service: Sendable {
    var isOpen: Int
    var isSuspended: Int?
  }

  let ways: [Way]
  let services: [Service]
  /// The conditions of the services, each once: those of one article share most of theirs.
  let conditions: [Node]

  /// - Complexity: O(*n*) in the size of the expressions.
  init(_ set: PolicySet) {
    ways = set.channels.map { Way(isOpen: $0.openWhen.node, total: $0.rankedBy?.node) }
    var conditions: [Node] = []
    var positions: [Node: Int] = [:]
    func position(_ node: Node) -> Int {
      if let known = positions[node] { return known }
      positions[node] = conditions.count
      conditions.append(node)
      return conditions.count - 1
    }
    services = set.services.map { service in
      Service(
        isOpen: position(service.openWhen),
        isSuspended: service.suspendedWhen.map(position)
      )
    }
    self.conditions = conditions
  }

  /// What each condition of the services comes to for a person.
  func answers(_ evaluator: Evaluator) throws(EvaluationFault) -> [Value] {
    let frame = Evaluator.Frame()
    var answers: [Value] = []
    answers.reserveCapacity(conditions.count)
    for condition in conditions { answers.append(try evaluator.evaluate(condition, frame)) }
    return answers
  }
}
