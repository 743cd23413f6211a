/// Gives the events after a place one by one, and waits where there are no more yet.
///
/// It reads when it is asked, so a slow reader holds up nobody and fills no memory.
actor Follower {
  private static let batch = 256

  private let store: SQLiteStore
  private var position: Int64
  private var buffer: ArraySlice<StoredEvent> = []

  init(_ store: SQLiteStore, after position: Int64) {
    self.store = store
    self.position = position
  }

  /// The next event; `nil` once the task is cancelled.
  func next() async throws -> StoredEvent? {
    while true {
      if let event = buffer.popFirst() { return event }
      if Task.isCancelled { return nil }
      let (count, after) = (store.signal.count, position)
      let events: [StoredEvent]
      do {
        events = try await store.read { try $0.events(after: after, limit: Self.batch) }
      } catch is CancellationError {
        // The task was cancelled while it read.
        return nil
      }
      buffer = events[...]
      if let last = events.last {
        position = last.position
      } else if store.isWriter {
        await store.signal.wait(beyond: count)
      } else {
        // Another process commits; nothing tells us but the file.
        do { try await Task.sleep(for: store.options.pollInterval) } catch { return nil }
      }
    }
  }
}
