import Casework
import ExpressionLanguage

/// One paper, as it is printed.
enum MyPaperPage {
  struct View: Sendable {
    let number: String
    let words: String
    let name: String
    let text: String?
    let summary: [Line]
    let hasSummary: Bool
    let reasons: [ShownReason]
    let hasReasons: Bool
    let isAdverse: Bool
    let remedies: [String]
    let hasRemedies: Bool
    let missing: [String]
    let hasMissing: Bool
    let texts: [LawLine]
    let hasTexts: Bool
    let office: String?
    let hand: String
    let on: ShownDay
  }

  struct Line: Sendable {
    let words: String
    let value: String
  }

  struct LawLine: Sendable {
    let measure: String
    let version: ShownDay
    let hash: String
  }

  static let show = MyFile.handler { mine in
    let number = try mine.visit.number("paper")
    guard let paper = MyPaper.all(of: mine).first(where: { $0.number == number }) else {
      throw Fault.notFound
    }
    let visit = mine.visit
    let content = Content(paper, mine)
    return try mine.page(
      "resident/paper",
      title: paper.notice.subject,
      View(
        number: "\(mine.file.id.text)-\(number)",
        words: visit.say(paper.notice.subject).capitalised,
        name: mine.name,
        // What stands in lists below need not stand in a row above them.
        text: content.reasons.isEmpty ? visit.say(paper.notice.text) : nil,
        summary: content.summary,
        hasSummary: !content.summary.isEmpty,
        reasons: content.reasons,
        hasReasons: !content.reasons.isEmpty,
        isAdverse: paper.isAdverse,
        remedies: content.remedies,
        hasRemedies: !content.remedies.isEmpty,
        missing: content.missing,
        hasMissing: !content.missing.isEmpty,
        texts: content.texts,
        hasTexts: !content.texts.isEmpty,
        office: paper.by.office.isEmpty ? nil : visit.officeName(paper.by.office, mine.labels),
        hand: visit.say(paper.by.role.label),
        on: ShownDay(paper.on, visit)
      ),
      back: "/me/papers"
    )
  }

  /// What a paper says beside its text.
  private struct Content {
    var summary: [Line] = []
    var reasons: [ShownReason] = []
    var remedies: [String] = []
    var missing: [String] = []
    var texts: [LawLine] = []

    init(_ paper: MyPaper, _ mine: MyFile) {
      let visit = mine.visit
      func add(_ words: Bilingual, _ value: String) {
        summary.append(Line(words: visit.say(words), value: value))
      }
      if let number = paper.application,
        let application = mine.file.applications.application(number)
      {
        add(Bilingual("Application", "申请"), visit.say("number \(number)", "第\(number)号"))
        add(Bilingual("Basis", "申领事由"), visit.say(application.basis.label))
        add(Bilingual("Handed in", "提交日期"), visit.words(application.submitted))
      }
      switch paper.event {
      case .application(.noticeGiven(_, let notice)):
        missing = notice.missing.map { visit.say(mine.law.words(ofPaper: $0)) }
        add(Bilingual("Bring them by", "补正期限"), visit.words(notice.due.day))
      case .application(.decided(_, let decision)):
        add(
          Bilingual("Decision", "决定"),
          decision.isApproval
            ? visit.say("approved", "准予发给居住证") : visit.say("refused", "不予发给居住证")
        )
        reasons = ShownReason.list(decision.reasons, mine)
        remedies = decision.remedies.map(visit.say)
        texts = decision.law.map {
          LawLine(measure: $0.measure, version: ShownDay($0.version, visit), hash: $0.hash)
        }
      case .permit(.endorsementRefused(let reasons, let remedies)):
        add(Bilingual("Decision", "决定"), visit.say("endorsement refused", "不予签注"))
        self.reasons = ShownReason.list(reasons, mine)
        self.remedies = remedies.map(visit.say)
      case .permit(.issued(_, let card, let due)):
        add(Bilingual("Card", "证件编号"), card.serial)
        add(Bilingual("Endorse by", "签注截止"), visit.words(due))
      case .permit(.endorsed(_, let due, _)):
        add(Bilingual("Endorse next by", "下次签注截止"), visit.words(due))
      case .permit(.cancelled(let ground, let from)):
        add(Bilingual("Ground", "事由"), visit.say(ground.label))
        add(Bilingual("From", "自何日起"), visit.words(from))
      default: break
      }
    }
  }
}
