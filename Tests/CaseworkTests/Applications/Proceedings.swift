import Casework
import ExpressionLanguage
import Policy
import Scoring
import Testing

/// One person's applications in the office's hands: plays commands and folds what follows.
struct Proceedings {
  /// The file.
  var file: ResidentFile
  /// Every entry of it, in order.
  var entries: [FileEntry]
  /// The legal date.
  var today: CivilDate
  /// The law, the same on every day.
  var law: OfficeLaw
  /// Other files at hand.
  var others: [ResidentID: ResidentFile] = [:]

  /// The papers of somebody who works here.
  static let papers = ["identity card", "photograph", "proof of address", "proof of employment"]

  /// Somebody from Beijing who works for a unit and lives here since `from`, on a Monday.
  init(
    livingHereFrom from: String? = "2023-01-01",
    born: String = "1990-05-01",
    household: String = "beijing",
    on day: String = "2024-03-04",
    changing changes: [String: Term.Length?] = [:]
  ) throws {
    let day = Office.day(day)
    let one = OfficeCase.registered(
      11,
      on: day,
      born: Office.day(born),
      household: household,
      livingHereFrom: from.map(Office.day)
    )
    file = one.file
    entries = one.entries
    today = day
    law = try TestTerms.law(on: day, changing: changes)
    let unit = Employer(code: "91139999MA0XN1T018", name: "某公司")
    record(.person(.employerChanged(employer: unit, from: day)))
  }

  /// The same with stable employment: all that the measure asks for.
  static func eligible(
    on day: String = "2024-03-04",
    changing changes: [String: Term.Length?] = [:]
  ) throws -> Proceedings {
    var one = try Proceedings(on: day, changing: changes)
    one.know("stable employment", "true", by: "public service")
    return one
  }

  /// An application that lacks a photograph.
  static func lacking(
    _ basis: Basis = .employment,
    changing changes: [String: Term.Length?] = [:]
  ) throws -> Proceedings {
    var one = try Proceedings.eligible(changing: changes)
    try one.play(.submit(basis: basis, medium: .paper, papers: ["identity card"]))
    return one
  }

  /// An application of somebody whose household is registered here, who needs no permit.
  static func registeredHere() throws -> Proceedings {
    var one = try Proceedings(household: "xiongan")
    try one.play(.submit(basis: .employment, medium: .paper, papers: ["identity card"]))
    return one
  }

  /// One that was accepted on the day on which it came in.
  static func accepted(
    changing changes: [String: Term.Length?] = [:]
  ) throws -> Proceedings {
    var one = try Proceedings.eligible(changing: changes)
    try one.play(.submit(basis: .employment, medium: .paper, papers: Proceedings.papers))
    try one.play(.accept(number: 1), by: Office.clerk)
    return one
  }

  /// The last application.
  var application: Application {
    get throws { try #require(file.applications.all.last) }
  }

  /// The person.
  var resident: Actor { Office.resident(file.id) }

  /// The keys of the papers that went out, without reminders.
  var notices: [String] { file.notices.all.map(\.key).filter(Proceedings.isPaper) }

  /// Folds an event.
  mutating func record(_ event: Event, by actor: Actor = Office.clerk) {
    let entry = FileEntry(event, on: today, by: actor.hand)
    file.apply(entry)
    entries.append(entry)
  }

  /// States a fact as its department does.
  mutating func know(_ fact: String, _ value: String, by source: String) {
    let statement = FactStatement(
      fact: fact,
      content: .value(text: value),
      source: source,
      asOf: today
    )
    record(.fact(.stated(statement: statement, supersedes: [])), by: Office.department(source))
  }

  /// What a department says to all that it is asked: yes, and of records that there are none.
  func words(of department: String) -> [Event] {
    let records = Set(law.assessor.set.model.records.map { NameKey.of($0.name.english) })
    let checks = file.applications.open?.openChecks.filter { $0.department == department } ?? []
    return checks.flatMap(\.facts).map { fact in
      .fact(
        .stated(
          statement: FactStatement(
            fact: fact,
            content: records.contains(fact) ? .none : .value(text: "true"),
            source: department,
            asOf: today
          ),
          supersedes: []
        )
      )
    }
  }

  /// A department states all that it is asked.
  mutating func tell(_ department: String) {
    for word in words(of: department) { record(word, by: Office.department(department)) }
  }

  /// What a command would make happen.
  func decide(
    _ command: Command,
    by actor: Actor = Office.clerk
  ) -> Result<[Event], Rejection> {
    let purpose = Purpose.usual(of: actor.role, for: command.action)
    let desk = Desk(actor: actor, purpose: purpose, today: today, law: law, files: others)
    do throws(Rejection) { return .success(try file.decide(command, at: desk).events) } catch {
      return .failure(error)
    }
  }

  /// Plays a command on an application; it must succeed.
  @discardableResult
  mutating func play(
    _ command: ApplicationCommand,
    by actor: Actor? = nil,
    on day: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [Event] {
    if let day { today = Office.day(day) }
    let actor = actor ?? hand(for: command)
    switch decide(.application(command), by: actor) {
    case .failure(let rejection):
      Issue.record("\(rejection.id): \(rejection.reason.english)", sourceLocation: sourceLocation)
      throw rejection
    case .success(let events):
      for event in events { record(event, by: actor) }
      return events
    }
  }

  /// Does the day's work; gives what it makes of applications, without reminders.
  @discardableResult
  mutating func work(on day: String? = nil) throws -> [Event] {
    if let day { today = Office.day(day) }
    let events = try decide(.dayWork, by: .system).get()
    for event in events { record(event, by: .system) }
    return events.filter { event in
      if case .notice(.queued(let notice)) = event { return Proceedings.isPaper(notice.key) }
      return true
    }
  }

  /// Whether a notice is one of the papers of an application; else it is a reminder.
  private static func isPaper(_ key: String) -> Bool {
    [
      "receipt", "one-time-notice", "accepted", "not-in-scope", "closed-unfinished", "withdrawn",
      "extension", "relocation-denied", "decision",
    ].contains { key.hasPrefix($0 + "/") }
  }

  /// Expects that a command is rejected, in both languages, with a remedy.
  @discardableResult
  func expectRejection(
    _ id: String,
    of command: ApplicationCommand,
    by actor: Actor? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Rejection {
    let answer = decide(.application(command), by: actor ?? hand(for: command))
    guard case .failure(let rejection) = answer else {
      Issue.record("not rejected as \(id): \(answer)", sourceLocation: sourceLocation)
      return Rejection("", Bilingual("", ""), remedy: Bilingual("", ""))
    }
    #expect(rejection.id == id, "\(rejection.reason.english)", sourceLocation: sourceLocation)
    for text in [rejection.reason, rejection.remedy] {
      #expect(!text.english.isEmpty && !text.chinese.isEmpty, sourceLocation: sourceLocation)
    }
    return rejection
  }

  /// Who usually asks for it.
  func hand(for command: ApplicationCommand) -> Actor {
    switch command {
    case .submit, .supplement, .withdraw: resident
    case .giveNotice, .accept, .decline, .askDepartment: Office.clerk
    case .answerCheck(_, let department): Office.department(department)
    case .confirmRelocation: Office.employer("91139999MA0XN1T018")
    case .extendTerm, .approve, .refuse: Office.reviewer
    }
  }
}
