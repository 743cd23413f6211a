import Casework
import EventStore
import ExpressionLanguage
import Registry

/// The journal: where it ends, and its verification.
enum JournalPage {
  struct View: Sendable {
    struct Running: Sendable {
      let since: String
      let done: Int64
      let all: Int64
      let part: String
    }
    struct Report: Sendable {
      let at: String
      let events: Int64
      let subjects: Int64
      let destroyed: Int64
      let unreadable: Int64
      let position: Int64
      let hash: String
      let isSound: Bool
      let faults: [String]
      let isCut: Bool
    }
    let position: Int64
    let hash: String
    let running: Running?
    let report: Report?
    let failed: String?
    let action: String
    let again: String
  }

  static let show: Route.Handler = { visit in
    let head = try await visit.office.journalHead(by: visit.actor)
    var running: View.Running?
    var report: View.Report?
    var failed: String?
    switch visit.service.journalCheck.state {
    case .none: break
    case .running(let since, let done):
      let share = head.position == 0 ? 0 : min(100, done * 100 / head.position)
      running = View.Running(
        since: DeskLabels.moment(since),
        done: done,
        all: head.position,
        part: "\(share)%"
      )
    case .failed(let at): failed = DeskLabels.moment(at)
    case .done(let at, let found):
      report = View.Report(
        at: DeskLabels.moment(at),
        events: found.events,
        subjects: found.subjects,
        destroyed: found.destroyed,
        unreadable: found.unreadable,
        position: found.head.position,
        hash: hex(found.head.hash),
        isSound: found.faults.isEmpty,
        faults: found.faults.map { visit.say($0.text) },
        isCut: found.isCut
      )
    }
    let view = View(
      position: head.position,
      hash: hex(head.hash),
      running: running,
      report: report,
      failed: failed,
      action: visit.link("/audit/journal"),
      again: visit.link("/audit/journal")
    )
    return try visit.page(
      "audit/journal",
      title: Bilingual("The journal", "业务日志"),
      view,
      back: "/audit"
    )
  }

  static let start: Route.Handler = { visit in
    let (office, actor) = (visit.office, try visit.actor)
    // Whoever may not is told so now, not in the background.
    _ = try await office.journalHead(by: actor)
    let isStarted = visit.service.journalCheck.start(
      now: { office.now.milliseconds },
      verify: { tell in try await office.verifyJournal(by: actor, tell: tell) }
    )
    return await visit.done(
      isStarted
        ? Bilingual("The verification has begun.", "已开始核验。")
        : Bilingual("A verification runs already.", "核验正在进行。"),
      to: "/audit/journal"
    )
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
