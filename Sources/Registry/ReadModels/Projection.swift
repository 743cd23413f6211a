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

  func project(_ changes: [FileChange]) throws {
    var gone: [ReadRow] = []
    var new: [(resident: String, row: ReadRow)] = []
    var flows = FlowCounts()
    for change in changes where !change.entries.isEmpty {
      let (before, after) = (
        try FileOnDay(change.before, laws), try FileOnDay(change.after, laws)
      )
      for model in Projection.models
      where !model.areAlike(change.before.file, change.after.file) {
        let old = try before.map { try model.keptRows(of: $0, transaction) } ?? []
        let rows = try after.map { try model.rows(of: $0, transaction.blindIndex) } ?? []
        let keys = Set(rows.map(\.key))
        gone += old.filter { !keys.contains($0.key) }
        let kept = Set(old)
        new += rows.filter { !kept.contains($0) }.map { (change.after.file.id.text, $0) }
      }
      flows.count(change.entries, on: change.before.file)
    }
    // What one file gives up, such as a number, may be what another takes.
    for row in gone { try row.delete(transaction) }
    for (resident, row) in new { try row.write(for: resident, transaction) }
    try flows.add(transaction)
  }
}
