import Casework
import ExpressionLanguage
import Policy
import Registry

/// One term that runs, as the case and the file show it.
struct ClockView: Sendable {
  let name: String
  let head: String
  let detail: String
  let since: String
  let due: String?
  let paused: String?
  let atEnd: String
  let article: String
  let measure: String
  let standing: StandingView
  /// The part of the term that is used, for the bar: 0 to 100.
  let part: String
  let style: String

  init(_ clock: CaseClock, _ visit: Visit) {
    func days(_ count: Int) -> String { visit.say(clock.length(count)) }
    name = visit.say(clock.name)
    let total = clock.used + (clock.left ?? 0)
    if let left = clock.left {
      head =
        left < 0
        ? visit.say("\(days(-left)) overdue", "已超期\(days(-left))")
        : visit.say("\(days(left)) left", "还剩\(days(left))")
      style = left < 0 ? "aj-clock-overdue" : left <= 2 ? "aj-clock-soon" : ""
    } else {
      head = visit.say("The clock is stopped", "时限暂停")
      style = "aj-clock-paused"
    }
    detail =
      clock.left == nil
      ? visit.say("\(days(clock.used)) used", "已用\(days(clock.used))")
      : visit.say(
        "\(clock.used) of \(days(max(total, 0))) used",
        "\(days(max(total, 0)))中已用\(clock.used)"
      )
    since = visit.day(clock.since)
    due = clock.due.map { visit.say($0.words) }
    paused = clock.paused.map(visit.say)
    atEnd = visit.say(clock.atEnd)
    article = visit.say(clock.citation.article)
    measure = clock.citation.measure
    standing = StandingView(clock.citation.standing)
    let share = total <= 0 ? 100 : min(100, max(0, clock.used * 100 / total))
    part = "\(share)%"
  }
}

/// How well something is founded, as `parts/standing` shows it.
struct StandingView: Sendable {
  let isSample: Bool
  let isReported: Bool
  let isEnacted: Bool

  init(_ standing: Standing) {
    isSample = standing == .sample
    isReported = standing == .reported
    isEnacted = standing == .enacted
  }
}

/// One entry of the history.
struct EntryView: Sendable {
  let day: String
  let moment: String
  let words: String
  let hand: String
  let notice: NoticeView?

  init(_ entry: FileView.Entry, _ labels: FactLabels, _ visit: Visit) {
    day = entry.entry.on.description
    moment = DeskLabels.moment(entry.recordedAt)
    words = visit.say(entry.entry.event.words(labels))
    let by = entry.entry.by
    hand = [visit.say(by.role.label), visit.officeName(by.office, labels)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    if case .notice(.queued(let notice)) = entry.entry.event {
      self.notice = NoticeView(notice, visit)
    } else {
      notice = nil
    }
  }
}

/// A paper that went out to the person.
struct NoticeView: Sendable {
  let subject: String
  let text: String

  init(_ notice: Notice, _ visit: Visit) {
    subject = visit.say(notice.subject)
    text = visit.say(notice.text)
  }
}

/// One thing that is known, with what can be done to it.
struct FactView: Sendable {
  let number: Int
  let name: String
  let value: String
  let rows: [String]
  let source: String
  let asOf: String
  let hand: String
  let span: String?
  let dispute: String?
  let disputeDue: String?
  let deeds: [DeedLink]

  init(_ item: FactLedger.Item, _ labels: FactLabels, _ visit: Visit, deeds: [DeedLink] = []) {
    let statement = item.statement
    number = item.number
    name = visit.say(labels.fact(statement.fact))
    value = visit.say(labels.content(statement))
    if case .records(let rows) = statement.content {
      self.rows = rows.map { row in
        row.sorted { $0.key < $1.key }.map { key, value in
          "\(visit.say(labels.fact(key))) \(value)"
        }.joined(separator: visit.say(", ", "，"))
      }
    } else {
      rows = []
    }
    source = visit.say(labels.source(statement.source))
    asOf = visit.day(statement.asOf)
    hand = visit.say(item.by.role.label)
    let ends = [statement.from.map(visit.day), statement.until.map(visit.day)]
    span =
      ends.allSatisfy { $0 == nil } ? nil : "\(ends[0] ?? "…") – \(ends[1] ?? "…")"
    dispute = item.dispute?.why
    disputeDue = item.dispute.map { visit.say($0.due.words) }
    self.deeds = deeds
  }
}

/// A link to something that can be done.
struct DeedLink: Sendable {
  let href: String
  let name: String
  let key: String?
  let isGrave: Bool
}

/// Something that can't be done now, and why.
struct ClosedDeed: Sendable {
  let name: String
  let reason: String
  let remedy: String
}
