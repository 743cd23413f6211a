import Casework
import EventStore
import ExpressionLanguage

/// Finds people by name, citizen's number, phone or file.
struct Search: Sendable {
  private let office: Office

  init(_ office: Office) { self.office = office }

  func resident(with number: IdentityNumber) async throws -> ResidentID? {
    try await office.store.read { try IdentitiesModel.holder(of: number, $0) }
  }

  func search(
    _ query: String,
    limit: Int,
    after: SearchPage.Cursor?,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> SearchPage {
    try await FileReading(office).checkNoFile(.search, by: actor, for: purpose)
    let limit = max(1, min(limit, 200))
    let page = try await page(query, limit, after)
    try await SearchLog(office).enter(
      SearchEntry.Way(query, page),
      hits: page.hits.count,
      by: actor,
      for: purpose
    )
    return page
  }

  private func page(
    _ query: String,
    _ limit: Int,
    _ after: SearchPage.Cursor?
  ) async throws -> SearchPage {
    try await office.store.read { reader in
      var page = SearchPage(hits: [], next: nil)
      if after == nil {
        for resident in try exact(query, reader) {
          if let hit = try hit(resident, reader) { page.hits.append(hit) }
        }
      }
      let term = NameTerms.query(query)
      // One letter alone begins half a city; one character is a name.
      if term.isEmpty || (term.utf8.count == 1) { return page }
      try addNames(term, limit, after, reader, to: &page)
      return page
    }
  }

  /// A query that may be a number or the name of a file, as those are written.
  fileprivate static func word(_ query: String) -> String { query.filter { !$0.isWhitespace } }

  /// The files of which a query tells the name, the citizen's number or the phone.
  private func exact(_ query: String, _ reader: any JournalReader) throws -> [String] {
    let word = Search.word(query)
    var found: [String] = []
    if let id = ResidentID(word.lowercased()) { found.append(id.text) }
    if let number = IdentityNumber(word.uppercased()),
      let holder = try IdentitiesModel.holder(of: number, reader)
    {
      found.append(holder.text)
    }
    if let digest = PhonesModel.index(word, reader.blindIndex) {
      found += try reader.rows(
        "SELECT resident FROM phones WHERE phone_index = ? ORDER BY resident LIMIT 50",
        [.bytes(digest)]
      ).compactMap(\.[0].text)
    }
    return found
  }

  /// Adds the people of whom a term begins with `term`, in the order of terms.
  private func addNames(
    _ term: String,
    _ limit: Int,
    _ after: SearchPage.Cursor?,
    _ reader: any JournalReader,
    to page: inout SearchPage
  ) throws {
    var seen = Set(page.hits.map(\.resident.text))
    var place = after ?? SearchPage.Cursor(term: term, resident: "")
    let end = NameTerms.end(ofTermsBeginningWith: term)
    while page.hits.count < limit {
      // One more than is wanted, so as to know whether there is a next page.
      let wanted = limit - page.hits.count + 1
      let rows = try reader.rows(
        """
        SELECT term, resident FROM search_terms
        WHERE (term, resident) > (?, ?) AND term < ?
        ORDER BY term, resident LIMIT ?
        """,
        [.text(place.term), .text(place.resident), .text(end), .integer(Int64(wanted))]
      )
      for row in rows {
        guard let term = row[0].text, let resident = row[1].text else { continue }
        if page.hits.count == limit {
          page.next = place
          return
        }
        place = SearchPage.Cursor(term: term, resident: resident)
        // Somebody whose name holds a character twice is found once.
        guard seen.insert(resident).inserted else { continue }
        if let hit = try hit(resident, reader) { page.hits.append(hit) }
      }
      if rows.count < wanted { return }
    }
    page.next = place
  }

  private func hit(_ resident: String, _ reader: any JournalReader) throws -> SearchHit? {
    let rows = try reader.rows(
      """
      SELECT summary, is_protected, district, permit, merged_into FROM residents
      WHERE resident = ?
      """,
      [.text(resident)]
    )
    guard let row = rows.first, let id = ResidentID(resident), let sealed = row[0].bytes else {
      return nil
    }
    if row[1].integer == 1 {
      return SearchHit(
        resident: id,
        isProtected: true,
        summary: nil,
        district: "",
        permit: nil,
        mergedInto: nil
      )
    }
    guard let bytes = try reader.unseal(sealed, of: resident) else { return nil }
    return SearchHit(
      resident: id,
      isProtected: false,
      summary: try PayloadDecoder.decode(SearchHit.Summary.self, from: bytes),
      district: row[2].text ?? "",
      permit: row[3].text.flatMap { Permit.State(rawValue: $0) },
      mergedInto: row[4].text.flatMap { ResidentID($0) }
    )
  }
}

extension SearchEntry.Way {
  /// How a query was read, with what came of it.
  fileprivate init(_ query: String, _ page: SearchPage) {
    let word = Search.word(query)
    if IdentityNumber(word.uppercased()) != nil {
      self = .number
    } else if PhonesModel.plain(word) != nil {
      self = .phone
    } else {
      let id = ResidentID(word.lowercased())
      // Ten letters may be pinyin as well.
      self = page.hits.contains { $0.resident == id } ? .file : .name
    }
  }
}
