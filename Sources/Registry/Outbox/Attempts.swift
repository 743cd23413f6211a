import EventStore

/// When a notice that did not go out is tried again.
///
/// It is no part of the journal: after a rebuild everything that is still queued is tried at once.
enum Attempts {
  static let table = ReadTable(
    "delivery_attempts",
    key: ["resident", "notice"],
    ["attempts", "next_try", "why"]
  )

  static let schema = [
    """
    CREATE TABLE delivery_attempts (
      resident TEXT NOT NULL,
      notice INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      next_try INTEGER NOT NULL,
      why TEXT NOT NULL,
      PRIMARY KEY (resident, notice)
    )
    """
  ]

  /// How long after the last of so many attempts the next one comes, in milliseconds: five minutes,
  /// twice as long each time, a day at most.
  static func pause(after attempts: Int64) -> Int64 {
    min(300_000 << min(max(attempts - 1, 0), 20), 86_400_000)
  }
}
