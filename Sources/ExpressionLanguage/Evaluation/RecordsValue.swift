/// The records of one kind that a person has.
package enum RecordsValue: Sendable {
  /// Not supplied yet.
  case unknown
  /// Known to be these; each has a value for each attribute.
  case known([[Value]])
}
