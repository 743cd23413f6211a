package import EventStore

/// What the office needs of its journal beside appending and reading.
package protocol OfficeStore: EventStore {
  /// Whether a commit would begin at once: none runs and none waits.
  var isIdle: Bool { get }

  /// A keyed digest under which a text is found again, without telling it: 32 bytes.
  func blindIndex(_ text: String, purpose: String) -> [UInt8]

  /// The rows that one statement finds by a key: a row or two, for they may be read at once, on the
  /// caller's thread.
  func find(_ sql: String, _ arguments: [SQLValue]) async throws -> [SQLRow]

  /// Destroys what is known about subjects, for ever; `erase` takes away rows of read models.
  func destroy(
    _ orders: [Destruction],
    time: Int64,
    erase: @escaping @Sendable (any JournalTransaction, Destruction) throws -> Void
  ) async throws

  /// Makes the read models anew: `supply` reads ahead, in batches, until it gives `nil`; `prepare`
  /// makes on all cores what `project` then writes, in the order of the batches. The rows of
  /// `unsorted` tables it gives in any order, to `UnsortedRows.table(of:)`.
  func rebuild<Source: Sendable, Batch: Sendable>(
    _ schema: [ReadModelMigration],
    unsorted: [String],
    supply: @escaping @Sendable (any JournalReader, Source?) throws -> Source?,
    prepare: @escaping @Sendable (Source) throws -> Batch,
    project: @escaping @Sendable (Batch, any JournalTransaction) throws -> Void
  ) async throws

  /// Goes through the whole journal as it is now, while it is used; `tell` hears now and then how
  /// many events are done.
  func verify(tell: @escaping @Sendable (Int64) -> Void) async throws -> JournalReport
}

extension SQLiteStore: OfficeStore {}
