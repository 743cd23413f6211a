import Accounts

/// How often an account may try to open a file with a number that can't be used: few times, so
/// that nobody finds out by trying whose numbers are on file.
enum OpeningTries {
  private static let most = 5
  private static let key = DraftKey(kind: "opening tries")

  /// Whether it may try once more.
  static func areLeft(_ visit: Visit) async -> Bool {
    guard let account = visit.account else { return false }
    do {
      let draft = try await visit.service.accounts.draft(key, of: account.id)
      return draft.map(count) ?? 0 < most
    } catch {
      // Where the count can't be read nothing is tried.
      return false
    }
  }

  /// Counts a try before it is made, so that many at once are counted each.
  ///
  /// - Returns: Whether it may be made.
  static func take(_ visit: Visit) async throws -> Bool {
    let account = try visit.signedIn
    let draft = try await visit.service.accounts.draft(key, of: account.id)
    let before = draft.map(count) ?? 0
    if before >= most { return false }
    do {
      _ = try await visit.service.accounts.saveDraft(
        key,
        body: Array(String(before + 1).utf8),
        expecting: draft?.version ?? 0,
        of: account.id
      )
      return true
    } catch AccountFault.draftChanged {
      return false
    }
  }

  private static func count(_ draft: Draft) -> Int {
    Int(String(decoding: draft.body, as: UTF8.self)) ?? most
  }
}
