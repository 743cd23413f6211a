package import ExpressionLanguage

/// What became of a delivery that was taken, row by row; nothing in it tells about a person.
package struct DeliveryReceipt: Hashable, Sendable, Codable {
  /// A row that was returned.
  package struct ReturnedRow: Hashable, Sendable, Codable {
    /// Its number among the rows, from 1.
    package var row: Int
    /// The line on which it begins.
    package var line: Int
    /// Why.
    package var reasons: [RowReason]
  }

  /// How many returned rows the receipt of a file tells one by one; the returned file has all.
  package static let mostRows = 1_000

  /// The department, by the dictionary's English name.
  package var department: String
  /// Its number of the delivery.
  package var delivery: String
  /// What it was about.
  package var about: Bilingual
  /// The day on which it was made.
  package var madeOn: CivilDate
  /// The legal date on which it was taken.
  package var takenOn: CivilDate
  /// The SHA-256 of its bytes.
  package var hash: String
  /// How it was written: `utf-8`, `gb18030`, `json`.
  package var encoding: String
  /// How many rows came.
  package var rows: Int
  /// How many of them are recorded by this delivery.
  package var taken: Int
  /// How many of them said what was known already, or what another row says.
  package var repeated: Int
  /// How many of them were returned with reasons.
  package var returned: Int
  /// The first of those that were returned.
  package var returnedRows: [ReturnedRow]
}
