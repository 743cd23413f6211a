import Casework
import ExpressionLanguage
import MadeUpPeople
import Policy

/// One event of every kind that the journal can hold.
enum EventSamples {
  static let day = CivilDate(year: 2024, month: 2, day: 29) ?? .earliest
  static let later = CivilDate(year: 2025, month: 3, day: 1) ?? .earliest

  static let all: [Event] =
    persons + facts + applications + permits + [
      .notice(.queued(notice: Notice(key: "receipt/1", subject: words, text: words)))
    ]

  private static let words = Bilingual("Met “so far”\n", "已满足")
  private static let citation = Citation(
    measure: "xiongan/residence-permit",
    article: Bilingual("Article 6", "第六条"),
    standing: .enacted
  )
  private static let reason = Reason(words: words, status: "met", citation: citation)
  private static let due = DueDate(later, isProvisional: true)
  private static let card = Card(serial: "XA-0000001", made: day)

  private static var other: ResidentID {
    guard let id = ResidentID("0123456789") else { preconditionFailure("a file's name") }
    return id
  }

  private static let statement = FactStatement(
    fact: "stable employment",
    content: .value(text: "true"),
    source: "human resources",
    asOf: day,
    from: day,
    until: nil,
    reference: "HR-1"
  )

  private static let persons: [Event] = [
    .registered(identity: .madeUp(1), phone: "13900000000"),
    .registered(identity: .madeUp(2), phone: nil),
    .identityCorrected(identity: .madeUp(3), reason: "misread"),
    .phoneChanged(phone: nil),
    .residenceRegistered(residence: .madeUp(1, from: day)),
    .residenceEnded(residence: 1, last: later),
    .employerChanged(employer: Employer(code: "91130000X", name: "某公司"), from: day),
    .employerChanged(employer: nil, from: day),
    .relativeLinked(relative: other, relation: .spouse),
    .relativeUnlinked(relative: other, reason: "divorced"),
    .guardianAppointed(guardian: other, ground: .limitedMobility),
    .guardianEnded(guardian: other, reason: "recovered"),
    .wardTaken(ward: other, ground: .minor),
    .wardLeft(ward: other),
    .protectionSet(isProtected: true, reason: "order 7"),
    .mergedFrom(duplicate: other),
    .mergedInto(survivor: other),
  ].map(Event.person)

  private static let facts: [Event] = [
    .stated(statement: statement, supersedes: [1, 2]),
    .stated(
      statement: FactStatement(
        fact: "social insurance",
        content: .records(rows: [["from": "2020-01", "to": "2020-12"], [:]]),
        source: "human resources",
        asOf: day
      ),
      supersedes: []
    ),
    .stated(
      statement: FactStatement(
        fact: "criminal record",
        content: .none,
        source: "police",
        asOf: day
      ),
      supersedes: []
    ),
    .withdrawn(fact: 1, reason: "another's"),
    .disputed(fact: 2, why: "not so", due: due),
    .disputeAnswered(fact: 2, isUpheld: false, reason: "it is so"),
  ].map(Event.fact)

  private static let applications: [Event] = [
    .submitted(basis: .employment, medium: .online, papers: ["identity card"], actedFor: other),
    .submitted(basis: .relocation, medium: .paper, papers: [], actedFor: nil),
    .noticeGiven(number: 1, notice: OneTimeNotice(missing: ["lease"], on: day, due: due)),
    .supplemented(number: 1, papers: ["lease"]),
    .accepted(number: 1, since: day, isDeemed: true),
    .declined(number: 1, reason: "elsewhere", rightOffice: "Baoding"),
    .withdrawn(number: 1),
    .closedUnfinished(number: 1, due: later),
    .departmentAsked(
      number: 1,
      check: DepartmentCheck(
        department: "police",
        facts: ["criminal record"],
        asked: day,
        due: due,
        answered: nil
      )
    ),
    .checkAnswered(number: 1, department: "police"),
    .relocationConfirmed(number: 1, isConfirmed: true, unit: "某单位"),
    .termExtended(number: 1, reason: "flood"),
    .decided(
      number: 1,
      decision: ApplicationDecision(
        isApproval: false,
        on: day,
        reasons: [reason],
        remedies: [words],
        law: [LawText(measure: "china/residence-permit", version: day, hash: "00ff")],
        facts: [1, 3]
      )
    ),
  ].map(Event.application)

  private static let permits: [Event] = [
    .issued(application: 1, card: card, due: later),
    .endorsed(
      endorsement: Endorsement(on: day, due: later, isLate: false),
      due: later,
      tenureFrom: day
    ),
    .endorsementRefused(reasons: [reason], remedies: [words]),
    .suspended(from: later),
    .cardLost(serial: "XA-0000001"),
    .cardDamaged(serial: "XA-0000001"),
    .cardReplaced(old: "XA-0000001", card: card, fee: 2_000),
    .cancelled(ground: .movedAway, from: later),
    .confiscationProposed(ground: .fraud, evidence: "paper 12"),
    .confiscationSeconded,
    .confiscated(ground: .forged, evidence: "paper 12"),
    .confiscationDropped(reason: "genuine"),
    .restored(reason: "mistaken for another"),
  ].map(Event.permit)
}
