import Casework
import EventStore
import ExpressionLanguage

/// Keeps the read models with the journal: after a command, writes the rows that its files now make
/// and takes away those that they no longer do.
///
/// What the rows are is worked out first, without the journal; then they are written.
struct Projection: Sendable {
  /// Every model that follows from files alone.
  static let models: [any FileModel.Type] = [
    ResidentsModel.self, IdentitiesModel.self, PhonesModel.self, SearchTermsModel.self,
    TasksModel.self, DueDaysModel.self, PermitsModel.self, OutboxModel.self,
  ]

  /// The files after, with the rows that they make.
  private(set) var files: [FoldedFile] = []
  private let changes: [FileChange]
  private var difference = Difference()
  private var flows = FlowCounts()

  /// Works out what brings the tables from the files before to the files after.
  ///
  /// - Parameters:
  ///   - changes: What happened to each file.
  ///   - laws: The measures.
  ///   - index: The keyed digests by which texts are found again.
  /// - Throws: Where no measures are in force.
  init(_ changes: [FileChange], _ laws: LawCabinet, _ index: BlindIndex) throws {
    self.changes = changes
    for change in changes {
      var after = change.after
      if !change.entries.isEmpty {
        after.rows = try Projection.rows(of: change, &difference, laws, index)
        flows.count(change.entries, on: change.before.file)
      }
      files.append(after)
    }
  }

  /// Writes it.
  ///
  /// - Parameters:
  ///   - positions: Where the journal keeps the entries of each file.
  ///   - transaction: Where the rows are written.
  ///   - isFilling: Whether all rows are made anew, each file once.
  /// - Throws: What the transaction throws.
  func write(
    at positions: [[Int64]],
    _ transaction: any JournalTransaction,
    isFilling: Bool = false
  ) throws {
    if isFilling {
      try difference.fill(transaction)
    } else {
      try difference.write(transaction, isOneFile: changes.count == 1)
    }
    try flows.add(transaction)
    for (change, places) in zip(changes, positions) {
      try CardNumbers.project(change, at: places, transaction, isFilling: isFilling)
    }
  }

  /// Notes what changes for one file.
  ///
  /// - Returns: The rows that it makes now, in each of the models: `nil` where they are as before
  ///   and nobody has worked them out.
  private static func rows(
    of change: FileChange,
    _ difference: inout Difference,
    _ laws: LawCabinet,
    _ index: BlindIndex
  ) throws -> [[ReadRow]?] {
    let (before, after) = (change.before, change.after)
    guard let new = try FileOnDay(after, laws) else { return before.rows }
    // Only what may have changed is worked out, and how it was only where nobody remembers.
    var old: FileOnDay?
    return try models.enumerated().map { place, model in
      let known = before.rows.isEmpty ? nil : before.rows[place]
      if !before.file.isEmpty, model.areAlike(before.file, after.file) { return known }
      if known == nil, old == nil { old = try FileOnDay(before, laws) }
      let was = try known ?? old.map { try model.rows(of: $0, index) } ?? []
      let rows = try model.rows(of: new, index)
      difference.add(was, rows, of: after.file.id.text)
      return rows
    }
  }

  /// What is to be written.
  private struct Difference: Sendable {
    /// A row that takes the place of another of the same file and table.
    private struct Move: Sendable {
      var old: ReadRow
      var new: ReadRow
      var resident: String
    }

    private var gone: [ReadRow] = []
    private var new: [(resident: String, row: ReadRow)] = []
    private var moves: [Move] = []

    mutating func add(_ old: [ReadRow], _ rows: [ReadRow], of resident: String) {
      if old == rows { return }
      if old.isEmpty {
        new += rows.map { (resident, $0) }
        return
      }
      // Most that changes is one row.
      if old.count == 1, rows.count == 1 {
        if old[0].key == rows[0].key {
          new.append((resident, rows[0]))
        } else {
          moves.append(Move(old: old[0], new: rows[0], resident: resident))
        }
        return
      }
      let (keys, oldKeys) = (Set(rows.map(\.key)), Set(old.map(\.key)))
      let (left, come) = (
        old.filter { !keys.contains($0.key) }, rows.filter { !oldKeys.contains($0.key) }
      )
      let kept = Set(old)
      new += rows.filter { oldKeys.contains($0.key) && !kept.contains($0) }.map { (resident, $0) }
      if left.count == 1, come.count == 1 {
        moves.append(Move(old: left[0], new: come[0], resident: resident))
      } else {
        gone += left
        new += come.map { (resident, $0) }
      }
    }

    /// Adds it where nothing was before.
    func fill(_ transaction: any JournalTransaction) throws {
      for (resident, row) in new { try row.fill(for: resident, transaction) }
    }

    /// Writes it; `isOneFile` says whether all of it is of one file.
    func write(_ transaction: any JournalTransaction, isOneFile: Bool) throws {
      // What one file gives up, such as a number, may be what another takes.
      for row in gone { try row.delete(transaction) }
      if !isOneFile { for move in moves { try move.old.delete(transaction) } }
      for move in moves {
        // Fewer pages are touched than where one row goes and another comes.
        isOneFile
          ? try move.new.write(over: move.old, for: move.resident, transaction)
          : try move.new.write(for: move.resident, transaction)
      }
      for (resident, row) in new { try row.write(for: resident, transaction) }
    }
  }
}
