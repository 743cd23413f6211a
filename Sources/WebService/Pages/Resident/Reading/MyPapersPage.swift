import Casework
import ExpressionLanguage

/// 文书: the papers of the file, the last first.
enum MyPapersPage {
  struct View: Sendable {
    let papers: [Row]
    let hasPapers: Bool
  }

  struct Row: Sendable {
    let number: Int
    let words: String
    let on: ShownDay
    let isAdverse: Bool
  }

  static let show = MyFile.handler { mine in
    let papers = rows(MyPaper.all(of: mine), mine)
    return try mine.page(
      "resident/papers",
      title: Bilingual("Papers", "文书"),
      View(papers: papers, hasPapers: !papers.isEmpty)
    )
  }

  static func rows(_ papers: [MyPaper], _ mine: MyFile) -> [Row] {
    papers.map { paper in
      Row(
        number: paper.number,
        words: mine.visit.say(paper.notice.subject).capitalised,
        on: ShownDay(paper.on, mine.visit),
        isAdverse: paper.isAdverse
      )
    }
  }
}
