import ExpressionLanguage

/// The one table of who may do what: role × relation to the file × purpose. What it does not name
/// is refused.
package enum AccessTable {
  /// Refuses what the table does not allow.
  ///
  /// - Throws: `Rejection` `not-allowed`, `own-file` or `relatives-file`.
  package static func check(
    _ action: Action,
    on file: ResidentFile,
    at desk: Desk
  ) throws(Rejection) {
  }
}
