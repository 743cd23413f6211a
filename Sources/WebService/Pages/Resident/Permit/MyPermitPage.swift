import Registry
import Casework
import ExpressionLanguage

/// The permit: its clock, cards, tenure and history, and what can be done about it.
enum MyPermitPage {
  struct View: Sendable {
    let permit: ShownPermit?
    let endorsement: ShownClock?
    let clocks: [ShownClock]
    let tenure: Tenure?
    let refusal: Refusal?
    let cards: [CardRow]
    let hasCards: Bool
    let endorsements: [Endorsed]
    let hasEndorsements: Bool
    let actions: [Deed]
    let hasActions: Bool
    let history: [Line]
    let hasHistory: Bool
    let isUsable: Bool
  }

  struct Tenure: Sendable {
    let words: String
    let from: ShownDay
    let through: ShownDay
  }

  struct Refusal: Sendable {
    let on: ShownDay
    let due: ShownDay
    let reasons: [ShownReason]
    let remedies: [String]
  }

  struct CardRow: Sendable {
    let serial: String
    let made: ShownDay
    let state: String
    let isValid: Bool
  }

  struct Endorsed: Sendable {
    let on: ShownDay
    let due: ShownDay
    let isLate: Bool
  }

  /// Something that can be done, or why it can't.
  struct Deed: Sendable {
    let words: String
    let href: String
    let isOpen: Bool
    let refusal: ShownRefusal?

    init(_ words: Bilingual, _ href: String, _ command: Command, _ mine: MyFile) {
      let refusal = mine.refusal(of: command)
      self.words = mine.visit.say(words)
      self.href = href
      isOpen = refusal == nil
      self.refusal = refusal.map { ShownRefusal($0, mine) }
    }
  }

  struct Line: Sendable {
    let on: ShownDay
    let words: String
    let by: String
  }

  static let show = MyFile.handler { mine in
    let (visit, file) = (mine.visit, mine.file)
    let permit = file.permits.last
    let isLive = file.permits.live != nil
    let clocks = mine.view.clocks
    let cards = file.permits.all.flatMap(\.cards).reversed().map { card in
      CardRow(
        serial: card.serial,
        made: ShownDay(card.made, visit),
        state: visit.say(card.state.label),
        isValid: card.state == .valid && isLive
      )
    }
    let endorsements = (permit?.endorsements ?? []).reversed().map {
      Endorsed(on: ShownDay($0.on, visit), due: ShownDay($0.due, visit), isLate: $0.isLate)
    }
    let history = history(mine)
    let actions = isLive ? deeds(mine) : []
    return try mine.page(
      "resident/permit",
      title: Bilingual("My residence permit", "我的居住证"),
      View(
        permit: permit.map { ShownPermit($0, mine) },
        endorsement: clocks.first { $0.id == "endorsement" }.map { ShownClock($0, mine) },
        clocks: clocks.filter { $0.id == "replacement" }.map { ShownClock($0, mine) },
        tenure: file.tenure(on: mine.today, by: mine.law).map { tenure in
          Tenure(
            words: words(tenure, visit),
            from: ShownDay(tenure.from, visit),
            through: ShownDay(tenure.through, visit)
          )
        },
        refusal: permit?.refusal.map { refusal in
          Refusal(
            on: ShownDay(refusal.on, visit),
            due: ShownDay(refusal.due, visit),
            reasons: ShownReason.list(refusal.reasons, mine),
            remedies: refusal.remedies.map(visit.say)
          )
        },
        cards: Array(cards),
        hasCards: !cards.isEmpty,
        endorsements: Array(endorsements),
        hasEndorsements: !endorsements.isEmpty,
        actions: actions,
        hasActions: !actions.isEmpty,
        history: history,
        hasHistory: !history.isEmpty,
        isUsable: isLive
      )
    )
  }

  /// What may be asked about the permit, each with the office's answer of today.
  private static func deeds(_ mine: MyFile) -> [Deed] {
    [
      Deed(Bilingual("Endorse the permit", "办理签注"), "/me/endorse", .permit(.endorse), mine),
      Deed(
        Bilingual("Report the card as lost", "挂失证件"),
        "/me/loss",
        .permit(.reportLoss),
        mine
      ),
      Deed(
        Bilingual("Report the card as damaged", "报告证件损坏"),
        "/me/damage",
        .permit(.reportDamage),
        mine
      ),
      Deed(
        Bilingual("Give the permit up, or move away", "注销（迁离或者放弃）"),
        "/me/give-up",
        .permit(.cancel(ground: .givenUp, from: mine.today)),
        mine
      ),
    ]
  }

  /// How long it is, in full years, months and days.
  private static func words(_ tenure: ResidenceTenure, _ visit: Visit) -> String {
    func count(_ number: Int, _ unit: String) -> String {
      "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
    let (years, months) = tenure.months.quotientAndRemainder(dividingBy: 12)
    return visit.say(
      "\(count(years, "year")) \(count(months, "month")) \(count(tenure.days, "day"))",
      "\(years)年\(months)个月\(tenure.days)天"
    )
  }

  private static func history(_ mine: MyFile) -> [Line] {
    mine.view.entries.reversed().compactMap { entry in
      guard case .permit = entry.entry.event else { return nil }
      return Line(
        on: ShownDay(entry.entry.on, mine.visit),
        words: mine.visit.say(entry.entry.event.words(mine.labels)).capitalised,
        by: mine.visit.say(entry.entry.by.role.label)
      )
    }
  }
}
