import Casework
import EventStore
import ExpressionLanguage

/// Shows a department as much of a file as it needs to answer, and enters that it looked.
struct Enquiries: Sendable {
  private let office: Office

  init(_ office: Office) { self.office = office }

  /// What a department is asked of a person.
  ///
  /// - Throws: `Rejection` of the access table, or `nothing-asked` where the department is asked
  ///   nothing about the person.
  func enquiry(
    _ resident: ResidentID,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> Enquiry {
    let reading = FileReading(office)
    let hand = try await reading.hand(resident, by: actor)
    try reading.check(.answerCheck, hand, by: actor, for: purpose)
    let file = hand.subject.file
    let (today, law) = (office.today, try office.law(on: office.today))
    let checks = file.applications.all.flatMap { application in
      application.openChecks.filter { $0.department == actor.office }
        .map { check in
          let unstated = file.unstated(check, on: today, by: law)
          return Enquiry.Check(application: application.number, check: check, unstated: unstated)
        }
    }
    let disputed = file.facts.disputed.filter { $0.statement.source == actor.office }
    if checks.isEmpty, disputed.isEmpty { throw Rejection.notAsked }
    try await AccessLog(office).enter(.answerCheck, of: resident, by: actor, for: purpose)
    let known = file.facts.known(on: office.today).filter { $0.statement.source == actor.office }
    return Enquiry(
      resident: resident,
      identity: file.person.isProtected ? nil : file.person.identity,
      checks: checks,
      statements: known + disputed.filter { !known.contains($0) }
    )
  }
}

extension Rejection {
  fileprivate static var notAsked: Rejection {
    Rejection(
      "not-asked",
      Bilingual("your department is asked nothing about this person", "没有需要贵部门核验的事项"),
      remedy: Bilingual("go back to the queue", "请返回待办列表")
    )
  }
}
