/// A step of taking a delivery after which a program can be killed; tests stop there.
enum ExchangeStep: Hashable, Sendable {
  /// So many batches of statements are recorded.
  case stated(Int)
  /// The returned rows are written.
  case wroteReturned
  /// The receipt is written: from here on the delivery is taken.
  case wroteReceipt
  /// The table stands where it stays.
  case keptTable
  /// The table is gone from where it came in.
  case removedTable
  /// The reason of a refusal is written.
  case wroteRefusal
}

/// Asked after each step; what it throws ends the program as far as the exchange can tell.
struct ExchangeProbe: Sendable {
  /// Thrown by a probe.
  struct Stop: Error {}

  /// What happens after a step.
  var reach: @Sendable (ExchangeStep) throws(Stop) -> Void = { _ throws(Stop) in }
}
