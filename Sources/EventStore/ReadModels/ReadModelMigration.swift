/// One step in making the tables of the read models.
package struct ReadModelMigration: Hashable, Sendable {
  /// Its name, which never changes.
  package var name: String
  /// Its statements, run in order: `CREATE`, `DROP` and `ALTER`, and changes of rows.
  package var statements: [String]

  /// Creates a step.
  package init(_ name: String, _ statements: [String]) {
    self.name = name
    self.statements = statements
  }
}
