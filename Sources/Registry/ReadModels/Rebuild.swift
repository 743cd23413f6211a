import Casework
import EventStore
import ExpressionLanguage
import Synchronization

/// Makes every read model anew from the journal, file by file.
///
/// Files are read and folded on one core while their rows are written on the other.
struct Rebuild: Sendable {
  /// What the journal holds on some files.
  private struct Batch: Sendable {
    var histories: [History] = []
    var searches: [StoredEvent] = []
    /// The stream read last, after which the next batch begins.
    var last: StreamID
  }

  /// What it holds on one.
  private struct History: Sendable {
    var resident: ResidentID
    /// `nil` where the person's data were destroyed.
    var change: FileChange?
    /// The file's own events.
    var events: [StoredEvent]
    var accesses: [StoredEvent] = []
    var deliveries: [StoredEvent] = []

    /// How many events were read.
    var count: Int { (change?.entries.count ?? 0) + accesses.count + deliveries.count }
  }

  private static let size = 512
  private static let days = 8

  private let office: Office

  init(_ office: Office) { self.office = office }

  func run() async throws -> RebuildReport {
    let tally = Mutex(RebuildReport(events: 0, files: 0, destroyed: 0))
    let laws = office.laws
    try await office.store.rebuild(
      ReadModelTables.migrations,
      unsorted: ReadModelTables.unsorted,
      supply: { reader, last in try Rebuild.batch(reader, after: last) },
      project: { batch, transaction in
        let kept = batch.histories.filter { $0.change != nil }
        try Projection(laws, transaction, isFilling: true).project(
          kept.compactMap(\.change),
          at: kept.map { $0.events.map(\.position) }
        )
        for history in batch.histories where history.change == nil {
          try CardNumbers.projectGone(history.events, transaction)
        }
        for history in kept {
          for event in history.accesses { try AccessLog.project(event, transaction) }
          for event in history.deliveries { try Delivery.project(event, transaction) }
        }
        for event in batch.searches { try SearchLog.project(event, transaction) }
        tally.withLock { report in
          for history in batch.histories { report.add(history.count, history.change == nil) }
          report.events += batch.searches.count
        }
      }
    )
    return tally.withLock { $0 }
  }

  private static func batch(_ reader: any JournalReader, after last: Batch?) throws -> Batch? {
    let family = "resident/"
    let place = last?.last
    guard place.map({ $0.text.hasPrefix(family) }) ?? true else {
      return try searches(reader, after: place)
    }
    let streams = try reader.streams(beginningWith: family, after: place, limit: size)
    guard let end = streams.last else { return try searches(reader, after: nil) }
    var batch = Batch(last: end)
    for resident in streams.compactMap({ ResidentID($0) }) {
      batch.histories.append(try history(of: resident, reader))
    }
    return batch
  }

  /// The searches of some days, after the files.
  private static func searches(_ reader: any JournalReader, after last: StreamID?) throws -> Batch?
  {
    let streams = try reader.streams(beginningWith: SearchLog.streams, after: last, limit: days)
    guard let end = streams.last else { return nil }
    var batch = Batch(last: end)
    for stream in streams { batch.searches += try reader.events(of: stream, after: 0) }
    return batch
  }

  private static func history(
    of resident: ResidentID,
    _ reader: any JournalReader
  ) throws -> History {
    let stored = try reader.events(of: resident.stream, after: 0)
    if stored.contains(where: { $0.payload == .destroyed }) {
      return History(resident: resident, change: nil, events: stored)
    }
    let change = FileChange(
      FoldedFile(id: resident),
      try stored.map(EventCodec.decode)
    )
    return History(
      resident: resident,
      change: change,
      events: stored,
      accesses: try reader.events(of: resident.accessStream, after: 0),
      deliveries: try reader.events(of: resident.deliveryStream, after: 0)
    )
  }
}

extension RebuildReport {
  fileprivate mutating func add(_ count: Int, _ isDestroyed: Bool) {
    events += count
    if isDestroyed { destroyed += 1 } else { files += 1 }
  }
}
