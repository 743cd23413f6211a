import Casework
import EventStore

/// Finds files by the beginning of a term: the name from each of its characters on, its pinyin and
/// its initials.
///
/// The terms stand in clear, since only so a beginning of one can be looked up; they go when the
/// person's data are destroyed.
enum SearchTermsModel: FileModel {
  static let table = ReadTable("search_terms", key: ["term", "resident"], [])

  static let schema = [
    """
    CREATE TABLE search_terms (
      term TEXT NOT NULL,
      resident TEXT NOT NULL,
      PRIMARY KEY (term, resident)
    )
    """
  ]

  static func areAlike(_ before: ResidentFile, _ after: ResidentFile) -> Bool {
    before.person.identity?.name == after.person.identity?.name
      && before.person.mergedInto == after.person.mergedInto
  }

  static func rows(of view: FileOnDay, _ index: BlindIndex) -> [ReadRow] {
    let person = view.file.person
    guard let identity = person.identity, person.mergedInto == nil else { return [] }
    return NameTerms.terms(of: identity.name).sorted().map { term in
      ReadRow(table, [.text(term), .text(view.file.id.text)])
    }
  }
}
