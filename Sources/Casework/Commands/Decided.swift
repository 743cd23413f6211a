/// What a command makes happen: events on the file it is for, and on others that it names.
package struct Decided: Hashable, Sendable {
  /// What happens to the file; empty where all that was asked is so already.
  package var events: [Event]
  /// What happens to other files, in order.
  package var others: [FileEvents]

  /// Creates an answer.
  package init(_ events: [Event], others: [FileEvents] = []) {
    self.events = events
    self.others = others
  }
}

/// What happens to one other file.
package struct FileEvents: Hashable, Sendable {
  /// Whose.
  package var resident: ResidentID
  /// What.
  package var events: [Event]

  /// Creates events.
  package init(_ resident: ResidentID, _ events: [Event]) {
    self.resident = resident
    self.events = events
  }
}
