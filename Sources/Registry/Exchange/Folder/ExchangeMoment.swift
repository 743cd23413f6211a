package import ExpressionLanguage

/// A moment as the exchange needs it; nothing in it reads a clock.
package struct ExchangeMoment: Hashable, Sendable {
  /// Seconds since 1970 UTC.
  package var seconds: Int64
  /// The legal date.
  package var date: CivilDate

  /// Creates a moment.
  package init(seconds: Int64, date: CivilDate) {
    self.seconds = seconds
    self.date = date
  }
}
