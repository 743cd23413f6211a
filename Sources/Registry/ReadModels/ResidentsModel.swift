import Casework
import EventStore
import ExpressionLanguage

/// One row a file: what lists show and statistics count.
enum ResidentsModel: FileModel {
  static let table = ReadTable(
    "residents",
    key: ["resident"],
    [
      "summary", "permit", "district", "is_male", "birth_year", "basis", "since", "is_protected",
      "merged_into",
    ]
  )

  static let schema = [
    """
    CREATE TABLE residents (
      resident TEXT NOT NULL PRIMARY KEY,
      summary BLOB NOT NULL,
      permit TEXT NOT NULL,
      district TEXT NOT NULL,
      is_male INTEGER NOT NULL,
      birth_year INTEGER NOT NULL,
      basis TEXT NOT NULL,
      since TEXT NOT NULL,
      is_protected INTEGER NOT NULL,
      merged_into TEXT NOT NULL
    )
    """,
    // Holds all that the statistics group by, so that they need not read the table.
    """
    CREATE INDEX residents_structure
      ON residents (merged_into, permit, district, is_male, birth_year, basis)
    """,
  ]

  static func areAlike(_ before: ResidentFile, _ after: ResidentFile) -> Bool {
    let (one, other) = (before.person, after.person)
    return one.identity == other.identity && one.isProtected == other.isProtected
      && one.mergedInto == other.mergedInto && before.district == after.district
      && before.permits == after.permits && before.basis == after.basis
  }

  static func rows(of view: FileOnDay, _ index: BlindIndex) throws -> [ReadRow] {
    let file = view.file
    guard let identity = file.person.identity else { return [] }
    let summary = SearchHit.Summary(
      name: identity.name,
      maskedNumber: identity.number.masked,
      birthDate: identity.number.birthDate
    )
    let permit = file.permits.last
    return [
      ReadRow(
        table,
        [
          .text(file.id.text),
          .sealed(try PayloadEncoder.encode(summary)),
          .text(permit?.state.rawValue ?? ""),
          .text(file.district),
          .flag(identity.number.isMale),
          .integer(identity.number.birthDate.parts.year),
          .text(file.basis?.rawValue ?? ""),
          .text(permit?.issued.description ?? ""),
          .flag(file.person.isProtected),
          .text(file.person.mergedInto?.text ?? ""),
        ]
      )
    ]
  }
}

extension ResidentFile {
  /// The district of the residence now, or else of the last; empty where none is told.
  var district: String {
    let residences = person.residences
    return (residences.last { $0.last == nil } ?? residences.last)?.residence.district ?? ""
  }

  /// Why the person has the last permit, or else asks for one.
  var basis: Basis? {
    let number = permits.last?.application
    return (number.flatMap(applications.application) ?? applications.all.last)?.basis
  }
}
