import Registry
import Casework
import ExpressionLanguage

/// 通知: everything that the office has told the person, the last first.
enum MyNoticesPage {
  struct View: Sendable {
    let notices: [Row]
    let hasNotices: Bool
  }

  struct Row: Sendable {
    let number: Int
    let subject: String
    let text: String
    let on: ShownDay?
    let isNew: Bool
    let isDelivered: Bool
    let paper: Int?
  }

  static let show = MyFile.handler { mine in
    let visit = mine.visit
    let papers = MyPaper.all(of: mine)
    let unread = await NoticesRead.unread(mine)
    let days = mine.view.entries.compactMap { entry in
      if case .notice = entry.entry.event { entry.entry.on } else { nil }
    }
    let all = mine.file.notices.all
    let notices = all.indices.reversed().map { index in
      Row(
        number: index + 1,
        subject: visit.say(all[index].subject).capitalised,
        text: visit.say(all[index].text),
        on: days.indices.contains(index) ? ShownDay(days[index], visit) : nil,
        isNew: index >= all.count - unread,
        isDelivered: mine.view.delivered.contains(index + 1),
        paper: papers.first { $0.number == index + 1 }?.number
      )
    }
    await NoticesRead.note(mine)
    return try mine.page(
      "resident/notices",
      title: Bilingual("Notices", "通知"),
      View(notices: Array(notices), hasNotices: !notices.isEmpty)
    )
  }
}
