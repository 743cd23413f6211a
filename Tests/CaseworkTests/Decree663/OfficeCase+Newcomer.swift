import Casework
import ExpressionLanguage
import Testing

// Whom the Regulations are played on, under the measures as shipped.
extension OfficeCase {
  /// Who verifies what decides a permit.
  private static let verifiers = [
    "stable employment": "public service", "stable residence": "construction",
    "continuous study": "public service", "staff of a relocated unit": "the relocated unit",
    "limited mobility": "the applicant",
  ]

  /// The papers of somebody who works here.
  static let papersOfWork = [
    "identity card", "photograph", "proof of address", "proof of employment",
  ]

  /// Somebody who lives here since a day, of whom all that is named is true and the rest is not.
  static func newcomer(
    _ seed: UInt64 = 41,
    since: String = "2023-01-01",
    on day: String = "2024-03-04",
    born: String = "1990-05-01",
    household: String = "beijing",
    with known: [String] = ["stable employment"]
  ) -> OfficeCase {
    var one = OfficeCase.registered(
      seed,
      on: Office.day(day),
      born: Office.day(born),
      household: household,
      livingHereFrom: Office.day(since)
    )
    for fact in verifiers.keys.sorted() where fact != "limited mobility" || known.contains(fact) {
      one.state(fact, known.contains(fact))
    }
    return one
  }

  /// Its verifier says whether something is so.
  mutating func state(_ fact: String, _ isSo: Bool) {
    let verifier = OfficeCase.verifiers[fact] ?? ""
    know(fact, isSo ? "true" : "false", by: verifier)
  }

  /// A holder of a permit since a day.
  static func holder(_ seed: UInt64 = 41, since day: String = "2024-03-04") throws -> OfficeCase {
    var one = OfficeCase.newcomer(seed, on: day)
    try one.apply()
    try one.play(
      .permit(.issue(application: 1, serial: "XA-1")),
      sourceLocation: #_sourceLocation
    )
    return one
  }

  /// The person of the file.
  var person: Actor { Office.resident(id) }

  /// The last application.
  var application: Application? { file.applications.all.last }
  /// The last permit.
  var permit: Permit? { file.permits.last }

  /// Hands an application in.
  mutating func submit(
    _ basis: Basis = .employment,
    papers: [String] = OfficeCase.papersOfWork,
    by actor: Actor? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try play(
      .application(.submit(basis: basis, medium: .paper, papers: papers)),
      by: actor ?? person,
      sourceLocation: sourceLocation
    )
  }

  /// Hands one in and has it accepted and approved, all on one day.
  mutating func apply(
    _ basis: Basis = .employment,
    papers: [String] = OfficeCase.papersOfWork,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try submit(basis, papers: papers, sourceLocation: sourceLocation)
    let number = file.applications.all.count
    try play(.application(.accept(number: number)), sourceLocation: sourceLocation)
    try play(
      .application(.approve(number: number)),
      by: Office.reviewer,
      sourceLocation: sourceLocation
    )
  }

  /// What the person may have of a service.
  func answer(_ service: String, on day: String? = nil) throws -> Entitlement.Answer? {
    let day = day.map(Office.day) ?? today
    return file.mayHave(service: service, on: day, by: try Office.law(on: day))?.answer
  }

  /// The stable names of the services that an article of the measure of Xiong'an opens.
  func services(of article: String) throws -> [Entitlement] {
    file.entitlements(on: today, by: try Office.law(on: today))
      .filter { $0.citation.article.english.hasPrefix(article + " ") }
  }
}

extension Result {
  /// Whether it went well.
  var isSuccess: Bool { if case .success = self { true } else { false } }
}
