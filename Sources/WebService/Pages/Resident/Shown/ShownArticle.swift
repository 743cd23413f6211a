import Casework
import ExpressionLanguage
import Policy

/// An article on a page, with how well it is founded.
struct ShownArticle: Sendable {
  let article: String
  let isSample: Bool
  let isReported: Bool
  let isEnacted: Bool

  init(_ words: String, _ standing: Standing) {
    article = words
    isSample = standing == .sample
    isReported = standing == .reported
    isEnacted = standing == .enacted
  }
}

/// A reason of a decision on a page.
struct ShownReason: Sendable {
  let reason: String
  let cited: ShownArticle

  /// Reasons one below the other; each measure is named by the first of those that rest on it.
  static func list(_ reasons: [Reason], _ mine: MyFile) -> [ShownReason] {
    reasons.enumerated().map { place, reason in
      ShownReason(reason, after: place > 0 ? reasons[place - 1].citation.measure : nil, mine)
    }
  }

  private init(_ reason: Reason, after named: String?, _ mine: MyFile) {
    self.reason = mine.visit.say(reason.words)
    cited = mine.cited(reason.citation, after: named)
  }
}

/// Why something can't be done, and what can be done instead.
struct ShownRefusal: Sendable {
  let reason: String
  let remedy: String
  let articles: [ShownArticle]
  /// Where the remedy is, if it is a page of this service.
  let href: String?

  init(_ rejection: Rejection, _ mine: MyFile) {
    reason = mine.visit.say(rejection.reason).capitalised
    remedy = mine.visit.say(rejection.remedy).capitalised
    articles = rejection.citations.map { mine.cited($0) }
    href = ShownRefusal.pages[rejection.id].map(mine.visit.link)
  }

  /// The page on which the remedy of a rejection is found.
  private static let pages = [
    "no-residence": "/me/address",
    "application-open": "/me/applications",
    "permit-live": "/me/permit",
  ]
}

extension Rejection {
  /// The reason and the remedy as the message at a field.
  func message(_ visit: Visit) -> String {
    let (reason, remedy) = (visit.say(reason).capitalised, visit.say(remedy))
    return visit.say("\(reason): \(remedy)", "\(reason)；\(remedy)")
  }
}

extension String {
  /// The text with a capital at its beginning.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
