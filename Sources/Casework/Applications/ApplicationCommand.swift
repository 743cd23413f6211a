/// What can be asked about an application; `number` is its number in the file.
package enum ApplicationCommand: Hashable, Sendable, Codable {
  /// Hands one in, with the papers by their names in the measure.
  case submit(basis: Basis, medium: Medium, papers: [String])
  /// Tells once all that is missing; what is missing is worked out, not typed.
  case giveNotice(number: Int)
  case supplement(number: Int, papers: [String])
  case accept(number: Int)
  case decline(number: Int, reason: String, rightOffice: String)
  case withdraw(number: Int)
  case askDepartment(number: Int, department: String, facts: [String])
  /// The facts are stated first; this closes the task.
  case answerCheck(number: Int, department: String)
  case confirmRelocation(number: Int, isConfirmed: Bool, unit: String)
  case extendTerm(number: Int, reason: String)
  /// Approves what the measures find open, and nothing else.
  case approve(number: Int)
  /// Refuses what the measures find closed; the reasons come from them.
  case refuse(number: Int)

  var action: Action {
    switch self {
    case .submit: .submit
    case .giveNotice: .giveNotice
    case .supplement: .supplement
    case .accept: .accept
    case .decline: .declineScope
    case .withdraw: .withdrawApplication
    case .askDepartment: .askDepartment
    case .answerCheck: .answerCheck
    case .confirmRelocation: .confirmRelocation
    case .extendTerm: .extendTerm
    case .approve: .approve
    case .refuse: .refuse
    }
  }
}
