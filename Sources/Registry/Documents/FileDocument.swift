package import Casework
import ExpressionLanguage

/// A resident's whole file as programs are told it: `anju office show --format json` and the API.
package struct FileDocument: Encodable, Sendable {
  struct Person: Encodable {
    var name: String?
    var number: String?
    var birthDate: CivilDate?
    var isProtected: Bool
    var mergedInto: ResidentID?
    var employer: Employer?
    var residences: [LivedAt]
  }
  struct LivedAt: Encodable {
    var number: Int
    var residence: Residence
    var last: CivilDate?
  }
  struct Case: Encodable {
    var number: Int
    var state: String
    var basis: Basis
    var medium: Medium
    var submitted: CivilDate
    var accepted: CivilDate?
    var papers: [String]
    var notice: OneTimeNotice?
    var checks: [DepartmentCheck]
    var decision: ApplicationDecision?
  }
  struct PermitOutput: Encodable {
    var state: String
    var issued: CivilDate
    var endorsementDue: CivilDate?
    var tenureFrom: CivilDate
    var endorsements: [Endorsement]
    var cards: [Card]
  }
  struct Clock: Encodable {
    var id: String
    var name: Bilingual
    var waitsFor: Role
    var since: CivilDate
    var due: DueDate?
    var used: Int
    var left: Int?
    var isWorkingDays: Bool
    var paused: Bilingual?
    var atEnd: Bilingual
    var citation: Casework.Citation
  }
  struct Known: Encodable {
    var number: Int
    var statement: FactStatement
    var known: CivilDate
    var isDisputed: Bool
  }
  struct Entry: Encodable {
    var position: Int64
    var on: CivilDate
    var by: Hand
    var type: String
    var words: Bilingual
  }

  var resident: ResidentID
  var on: CivilDate
  var person: Person
  var applications: [Case]
  var permit: PermitOutput?
  var clocks: [Clock]
  var services: [EntitlementDocument]
  var facts: [Known]
  var history: [Entry]

  /// The file as a view shows it, with what happened in words.
  package init(_ view: FileView, _ labels: FactLabels) {
    let file = view.file
    resident = file.id
    on = view.day
    person = Person(
      name: file.person.identity?.name,
      number: file.person.identity?.number.masked,
      birthDate: file.person.identity?.number.birthDate,
      isProtected: file.person.isProtected,
      mergedInto: file.person.mergedInto,
      employer: file.person.employer,
      residences: file.person.residences.map {
        LivedAt(number: $0.number, residence: $0.residence, last: $0.last)
      }
    )
    applications = file.applications.all.map(Case.init)
    permit = file.permits.last.map { permit in
      PermitOutput(
        state: permit.state(on: view.day).rawValue,
        issued: permit.issued,
        endorsementDue: permit.endorsementDue,
        tenureFrom: permit.tenureFrom,
        endorsements: permit.endorsements,
        cards: permit.cards
      )
    }
    clocks = view.clocks.map(Clock.init)
    services = view.entitlements.map(EntitlementDocument.init)
    facts = file.facts.known(on: view.day).map {
      Known(
        number: $0.number,
        statement: $0.statement,
        known: $0.known,
        isDisputed: $0.dispute != nil
      )
    }
    history = view.entries.map {
      Entry(
        position: $0.position,
        on: $0.entry.on,
        by: $0.entry.by,
        type: $0.entry.event.type,
        words: $0.entry.event.words(labels)
      )
    }
  }
}

extension FileDocument.Case {
  init(_ application: Application) {
    number = application.number
    state = application.state.rawValue
    basis = application.basis
    medium = application.medium
    submitted = application.submitted
    accepted = application.accepted
    papers = application.papers
    notice = application.notice
    checks = application.checks
    decision = application.decision
  }
}

extension FileDocument.Clock {
  init(_ clock: CaseClock) {
    id = clock.id
    name = clock.name
    waitsFor = clock.waitsFor
    since = clock.since
    due = clock.due
    used = clock.used
    left = clock.left
    isWorkingDays = clock.isWorkingDays
    paused = clock.paused
    atEnd = clock.atEnd
    citation = clock.citation
  }
}
