package import ExpressionLanguage
import Policy
package import Scoring

extension ResidentFile {
  /// Decides what is asked about facts.
  func decide(_ command: FactCommand, at desk: Desk) throws(Rejection) -> [Event] { [] }

  /// What is known of the person on a day, true on that day, typed by the dictionaries, each with
  /// its provenance: what `Scoring` gets.
  ///
  /// What casework itself knows comes from the file: birth date and sex from the identity number,
  /// residence registrations, the state of the permit, the basis of an application. A statement
  /// that the dictionary in force cannot read is unknown, never wrong.
  ///
  /// - Parameters:
  ///   - day: The legal date.
  ///   - known: The day on which it must have been known; `day` where it is the same.
  ///   - basis: The basis of the application in hand, if any.
  ///   - permitState: Taken for the permit's state instead of the file's: `none` asks whether the
  ///     person would be given a permit.
  package func facts(
    on day: CivilDate,
    known: CivilDate? = nil,
    basis: Basis? = nil,
    permitState: String? = nil,
    by law: OfficeLaw
  ) -> Facts {
    Facts(
      factCount: law.assessor.set.model.facts.count,
      recordsCount: law.assessor.set.model.records.count
    )
  }
}
