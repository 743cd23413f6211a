/// Why a file cannot be cut into rows: from that place on nothing is sure.
struct CSVFault: Error, Hashable, Sendable {
  /// What is wrong.
  enum Kind: Hashable, Sendable {
    /// A quote is opened and never closed; the place is that of the opening one.
    case unclosedQuote
    /// Something stands between a closing quote and the next comma.
    case afterQuote
    /// A carriage return without a line feed.
    case loneReturn
    /// More bytes in one cell than allowed.
    case longCell(most: Int)
    /// More bytes in one row than allowed.
    case longRow(most: Int)
    /// More cells in one row than allowed.
    case manyCells(most: Int)
  }

  /// What is wrong.
  var kind: Kind
  /// Where.
  var place: TextPlace
}
