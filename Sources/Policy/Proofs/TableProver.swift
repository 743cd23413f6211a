import ExpressionLanguage

/// Proves that a decision table decides everyone, once, and that each of its rows is of use.
package enum TableProver {
  /// Looks for everyone whom `table` does not decide, or decides twice, and for rows of no use.
  ///
  /// Guards come first, then who falls through, then who falls under two rows, then rows that
  /// nobody reaches. Where a guard of an input column is broken, nothing is said of the rows.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - budget: How many branches may be looked at before the proof is given up.
  /// - Returns: At most twenty findings; none where the table is proved right.
  /// - Complexity: O(*b*·*n*) in the branches looked at and the tests of the table; the branches
  ///   are few where rows tell their people apart, at worst all combinations of classes.
  package static func findings(of table: ProofTable, budget: Int = 200_000) -> [ProofFinding] {
    if table.variables.contains(where: { $0.type.isInvalid }) { return [] }
    var run = TableProof(table, budget: budget)
    return run.findings()
  }
}
