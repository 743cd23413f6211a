import Synchronization

/// The nonces that were used while they could be used again.
///
/// Those of a request are remembered until its timestamp is too old to be admitted. A program that
/// starts anew has forgotten them; a delivery repeated then is known by its number and hash.
package final class NonceBook: Sendable {
  private struct Entry: Hashable {
    var key: String
    var nonce: String
  }

  private struct State {
    var expiry: [Entry: Int64] = [:]
    var nextSweep: Int64 = 0
  }

  private let state = Mutex(State())
  private let most: Int

  /// An empty book for at most so many nonces; when it is full, nothing is admitted.
  package init(most: Int = 100_000) { self.most = most }

  /// Remembers a nonce; `false` where it was used before or the book is full.
  ///
  /// - Complexity: O(1), and O(*n*) once a minute.
  func use(_ nonce: String, of key: String, until expiry: Int64, now: Int64) -> Bool {
    state.withLock { state in
      if now >= state.nextSweep || state.expiry.count >= most {
        state.expiry = state.expiry.filter { $0.value >= now }
        state.nextSweep = now + 60
      }
      let entry = Entry(key: key, nonce: nonce)
      guard state.expiry[entry] == nil, state.expiry.count < most else { return false }
      state.expiry[entry] = expiry
      return true
    }
  }
}
