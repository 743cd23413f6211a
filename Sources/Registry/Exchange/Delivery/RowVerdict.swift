/// What becomes of a row.
enum RowVerdict: Hashable, Sendable {
  /// Recorded by this delivery.
  case taken
  /// Said before, here or in the file.
  case repeated
  /// Sent back.
  case returned([RowReason])
}
