/// What can go wrong while a person is decided; the checker proves most of it away.
package struct EvaluationFault: Error, Hashable, Sendable {
  /// What went wrong.
  package enum Kind: Hashable, Sendable {
    /// A number left the range of 64 bits.
    case overflow
    /// A day left the years 1 to 9999, or its parts name no day.
    case noSuchDay
    /// A division by zero.
    case divisionByZero
    /// No row of a table applies.
    case noRow
    /// Rules use each other without end.
    case cycle
  }

  /// What went wrong.
  package var kind: Kind
  /// The rule in which it happened.
  package var definition: Int
}
