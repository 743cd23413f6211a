import Casework
import Accounts

/// How many of the file's notices the account has had before it, so that new ones can be told.
enum NoticesRead {
  private static func key(_ mine: MyFile) -> DraftKey {
    DraftKey(kind: "notices read", subject: mine.file.id.text)
  }

  /// How many notices are new; all of them where nothing is known.
  static func unread(_ mine: MyFile) async -> Int {
    max(0, mine.file.notices.all.count - (await kept(mine)?.count ?? 0))
  }

  /// Notes that all notices of today were shown.
  ///
  /// It is a convenience: where it can't be kept, they are told as new once more.
  static func note(_ mine: MyFile) async {
    guard let account = mine.visit.account else { return }
    let count = mine.file.notices.all.count
    let before = await kept(mine)
    if before?.count == count { return }
    _ = try? await mine.visit.service.accounts.saveDraft(
      key(mine),
      body: Array(String(count).utf8),
      expecting: before?.version ?? 0,
      of: account.id
    )
  }

  private static func kept(_ mine: MyFile) async -> (count: Int, version: Int)? {
    guard let account = mine.visit.account,
      let draft = try? await mine.visit.service.accounts.draft(key(mine), of: account.id)
    else { return nil }
    return (Int(String(decoding: draft.body, as: UTF8.self)) ?? 0, draft.version)
  }
}
