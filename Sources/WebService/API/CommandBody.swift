import Casework

/// A command as it is sent: the area, what to do there, and what for.
///
///     {"on": "application", "do": {"submit": {"basis": "employment", "medium": "online",
///      "papers": ["identity card"]}}, "purpose": "own affairs"}
struct CommandBody: Decodable {
  /// The command.
  let command: Command
  /// What for.
  let purpose: Purpose

  private enum Key: String, CodingKey {
    case on, `do`, purpose
  }

  private enum Area: String, Decodable {
    case person, fact, application, permit
  }

  init(from decoder: any Decoder) throws {
    let body = try decoder.container(keyedBy: Key.self)
    switch try body.decode(Area.self, forKey: .on) {
    case .person: command = .person(try body.decode(PersonCommand.self, forKey: .do))
    case .fact: command = .fact(try body.decode(FactCommand.self, forKey: .do))
    case .application:
      command = .application(try body.decode(ApplicationCommand.self, forKey: .do))
    case .permit: command = .permit(try body.decode(PermitCommand.self, forKey: .do))
    }
    purpose = try body.decode(Purpose.self, forKey: .purpose)
  }
}
