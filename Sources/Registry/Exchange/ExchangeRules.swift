/// What the exchange with departments allows: sizes, patience, who may send.
package struct ExchangeRules: Hashable, Sendable {
  /// The most bytes of one file; so much is held in memory while it is read.
  package var mostBytes = 64 << 20
  /// The most rows of one file, without the header.
  package var mostRows = 200_000
  /// The most columns.
  package var mostColumns = 64
  /// The most bytes of one cell.
  package var longestCell = 4_096
  /// The most bytes of one row.
  package var longestRow = 65_536
  /// How many statements go to the desk at once.
  package var batch = 256
  /// For how many seconds a file that does not fit its manifest may still be on its way.
  package var patience: Int64 = 600
  /// The departments that may send, by English name; `nil` for whoever the dictionary names.
  package var departments: Set<String>?
  /// The facts and attributes, by English key, whose date may lie after the day of the statement.
  ///
  /// The end of a spell always may.
  package var mayLieAhead: Set<String> = []

  /// The rules of an office that has not said otherwise.
  package init() {}
}
