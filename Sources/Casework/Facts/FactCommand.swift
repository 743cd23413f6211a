/// What can be asked about facts.
package enum FactCommand: Hashable, Sendable, Codable {
  case state(statement: FactStatement)
  case withdraw(fact: Int, reason: String)
  case dispute(fact: Int, why: String)
  /// `replacement` is what is true instead, where the dispute is upheld; without it the fact is
  /// withdrawn.
  case answerDispute(fact: Int, isUpheld: Bool, reason: String, replacement: FactStatement?)

  var action: Action {
    switch self {
    case .state: .stateFact
    case .withdraw: .withdrawFact
    case .dispute: .disputeFact
    case .answerDispute: .answerDispute
    }
  }
}
