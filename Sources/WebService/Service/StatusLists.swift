import Crypto
import ExpressionLanguage
import Logging
package import PermitCredential
import Registry
import Synchronization

/// The status lists as they are handed out: made from all cards at most once a minute, beside
/// answering.
///
/// Whoever asks gets a list that is at most two minutes old; after a quiet time the first waits
/// until it is made. A list in which nothing has changed stays the same, so that others need not
/// fetch it again, and is signed anew every hour.
package final class StatusLists: Sendable {
  /// One list, with its entity tag.
  package struct Published: Sendable {
    /// The list.
    package let signed: SignedStatusList
    /// The tag: another text has another one.
    package let tag: String
  }

  /// How many seconds a list is good for: as long as a verifier may stay off line.
  static let lifetime: Int64 = 86_400
  /// After how many seconds there may be a newer one.
  static let timeToLive: Int64 = 60
  /// After how many seconds one that has not changed is signed anew.
  private static let renewal: Int64 = 3_600

  private struct Made: Sendable {
    var lists: [Int: Published]
    /// The moment as of which they were made, in milliseconds since 1970.
    var at: Int64
  }

  private struct State {
    var made: Made?
    var work: Task<Made, any Error>?
  }

  private let state = Mutex(State())

  init() {}

  /// The lists, by number.
  ///
  /// - Throws: What the journal throws.
  /// - Complexity: O(1), but O(*n*) in the cards once a minute.
  func all(_ service: Service) async throws -> [Int: Published] {
    let now = service.office.now.milliseconds
    let (known, work) = state.withLock { state -> (Made?, Task<Made, any Error>?) in
      let age = state.made.map { now - $0.at } ?? .max
      if age < StatusLists.timeToLive * 1_000 { return (state.made, nil) }
      let work = state.work ?? start(service, after: state.made, at: now)
      state.work = work
      return (age < 2 * StatusLists.timeToLive * 1_000 ? state.made : nil, work)
    }
    if let known { return known.lists }
    return try await work?.value.lists ?? [:]
  }

  private func start(_ service: Service, after last: Made?, at now: Int64) -> Task<Made, any Error>
  {
    Task {
      do {
        let made = try await StatusLists.make(service, after: last, at: now)
        state.withLock { state in
          state.made = made
          state.work = nil
        }
        return made
      } catch {
        state.withLock { $0.work = nil }
        service.logger.error(
          "the status lists could not be made",
          metadata: ["kind": "\(type(of: error))"]
        )
        throw error
      }
    }
  }

  private static func make(
    _ service: Service,
    after last: Made?,
    at now: Int64
  ) async throws -> Made {
    var cards: [(number: Int64, status: PermitStatus)] = []
    var lists: Set<Int64> = []
    try await service.office.cardStatuses { number, answer in
      // What is valid is not written into a list; it only has to be there.
      let isFirst = lists.insert(number / Int64(StatusPlace.listSize)).inserted
      if isFirst || answer != .valid { cards.append((number, answer.status)) }
    }
    let proofs = service.permits
    var published: [Int: Published] = [:]
    for list in proofs.places.lists(of: cards) {
      if let known = last?.lists[list.number], known.signed.list == list,
        now / 1_000 - known.signed.issued < renewal
      {
        published[list.number] = known
        continue
      }
      let signed = try SignedStatusList(
        list,
        issuer: proofs.issuer,
        address: "\(service.settings.address(port: service.settings.port))/status",
        issued: now / 1_000,
        lifetime: lifetime,
        timeToLive: timeToLive,
        by: proofs.keys
      )
      published[list.number] = Published(signed: signed, tag: tag(of: signed.text))
    }
    return Made(lists: published, at: now)
  }

  private static func tag(of text: String) -> String {
    let digits = SHA256.hash(data: Array(text.utf8)).prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "\"\(digits.joined())\""
  }
}

extension CardAnswer {
  /// The same in the status lists.
  fileprivate var status: PermitStatus {
    switch self {
    case .valid: .valid
    case .suspended: .suspended
    case .cancelled: .cancelled
    case .unknown: .unknown
    }
  }
}
