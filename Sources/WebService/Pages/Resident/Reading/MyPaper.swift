import Casework
import ExpressionLanguage
import Registry

/// One of the papers that a case can hold: 受理回执, 一次性告知书, 决定书 and their like.
///
/// It is what the file's entries say: the notice that went out with what happened.
struct MyPaper: Sendable {
  /// Its number in the file: that of the notice.
  let number: Int
  let notice: Notice
  /// What it is about.
  let event: Event
  let on: CivilDate
  let by: Hand

  /// The application it is about, if it is one's.
  var application: Int? {
    switch event {
    case .application(let event): event.number ?? submitted
    case .permit(.issued(let application, _, _)): application
    default: nil
    }
  }

  /// The number of the application that was handed in, which its event does not tell.
  private let submitted: Int?

  /// All of them, the last first.
  ///
  /// A paper goes out in one breath with what it tells; what goes out alone is a reminder.
  static func all(of mine: MyFile) -> [MyPaper] {
    var papers: [MyPaper] = []
    var (number, applications) = (0, 0)
    var last: FileView.Entry?
    for entry in mine.view.entries {
      if case .application(.submitted) = entry.entry.event { applications += 1 }
      if case .notice(.queued(let notice)) = entry.entry.event {
        number += 1
        if let last, last.recordedAt == entry.recordedAt {
          papers.append(
            MyPaper(
              number: number,
              notice: notice,
              event: last.entry.event,
              on: entry.entry.on,
              by: entry.entry.by,
              submitted: applications
            )
          )
        }
        last = nil
      } else {
        last = entry
      }
    }
    return papers.reversed()
  }

  /// Whether it tells of something against the person.
  var isAdverse: Bool {
    switch event {
    case .application(.decided(_, let decision)): !decision.isApproval
    case .application(.declined), .application(.closedUnfinished): true
    case .permit(.endorsementRefused), .permit(.suspended), .permit(.cancelled),
      .permit(.confiscated):
      true
    case .fact(.disputeAnswered(_, let isUpheld, _)): !isUpheld
    default: false
    }
  }
}
