import Casework
import ExpressionLanguage
import Scoring

/// 条件自查: what the measure asks for, each with what the office already knows.
enum MyConditionsPage {
  struct View: Sendable {
    let basis: String
    let conditions: [Row]
    let isOpen: Bool
    let isUndetermined: Bool
    let isClosed: Bool
    let missing: [Missing]
    let hasMissing: Bool
    let onVersion: Int
    let refusal: ShownRefusal?
  }

  struct Row: Sendable {
    let words: String
    let isMet: Bool
    let isNotMet: Bool
    let isUnknown: Bool
    let isWaived: Bool
    let isBelow: Bool
    let isGroup: Bool
    let cited: ShownArticle
    let known: [Known]
  }

  struct Known: Sendable {
    let known: String
  }

  struct Missing: Sendable {
    let words: String
    let by: String
  }

  static let show = MyFile.handler { mine in
    let saved = try await SavedDraft.read(mine)
    guard let basis = saved.draft.chosen else { return mine.visit.redirect(to: "/me/apply/basis") }
    let visit = mine.visit
    let prospect: ApplicationProspect
    do throws(Rejection) {
      prospect = try mine.file.prospect(
        of: basis,
        isByAnother: mine.isForAnother,
        on: mine.today,
        by: mine.law
      )
    } catch {
      return try page(
        mine,
        View(
          basis: visit.say(basis.label),
          conditions: [],
          isOpen: false,
          isUndetermined: false,
          isClosed: false,
          missing: [],
          hasMissing: false,
          onVersion: saved.version,
          refusal: ShownRefusal(error, mine)
        )
      )
    }
    let channel = prospect.channel
    var rows: [Row] = []
    for condition in channel.conditions { add(condition, 0, channel.policy, mine, to: &rows) }
    let missing = channel.missing.map {
      Missing(words: visit.say($0.name), by: visit.say($0.verifiedBy))
    }
    return try page(
      mine,
      View(
        basis: visit.say(basis.label),
        conditions: rows,
        isOpen: channel.outcome == .open,
        isUndetermined: channel.outcome == .undetermined,
        isClosed: channel.outcome == .closed,
        missing: missing,
        hasMissing: !missing.isEmpty,
        onVersion: saved.version,
        refusal: nil
      )
    )
  }

  static let send = MyFile.handler { mine in
    try await ApplyStep.save(mine, next: "/me/apply/papers") { $0.isChecked = true }
  }

  private static func page(_ mine: MyFile, _ view: View) throws -> Reply {
    try mine.page(
      "resident/apply-conditions",
      title: Bilingual("Look at the conditions", "条件自查"),
      view,
      back: "/me/apply"
    )
  }

  private static func add(
    _ condition: ConditionResult,
    _ depth: Int,
    _ policy: String,
    _ mine: MyFile,
    to rows: inout [Row]
  ) {
    let visit = mine.visit
    rows.append(
      Row(
        words: visit.say(condition.words).capitalised,
        isMet: condition.status == .met,
        isNotMet: condition.status == .notMet,
        isUnknown: condition.status == .unknown,
        isWaived: condition.status == .waived,
        isBelow: depth > 0,
        isGroup: !condition.children.isEmpty,
        cited: mine.cited(
          condition.place,
          of: policy,
          condition.standing,
          after: rows.isEmpty ? nil : policy
        ),
        known: condition.uses.filter(\.isFact).compactMap { used in
          guard let words = used.told.map(visit.say) else { return nil }
          let source = used.provenance.map { visit.say(RecordWords.source($0.source, mine.labels)) }
          return Known(
            known: source.map { visit.say("\(words) (\($0))", "\(words)（\($0)）") } ?? words
          )
        }
      )
    )
    // What is waived is waived whole.
    if condition.status == .waived { return }
    for below in condition.children { add(below, depth + 1, policy, mine, to: &rows) }
  }
}
