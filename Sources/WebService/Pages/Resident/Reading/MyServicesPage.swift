import Registry
import Casework
import ExpressionLanguage
import Registry

/// 公共服务和便利: which of them are open to the person, with reason and article.
enum MyServicesPage {
  struct View: Sendable {
    let services: [Row]
    let hasServices: Bool
    let yes: Int
    let no: Int
    let suspended: Int
    let unknown: Int
  }

  struct Row: Sendable {
    let words: String
    let answer: String
    let isYes: Bool
    let isNo: Bool
    let isSuspended: Bool
    let isUnknown: Bool
    let reason: String
    let cited: ShownArticle
    let providedBy: String
    let until: ShownDay?
  }

  static let show = MyFile.handler { mine in
    let visit = mine.visit
    let entitlements = mine.view.entitlements
    let services = entitlements.enumerated().map { place, one in
      Row(
        words: visit.say(one.name).capitalised,
        answer: visit.say(one.answer.label).capitalised,
        isYes: one.answer == .yes,
        isNo: one.answer == .no,
        isSuspended: one.answer == .suspended,
        isUnknown: one.answer == .unknown,
        reason: visit.say(one.reason).capitalised,
        cited: mine.cited(
          one.citation,
          after: place > 0 ? entitlements[place - 1].citation.measure : nil
        ),
        providedBy: visit.say(one.providedBy),
        until: one.validUntil.map { ShownDay($0, visit) }
      )
    }
    func count(_ answer: Entitlement.Answer) -> Int {
      entitlements.count { $0.answer == answer }
    }
    return try mine.page(
      "resident/services",
      title: Bilingual("My services and conveniences", "我的公共服务和便利"),
      View(
        services: services,
        hasServices: !services.isEmpty,
        yes: count(.yes),
        no: count(.no),
        suspended: count(.suspended),
        unknown: count(.unknown)
      )
    )
  }
}
