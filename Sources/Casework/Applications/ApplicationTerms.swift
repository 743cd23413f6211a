import ExpressionLanguage

/// The terms of an application by the measures in force, and when they end.
///
/// A term that no measure sets ends never: nothing follows from its passing.
struct ApplicationTerms {
  let law: OfficeLaw

  /// The time to tell what is missing.
  var notify: Term? { term("days to notify") }
  /// The time for a department to answer.
  var check: Term? { term("days to check") }
  /// The time for the person to bring what is missing.
  var supplement: Term? { term("days to supplement") }

  /// The time from acceptance to the card in hand, by Article 9 of the Regulations.
  func issue(_ application: Application) -> Term? {
    term(application.extensionReason == nil ? "days to issue" : "days to issue extended")
  }

  /// The last day to tell what is missing.
  func notifyDue(_ application: Application) -> DueDate? {
    due(notify, after: application.submitted)
  }

  /// The last day to accept what was completed after the notice; the office has as long as for a
  /// first look.
  func acceptDue(_ application: Application) -> DueDate? {
    application.completed.flatMap { due(notify, after: $0) }
  }

  /// The last day to make and hand out the card; `nil` before acceptance.
  func issueDue(_ application: Application) -> DueDate? {
    application.accepted.flatMap { due(issue(application), after: $0) }
  }

  private func due(_ term: Term?, after day: CivilDate) -> DueDate? {
    term?.length.map { law.due($0, after: day) }
  }

  private func term(_ name: String) -> Term? {
    do throws(Rejection) { return try law.term(name) } catch { return nil }
  }
}
