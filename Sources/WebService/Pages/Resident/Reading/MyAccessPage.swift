import Casework
import ExpressionLanguage
import Registry

/// 谁看过我的档案: every reading of the file, with who, when and what for.
enum MyAccessPage {
  struct View: Sendable {
    let entries: [Row]
    let hasEntries: Bool
    let own: Int
    let hasOwn: Bool
    let withOwn: Bool
  }

  struct Row: Sendable {
    let at: ShownMoment
    let who: String
    let office: String?
    let what: String
    let purpose: String
    let isOwn: Bool
  }

  /// The most readings that are shown.
  private static let most = 500

  static let show = MyFile.handler { mine in
    let visit = mine.visit
    let entries = try await visit.office.accesses(
      to: mine.file.id,
      limit: most,
      by: mine.actor,
      for: .ownAffairs
    )
    let rows = entries.map { entry in
      let isOwn = entry.by.account == mine.actor.account
      return Row(
        at: ShownMoment(entry.recordedAt, visit),
        who: isOwn ? visit.say("You", "您自己") : who(entry.by, mine),
        office: entry.by.office.isEmpty ? nil : visit.officeName(entry.by.office, mine.labels),
        what: visit.say(entry.action.words).capitalised,
        purpose: visit.say(entry.purpose.label).capitalised,
        isOwn: isOwn
      )
    }
    let own = rows.count(where: \.isOwn)
    let withOwn = visit.query["own"] != nil
    let shown = withOwn ? rows : rows.filter { !$0.isOwn }
    return try mine.page(
      "resident/access",
      title: Bilingual("Who read my file", "谁看过我的档案"),
      View(
        entries: shown,
        hasEntries: !shown.isEmpty,
        own: own,
        hasOwn: own > 0,
        withOwn: withOwn
      )
    )
  }

  /// Who it was, by role: an account's name would tell nobody anything.
  private static func who(_ hand: Hand, _ mine: MyFile) -> String {
    if hand.role != .resident { return mine.visit.say(hand.role.label).capitalised }
    return mine.isForAnother
      ? mine.visit.say("The person, or another who may act for them", "本人，或者其他代办人")
      : mine.visit.say("Somebody who may act for you", "可以为您代办的人")
  }
}
