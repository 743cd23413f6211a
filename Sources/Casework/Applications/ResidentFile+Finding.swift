package import ExpressionLanguage
package import Scoring

extension ResidentFile {
  /// What the measures find of an application by what is known on a day: every condition of the
  /// permit with whether it is met.
  ///
  /// Nothing is decided by it; it is what an approval or a refusal would then rest on.
  ///
  /// - Throws: `no-such-application`, `no-permit-channel`, `cannot-be-computed`.
  /// - Complexity: That of assessing one person.
  package func finding(
    of number: Int,
    on day: CivilDate,
    by law: OfficeLaw
  ) throws(Rejection) -> ChannelResult {
    guard let application = applications.application(number) else {
      throw .noSuchApplication(number, of: applications.all.count)
    }
    let facts = facts(on: day, known: day, basis: application.basis, by: law)
    return try law.assessPermit(facts, on: day).channel
  }
}
