import Casework
import ExpressionLanguage
import Foundation
import Policy
import Scoring
import Synchronization
import TestSupport
import Testing

/// A resident whose permit is played through years, under the law as shipped or changed in a row.
struct PermitStory {
  var one: OfficeCase
  var law: OfficeLaw
  private var serials = 0

  var file: ResidentFile { one.file }
  var permit: Permit? { one.file.permits.last }
  var today: CivilDate { one.today }

  /// A resident who has lived and worked here for two years, with an approved application.
  init(
    approvedOn day: String = "2024-03-01",
    seed: UInt64 = 1,
    under law: OfficeLaw? = nil
  ) throws {
    let day = Office.day(day)
    self.law = try law ?? Office.law(on: day)
    let home = try #require(day.adding(days: -730))
    one = OfficeCase.registered(seed, on: day, born: Office.day("1990-06-15"), livingHereFrom: home)
    know("stable employment", "true")
    know("stable residence", "false")
    know("continuous study", "false")
    know("staff of a relocated unit", "false")
    approve()
  }

  /// The same with the permit issued that day.
  static func holder(
    from day: String = "2024-03-01",
    seed: UInt64 = 1,
    under law: OfficeLaw? = nil
  ) throws -> PermitStory {
    var story = try PermitStory(approvedOn: day, seed: seed, under: law)
    try story.run(.issue(application: 1, serial: story.nextSerial()))
    return story
  }

  /// A serial number that was not used yet.
  mutating func nextSerial() -> String {
    serials += 1
    return "XA-\(serials)"
  }

  /// An application is handed in and approved.
  mutating func approve() {
    let number = one.file.applications.all.count + 1
    let decision = ApplicationDecision(
      isApproval: true,
      on: today,
      reasons: [],
      remedies: [],
      law: [],
      facts: []
    )
    one.record(
      .application(.submitted(basis: .employment, medium: .paper, papers: [], actedFor: nil)),
      .application(.accepted(number: number, since: today, isDeemed: false)),
      .application(.decided(number: number, decision: decision))
    )
  }

  /// A fact is stated, true from now on.
  mutating func know(_ fact: String, _ value: String, until: CivilDate? = nil) {
    let statement = FactStatement(
      fact: fact,
      content: .value(text: value),
      source: "public service",
      asOf: today,
      until: until
    )
    one.record(
      .fact(.stated(statement: statement, supersedes: [])),
      by: Office.department("public service")
    )
  }

  /// Decides a command; nothing is folded.
  func ask(
    _ command: PermitCommand,
    by actor: Actor? = nil,
    on day: String? = nil
  ) -> Result<[Event], Rejection> {
    ask(.permit(command), by: actor ?? PermitStory.actor(of: command), on: day.map(Office.day))
  }

  /// Decides any command; nothing is folded.
  func ask(
    _ command: Command,
    by actor: Actor,
    on day: CivilDate? = nil
  ) -> Result<[Event], Rejection> {
    let desk = Desk(
      actor: actor,
      purpose: .usual(of: actor.role, for: command.action),
      today: day ?? today,
      law: law
    )
    do throws(Rejection) { return .success(try file.decide(command, at: desk).events) } catch {
      return .failure(error)
    }
  }

  /// Plays a command that must succeed.
  @discardableResult
  mutating func run(
    _ command: PermitCommand,
    by actor: Actor? = nil,
    on day: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [Event] {
    if let day { one.today = Office.day(day) }
    let actor = actor ?? PermitStory.actor(of: command)
    switch ask(.permit(command), by: actor) {
    case .success(let events):
      for event in events { one.record(event, by: actor) }
      return events
    case .failure(let rejection):
      Issue.record(
        "\(rejection.id): \(rejection.reason.english)",
        sourceLocation: sourceLocation
      )
      throw rejection
    }
  }

  /// The day's work.
  @discardableResult
  mutating func dayWork(on day: String) throws -> [Event] { try dayWork(on: Office.day(day)) }

  /// The day's work.
  @discardableResult
  mutating func dayWork(on day: CivilDate) throws -> [Event] {
    one.today = day
    let events = try ask(.dayWork, by: .system).get()
    for event in events { one.record(event, by: .system) }
    return events
  }

  /// Expects a rejection of a name, in both languages, with a remedy.
  @discardableResult
  func expect(
    _ id: String,
    of command: PermitCommand,
    by actor: Actor? = nil,
    on day: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Rejection? {
    switch ask(command, by: actor, on: day) {
    case .success(let events):
      Issue.record("not \(id): \(events.map(\.type))", sourceLocation: sourceLocation)
      return nil
    case .failure(let rejection):
      #expect(rejection.id == id, "\(rejection.reason.english)", sourceLocation: sourceLocation)
      for text in [rejection.reason, rejection.remedy] {
        #expect(!text.english.isEmpty && !text.chinese.isEmpty, sourceLocation: sourceLocation)
      }
      return rejection
    }
  }

  /// Who usually asks for it.
  static func actor(of command: PermitCommand) -> Actor {
    switch command {
    case .cancel(.issuedInError, _): Office.reviewer
    case .refuseEndorsement, .proposeConfiscation, .dropConfiscation: Office.reviewer
    case .confirmConfiscation: Office.secondReviewer
    case .restore: Office.supervisor
    default: Office.clerk
    }
  }
}

/// The law of xiongan with a row of the office's contract changed.
enum ChangedLaw {
  /// Tenure goes on after a late endorsement.
  static let goesOn = Result {
    try law(replacing: "\"restarts\" · 自补办之日起重新计算", with: "\"goes on\" · 继续计算")
  }

  /// Compiles the measure of Xiong'an with one text in the place of another.
  static func law(replacing old: String, with new: String) throws -> OfficeLaw {
    let root = PackageRoot.file("Policies")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    let files = try (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { name in
      var text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      if name == "xiongan/residence-permit/2021-01-01.md" {
        try #require(text.contains(old))
        text = text.replacingOccurrences(of: old, with: new)
      }
      return PolicyFile(path: name, bytes: Array(text.utf8), hash: "hash of \(name)")
    }
    let (set, report) = PolicyCompiler.compile(
      PolicyLibrary(files: files),
      jurisdiction: "xiongan",
      on: Office.day("2024-03-01")
    )
    let text = report.text(DiagnosticFormatter(language: .english), from: .error)
    return OfficeLaw(Assessor(try #require(set, "\(text)")))
  }
}
