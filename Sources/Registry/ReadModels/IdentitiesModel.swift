import Casework
import EventStore

/// Finds a file by the citizen's number, which stands nowhere in clear.
enum IdentitiesModel: FileModel {
  static let table = ReadTable("identities", key: ["number_index", "resident"], ["is_current"])

  static let schema = [
    """
    CREATE TABLE identities (
      number_index BLOB NOT NULL,
      resident TEXT NOT NULL,
      is_current INTEGER NOT NULL,
      PRIMARY KEY (number_index, resident)
    )
    """,
    // One number, one file; a file that was merged into another keeps its number and gives way.
    "CREATE UNIQUE INDEX identities_number ON identities (number_index) WHERE is_current = 1",
    "CREATE INDEX identities_resident ON identities (resident)",
  ]

  static func areAlike(_ before: ResidentFile, _ after: ResidentFile) -> Bool {
    before.person.identity?.number == after.person.identity?.number
      && before.person.mergedInto == after.person.mergedInto
  }

  static func rows(of view: FileOnDay, _ index: BlindIndex) -> [ReadRow] {
    let person = view.file.person
    guard let number = person.identity?.number else { return [] }
    return [
      ReadRow(
        table,
        [
          .bytes(self.index(number, index)), .text(view.file.id.text),
          .flag(person.mergedInto == nil),
        ]
      )
    ]
  }

  /// The file that has a number now.
  static func holder(
    of number: IdentityNumber,
    _ reader: any ReadModelReader
  ) throws -> ResidentID? {
    try reader.rows(
      "SELECT resident FROM identities WHERE number_index = ? AND is_current = 1",
      [.bytes(index(number, reader.blindIndex))]
    ).first?[0].text.flatMap { ResidentID($0) }
  }

  private static func index(_ number: IdentityNumber, _ index: BlindIndex) -> [UInt8] {
    index(number.text, "identity number")
  }
}
