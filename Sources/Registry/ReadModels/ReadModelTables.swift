import EventStore

/// Every table of the read models.
enum ReadModelTables {
  /// The steps that make them.
  ///
  /// A step that was released never changes: another one follows it.
  static let migrations = [
    ReadModelMigration(
      "1 tables",
      Projection.models.flatMap { $0.schema } + AccessLog.schema + FlowCounts.schema
        + Attempts.schema
    ),
    ReadModelMigration("2 searches", SearchLog.schema),
    ReadModelMigration("3 card numbers", CardNumbers.schema),
  ]

  /// The tables whose rows do not come in the order of their keys when files are read one by one.
  static let unsorted =
    Projection.models.map { $0.table }.filter { !$0.isInOrderOfFiles }.map(\.name)
    + [CardNumbers.table]

  /// The tables whose rows are about one person, by their column `resident`.
  static let personal =
    Projection.models.map { $0.table.name } + [
      AccessLog.table.name, Attempts.table.name, CardNumbers.table,
    ]
}
