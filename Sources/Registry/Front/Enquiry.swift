package import Casework

/// What a department sees of a person about whom it is asked: who it is, what is asked, and what
/// the department itself has said; nothing else of the file.
package struct Enquiry: Sendable {
  /// One check that waits for the department.
  package struct Check: Hashable, Sendable {
    /// The application.
    package var application: Int
    /// What is asked.
    package var check: DepartmentCheck
    /// What of it the department has not said since it was asked, by the names in the check.
    package var unstated: [String]
  }

  /// The file.
  package var resident: ResidentID
  /// Who it is; `nil` for a protected person.
  package var identity: Identity?
  /// The checks that wait for the department.
  package var checks: [Check]
  /// What the department has stated and still stands, with open disputes.
  package var statements: [FactLedger.Item]
}
