import Casework
import ExpressionLanguage
import Testing

/// One resident's file in the office's hands: plays commands on it and folds what follows.
struct OfficeCase {
  /// The file.
  var file: ResidentFile
  /// Every entry of it, in order.
  var entries: [FileEntry] = []
  /// The other files at hand.
  var others: [ResidentID: ResidentFile] = [:]
  /// The legal date.
  var today: CivilDate

  /// The file's name.
  var id: ResidentID { file.id }

  /// An empty file.
  init(_ seed: UInt64 = 1, on day: CivilDate = Office.day("2024-03-01")) {
    file = ResidentFile(id: Office.id(seed))
    today = day
  }

  /// A file with an identity and, if a day is given, an address in the area from then on; folded
  /// without asking anybody.
  static func registered(
    _ seed: UInt64 = 1,
    on day: CivilDate = Office.day("2024-03-01"),
    born: CivilDate? = nil,
    isMale: Bool? = nil,
    household: String = "beijing",
    livingHereFrom from: CivilDate? = nil
  ) -> OfficeCase {
    var one = OfficeCase(seed, on: day)
    let identity = Office.identity(seed, born: born, isMale: isMale, household: household)
    one.record(.person(.registered(identity: identity, phone: nil)))
    if let from {
      one.record(.person(.residenceRegistered(residence: Office.residence(from: from))))
    }
    return one
  }

  /// Folds events as they are.
  mutating func record(_ events: Event..., on day: CivilDate? = nil, by actor: Actor = Office.clerk)
  {
    for event in events { fold(event, on: day ?? today, by: actor) }
  }

  /// States a fact as its department does, folded without asking anybody.
  mutating func know(
    _ fact: String,
    _ value: String,
    by source: String,
    from: CivilDate? = nil,
    on day: CivilDate? = nil
  ) {
    let statement = FactStatement(
      fact: fact,
      content: .value(text: value),
      source: source,
      asOf: day ?? today,
      from: from
    )
    record(
      .fact(.stated(statement: statement, supersedes: [])),
      on: day,
      by: Office.department(source)
    )
  }

  private mutating func fold(_ event: Event, on day: CivilDate, by actor: Actor) {
    let entry = FileEntry(event, on: day, by: actor.hand)
    file.apply(entry)
    entries.append(entry)
  }

  /// A desk in the office.
  func desk(
    _ actor: Actor = Office.clerk,
    for purpose: Purpose = .casework,
    on day: CivilDate? = nil
  ) throws -> Desk {
    let law = try Office.law(on: day ?? today)
    return Desk(actor: actor, purpose: purpose, today: day ?? today, law: law, files: others)
  }

  /// Decides a command; nothing is folded.
  func decide(
    _ command: Command,
    by actor: Actor = Office.clerk,
    for purpose: Purpose? = nil,
    on day: CivilDate? = nil
  ) throws -> Result<Decided, Rejection> {
    let purpose = purpose ?? .usual(of: actor.role, for: command.action)
    let desk = try desk(actor, for: purpose, on: day)
    do throws(Rejection) { return .success(try file.decide(command, at: desk)) } catch {
      return .failure(error)
    }
  }

  /// Plays a command that must succeed, and folds what follows, on other files too.
  ///
  /// The legal date moves to `day`, if one is given.
  @discardableResult
  mutating func play(
    _ command: Command,
    by actor: Actor = Office.clerk,
    for purpose: Purpose? = nil,
    on day: CivilDate? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Decided {
    if let day { today = day }
    switch try decide(command, by: actor, for: purpose) {
    case .failure(let rejection):
      Issue.record(
        "\(rejection.id): \(rejection.reason.english)",
        sourceLocation: sourceLocation
      )
      throw rejection
    case .success(let decided):
      for event in decided.events { fold(event, on: today, by: actor) }
      for other in decided.others {
        var file = others[other.resident] ?? ResidentFile(id: other.resident)
        for event in other.events { file.apply(FileEntry(event, on: today, by: actor.hand)) }
        others[other.resident] = file
      }
      return decided
    }
  }

  /// Plays commands that must succeed, on one day and by one hand.
  mutating func play(
    _ commands: [Command],
    by actor: Actor = Office.clerk,
    for purpose: Purpose? = nil,
    on day: CivilDate? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for command in commands {
      try play(command, by: actor, for: purpose, on: day, sourceLocation: sourceLocation)
    }
  }

  /// Expects that a command is rejected, by the rejection's name, in both languages, with a remedy.
  @discardableResult
  func expectRejection(
    _ id: String,
    of command: Command,
    by actor: Actor = Office.clerk,
    for purpose: Purpose? = nil,
    on day: CivilDate? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Rejection? {
    switch try decide(command, by: actor, for: purpose, on: day) {
    case .success(let decided):
      Issue.record(
        "not rejected as \(id): \(decided.events.map(\.type))",
        sourceLocation: sourceLocation
      )
      return nil
    case .failure(let rejection):
      #expect(
        rejection.id == id,
        "\(rejection.reason.english)",
        sourceLocation: sourceLocation
      )
      for text in [rejection.reason, rejection.remedy] {
        #expect(!text.english.isEmpty && !text.chinese.isEmpty, sourceLocation: sourceLocation)
      }
      return rejection
    }
  }

  /// Expects that folding the entries from empty gives the file.
  func expectFoldsFromEmpty(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(ResidentFile(id: id, folding: entries) == file, sourceLocation: sourceLocation)
  }
}
