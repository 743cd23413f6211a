/// How long sessions last, in milliseconds.
package struct SessionLimits: Hashable, Sendable {
  /// One kind's limits.
  package struct Pair: Hashable, Sendable {
    /// Without a request.
    package var idle: Int64
    /// In all.
    package var absolute: Int64

    /// Creates a pair.
    package init(idle: Int64, absolute: Int64) {
      self.idle = idle
      self.absolute = absolute
    }
  }

  /// Residents and employers: half an hour, twelve hours.
  package var residents = Pair(idle: 30 * .minute, absolute: 12 * .hour)
  /// The office's own people and departments: a quarter of an hour, eight hours.
  package var staff = Pair(idle: 15 * .minute, absolute: 8 * .hour)
  /// Before anybody signs in, or while the second factor is awaited.
  package var anonymous = Pair(idle: 30 * .minute, absolute: 2 * .hour)

  /// Creates the limits of the service.
  package init() {}
}

extension Int64 {
  /// A second in milliseconds.
  package static let second: Int64 = 1_000
  /// A minute in milliseconds.
  package static let minute: Int64 = 60_000
  /// An hour in milliseconds.
  package static let hour: Int64 = 3_600_000
  /// A day in milliseconds.
  package static let day: Int64 = 86_400_000
}
