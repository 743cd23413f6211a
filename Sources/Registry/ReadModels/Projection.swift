import Casework
import EventStore
import ExpressionLanguage

/// Keeps the read models with the journal: after a command, writes the rows that its files now make
/// and takes away those that they no longer do.
struct Projection {
  /// Every model that follows from files alone.
  static let models: [any FileModel.Type] = [
    ResidentsModel.self, IdentitiesModel.self, PhonesModel.self, SearchTermsModel.self,
    TasksModel.self, DueDaysModel.self, PermitsModel.self, OutboxModel.self,
  ]

  private let laws: LawCabinet
  private let transaction: any JournalTransaction

  init(_ laws: LawCabinet, _ transaction: any JournalTransaction) {
    self.laws = laws
    self.transaction = transaction
  }

  /// Brings the tables from the files before to the files after.
  ///
  /// - Parameters:
  ///   - changes: What happened to each file.
  ///   - positions: Where the journal keeps the entries of each.
  /// - Returns: The files after, with the rows that they make.
  @discardableResult
  func project(_ changes: [FileChange], at positions: [[Int64]]) throws -> [FoldedFile] {
    var difference = Difference()
    var flows = FlowCounts()
    var files: [FoldedFile] = []
    for change in changes {
      var after = change.after
      if !change.entries.isEmpty {
        let before = try change.before.rows ?? rows(of: change.before)
        let rows = try rows(of: after, butForThoseLike: change.before.file, before)
        for (old, new) in zip(before, rows) { difference.add(old, new, of: after.file.id.text) }
        after.rows = rows
        flows.count(change.entries, on: change.before.file)
      }
      files.append(after)
    }
    try difference.write(transaction)
    try flows.add(transaction)
    for (change, places) in zip(changes, positions) {
      try CardNumbers.project(change, at: places, transaction)
    }
    return files
  }

  private func rows(of folded: FoldedFile) throws -> [[ReadRow]] {
    guard let view = try FileOnDay(folded, laws) else { return Projection.models.map { _ in [] } }
    return try Projection.models.map { try $0.rows(of: view, transaction.blindIndex) }
  }

  private func rows(
    of after: FoldedFile,
    butForThoseLike before: ResidentFile,
    _ known: [[ReadRow]]
  ) throws -> [[ReadRow]] {
    guard let view = try FileOnDay(after, laws) else { return known }
    return try zip(Projection.models, known).map { model, rows in
      if !before.isEmpty, model.areAlike(before, after.file) { return rows }
      return try model.rows(of: view, transaction.blindIndex)
    }
  }

  /// What is to be written.
  private struct Difference {
    private var gone: [ReadRow] = []
    private var new: [(resident: String, row: ReadRow)] = []

    mutating func add(_ old: [ReadRow], _ rows: [ReadRow], of resident: String) {
      if old == rows { return }
      if old.isEmpty {
        new += rows.map { (resident, $0) }
        return
      }
      let keys = Set(rows.map(\.key))
      gone += old.filter { !keys.contains($0.key) }
      let kept = Set(old)
      new += rows.filter { !kept.contains($0) }.map { (resident, $0) }
    }

    func write(_ transaction: any JournalTransaction) throws {
      // What one file gives up, such as a number, may be what another takes.
      for row in gone { try row.delete(transaction) }
      for (resident, row) in new { try row.write(for: resident, transaction) }
    }
  }
}
