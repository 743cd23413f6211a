import ExpressionLanguage
import Policy
import Registry
import Scoring

/// What would change the answer about one channel.
struct ChangeView: Sendable {
  /// One change that would do.
  struct Suggested: Sendable {
    let steps: [String]
    let result: String
    let met: [Met]
    let closes: [String]
  }

  /// A condition that is met then.
  struct Met: Sendable {
    let words: String
    let cite: String
    let standing: StandingMark
  }

  /// A day that comes by itself.
  struct Wait: Sendable {
    let day: String
    let met: [Met]
    /// Whether what has not been asked decides then.
    let isPerhaps: Bool
  }

  let now: [Suggested]
  let waits: [Wait]
  let sooner: [Suggested]
  /// What happens by itself to what is open today.
  let ends: [String]

  /// How far ahead days are looked for.
  private static let months = 12 * 10

  /// What would change the answers about the channels that are shown.
  static func changes(
    _ talk: WaysTalk,
    _ assessment: Assessment,
    _ library: PolicyLibrary
  ) -> [GoalChanges] {
    let course = LawCourse(talk.assessor, in: library, from: talk.day, months: months)
    guard let advisor = try? ChangeAdvisor(talk.assessor, talk.facts, on: talk.day, under: course)
    else { return [] }
    return talk.goal.channels(talk.set).flatMap { channel -> [GoalChanges] in
      (try? advisor.changes(line: nil, channel: channel))?.goals ?? []
    }
  }

  /// `nil` where nothing would.
  init?(_ goal: GoalChanges, _ visit: Visit) {
    now = (goal.single + goal.combined).map { Self.suggested($0, visit) }
    sooner = goal.sooner.map { Self.suggested($0, visit) }
    waits =
      goal.turn.map { turn in
        [
          Wait(
            day: turn.on.words[visit.language],
            met: turn.met.map { Self.met($0, visit) },
            isPerhaps: turn.isPerhaps
          )
        ]
      } ?? []
    ends =
      goal.isReached
      ? goal.nextOutcome.map { next in
        let last = (next.on.adding(days: -1) ?? next.on).words
        let why = next.turned.map(\.words)
        let english = why.map(\.english).joined(separator: "; ")
        let chinese = why.map { $0[.chinese] }.joined(separator: "；")
        return [
          visit.say(
            "Open until \(last.english) if facts go on as they are"
              + (english.isEmpty ? "." : "; no longer met from then on: \(english)."),
            "情况照旧的话，可以办理到\(last.chinese)为止"
              + (chinese.isEmpty ? "。" : "；此后不再符合：\(chinese)。")
          )
        ]
      } ?? []
      : []
    if now.isEmpty, waits.isEmpty, sooner.isEmpty, ends.isEmpty { return nil }
  }

  private static func suggested(_ suggestion: Suggestion, _ visit: Visit) -> Suggested {
    let day = suggestion.on.words
    let isToday = suggestion.on <= visit.office.today
    let total = suggestion.total.map { visit.say(", \($0) points", "，\($0)分") } ?? ""
    return Suggested(
      steps: suggestion.steps.map { step($0, visit) },
      result: (isToday
        ? visit.say("open then", "随之可以办理")
        : visit.say("open from \(day.english) on", "自\(day.chinese)起可以办理")) + total,
      met: suggestion.met.map { met($0, visit) },
      closes: suggestion.closes.isEmpty
        ? []
        : [
          visit.say("but this would close: ", "但会失去：")
            + suggestion.closes.map(visit.say).joined(separator: visit.say("; ", "；"))
        ]
    )
  }

  private static func step(_ step: Suggestion.Step, _ visit: Visit) -> String {
    let to = step.to.map(visit.say).joined(separator: visit.say(" or ", "或"))
    var text = visit.say(step.name) + visit.say(": ", "：")
    if let from = step.from { text += visit.say(from) + " → " }
    text += to
    if let begins = step.begins {
      let day =
        step.isByMonths
        ? begins.monthWords
        : begins.words
      text += visit.say(" (from \(day.english) on)", "（自\(day.chinese)起）")
    }
    if let through = step.through {
      text += visit.say(" by \(through.english)", "，经“\(through[.chinese])”取得")
    }
    return text
  }

  private static func met(_ condition: ConditionResult, _ visit: Visit) -> Met {
    Met(
      words: visit.say(condition.words),
      cite: condition.place.precise(visit.language),
      standing: StandingMark(condition.standing)
    )
  }
}

extension GoalChanges {
  /// The first day on which a way that is closed is so no longer, if facts go on as they are.
  var turn: (on: CivilDate, met: [ConditionResult], isPerhaps: Bool)? {
    if let waiting { return (waiting.on, waiting.met, false) }
    guard outcome == .closed, let next = nextOutcome, next.outcome == .undetermined else {
      return nil
    }
    return (next.on, next.turned, true)
  }
}
