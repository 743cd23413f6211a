/// What somebody asks to be done to one resident's file.
package enum Command: Hashable, Sendable, Codable {
  /// To the person.
  case person(PersonCommand)
  /// To what is known of them.
  case fact(FactCommand)
  /// To an application.
  case application(ApplicationCommand)
  /// To the permit.
  case permit(PermitCommand)
  /// All that time has made due on the file by today; asked for by the system, as often as it likes.
  case dayWork

  /// What it is to the table of who may do what.
  package var action: Action {
    switch self {
    case .person(let command): command.action
    case .fact(let command): command.action
    case .application(let command): command.action
    case .permit(let command): command.action
    case .dayWork: .dayWork
    }
  }

  /// The other files that it names; whoever carries it out has them at hand.
  package var otherFiles: [ResidentID] {
    if case .person(let command) = self { command.otherFiles } else { [] }
  }
}
