import Synchronization

/// Bounds what wrong assertions may write into the log: anybody can send them.
///
/// Kept in memory, for each client that there is and for all others together; a restart begins anew.
final class WrongAssertions: Sendable {
  /// So many entries of a client an hour; the last one says that there are more.
  static let mostAnHour = 20

  private struct Count {
    var hour: Int64
    var entries = 0
  }

  private let counts = Mutex<[String: Count]>([:])

  /// What is to be noted of one, if anything.
  func kind(_ kind: SecurityEventKind, of client: String?, at now: Int64) -> SecurityEventKind? {
    let hour = now / .hour
    return counts.withLock { counts in
      var count = counts[client ?? ""] ?? Count(hour: hour)
      if count.hour != hour { count = Count(hour: hour) }
      guard count.entries < Self.mostAnHour else { return nil }
      count.entries += 1
      counts[client ?? ""] = count
      return count.entries == Self.mostAnHour ? .assertionsUnnoted : kind
    }
  }
}

extension AccountStore {
  /// Notes an assertion that was not believed, by why and by the client that it names if there is
  /// one, and nothing else of it; twenty an hour for each client, and for all that name none.
  ///
  /// - Parameters:
  ///   - fault: Why.
  ///   - client: The client that it names.
  ///   - address: Where it comes from.
  /// - Throws: `AccountStoreFault`.
  package func noteWrongAssertion(
    _ fault: AssertionFault,
    of client: String?,
    from address: NetworkAddress
  ) async throws {
    var known: String?
    if let client, try await self.client(client) != nil { known = client }
    guard let kind = wrongAssertions.kind(fault.kind, of: known, at: clock()) else { return }
    try await write { [known] in try $0.note(kind, named: known, from: address) }
  }
}
