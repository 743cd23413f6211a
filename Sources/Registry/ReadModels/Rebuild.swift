import Casework
import EventStore
import ExpressionLanguage
import Synchronization

/// Makes every read model anew from the journal, file by file.
///
/// Files are read by one thread, folded and their rows worked out by as many as there are cores, and
/// the rows written by another.
struct Rebuild: Sendable {
  /// What the journal holds on some files, as it was read.
  private struct Source: Sendable {
    var files: [Streams] = []
    var searches: [StoredEvent] = []
    /// The stream read last, after which the next ones are read.
    var last: StreamID
  }

  /// What it holds on one.
  private struct Streams: Sendable {
    var resident: ResidentID
    /// The file's own events.
    var events: [StoredEvent]
    var accesses: [StoredEvent] = []
    var deliveries: [StoredEvent] = []

    var isDestroyed: Bool { events.contains { $0.payload == .destroyed } }
  }

  /// What is written of it.
  private struct Batch: Sendable {
    var projection: Projection
    /// Where the journal keeps the entries of each file that is projected.
    var positions: [[Int64]] = []
    /// The events of each file whose person's data were destroyed.
    var destroyed: [[StoredEvent]] = []
    var accesses: [StoredEvent] = []
    var deliveries: [StoredEvent] = []
    var searches: [StoredEvent]
    var report: RebuildReport
  }

  private static let size = 512
  private static let days = 8

  private let office: Office

  init(_ office: Office) { self.office = office }

  func run() async throws -> RebuildReport {
    let tally = Mutex(RebuildReport(events: 0, files: 0, destroyed: 0))
    let (laws, store) = (office.laws, office.store)
    try await store.rebuild(
      ReadModelTables.migrations,
      unsorted: ReadModelTables.unsorted,
      supply: { reader, last in try Rebuild.read(reader, after: last) },
      prepare: { source in try Rebuild.batch(of: source, laws, store.blindIndex) },
      project: { batch, transaction in
        try Rebuild.write(batch, transaction)
        tally.withLock { $0.add(batch.report) }
      }
    )
    return tally.withLock { $0 }
  }

  // MARK: Read

  private static func read(_ reader: any JournalReader, after last: Source?) throws -> Source? {
    let family = "resident/"
    let place = last?.last
    guard place.map({ $0.text.hasPrefix(family) }) ?? true else {
      return try searches(reader, after: place)
    }
    let streams = try reader.streams(beginningWith: family, after: place, limit: size)
    guard let end = streams.last else { return try searches(reader, after: nil) }
    var source = Source(last: end)
    for resident in streams.compactMap({ ResidentID($0) }) {
      source.files.append(
        Streams(
          resident: resident,
          events: try reader.events(of: resident.stream, after: 0),
          accesses: try reader.events(of: resident.accessStream, after: 0),
          deliveries: try reader.events(of: resident.deliveryStream, after: 0)
        )
      )
    }
    return source
  }

  /// The searches of some days, after the files.
  private static func searches(
    _ reader: any JournalReader,
    after last: StreamID?
  ) throws -> Source? {
    let streams = try reader.streams(beginningWith: SearchLog.streams, after: last, limit: days)
    guard let end = streams.last else { return nil }
    var source = Source(last: end)
    for stream in streams { source.searches += try reader.events(of: stream, after: 0) }
    return source
  }

  // MARK: Prepare

  private static func batch(
    of source: Source,
    _ laws: LawCabinet,
    _ index: BlindIndex
  ) throws -> Batch {
    let destroyed = source.files.filter(\.isDestroyed)
    let kept = source.files.filter { !$0.isDestroyed }
    let changes = try kept.map { file in
      FileChange(FoldedFile(id: file.resident), try file.events.map(EventCodec.decode))
    }
    // Who reads the file of somebody destroyed, and what was sent to them, is gone as well.
    let accesses = kept.flatMap(\.accesses)
    let deliveries = kept.flatMap(\.deliveries)
    let entries = kept.reduce(0) { $0 + $1.events.count }
    return Batch(
      projection: try Projection(changes, laws, index),
      positions: kept.map { $0.events.map(\.position) },
      destroyed: destroyed.map(\.events),
      accesses: accesses,
      deliveries: deliveries,
      searches: source.searches,
      report: RebuildReport(
        events: entries + accesses.count + deliveries.count + source.searches.count,
        files: kept.count,
        destroyed: destroyed.count
      )
    )
  }

  // MARK: Write

  private static func write(_ batch: Batch, _ transaction: any JournalTransaction) throws {
    try batch.projection.write(at: batch.positions, transaction, isFilling: true)
    for events in batch.destroyed { try CardNumbers.projectGone(events, transaction) }
    for event in batch.accesses { try AccessLog.project(event, transaction) }
    for event in batch.deliveries { try Delivery.project(event, transaction) }
    for event in batch.searches { try SearchLog.project(event, transaction) }
  }
}

extension RebuildReport {
  fileprivate mutating func add(_ other: RebuildReport) {
    events += other.events
    files += other.files
    destroyed += other.destroyed
  }
}
