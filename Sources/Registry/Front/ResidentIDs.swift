package import Casework
import Synchronization

/// Where the names of new files come from: characters drawn at random.
package struct ResidentIDs: Sendable {
  /// The next name.
  package let next: @Sendable () -> ResidentID

  /// Names from the system's random numbers.
  package static let system = ResidentIDs {
    var generator = SystemRandomNumberGenerator()
    return ResidentID.random(using: &generator)
  }

  /// Names from a generator, so that a story can be told again.
  package init(_ generator: some RandomNumberGenerator & Sendable) {
    let generator = Mutex(generator)
    next = { generator.withLock { ResidentID.random(using: &$0) } }
  }

  private init(next: @escaping @Sendable () -> ResidentID) { self.next = next }
}

extension ResidentID {
  private static let letters = Array(alphabet)

  fileprivate static func random(using generator: inout some RandomNumberGenerator) -> ResidentID {
    while true {
      let text = (0..<length).map { _ in letters[Int(generator.next() & 31)] }
      // Every such text is a name; the loop only spares a forced one.
      if let id = ResidentID(String(text)) { return id }
    }
  }
}
