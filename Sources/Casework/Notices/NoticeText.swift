import ExpressionLanguage
import Policy
import Scoring

/// What a notice says, before it has a key: heading and text, without the person's number or name.
struct NoticeText: Hashable {
  var subject: Bilingual
  var text: Bilingual

  /// Joins sentences to a text.
  init(_ subject: Bilingual, _ sentences: [Bilingual]) {
    self.subject = subject
    text = Bilingual(
      sentences.map(\.english).filter { !$0.isEmpty }.joined(separator: " "),
      sentences.map(\.chinese).filter { !$0.isEmpty }.joined()
    )
  }
}

extension ResidentFile {
  /// A notice on its way out.
  ///
  /// A key that went out before gets a number, so that what truly happens a second time is told a
  /// second time.
  func notice(_ key: String, _ text: NoticeText) -> Event {
    var fresh = key
    var count = 1
    while notices.contains(fresh) {
      count += 1
      fresh = "\(key)/\(count)"
    }
    return .notice(.queued(notice: Notice(key: fresh, subject: text.subject, text: text.text)))
  }
}

extension OfficeLaw {
  /// Where a permit's matters are handled, in the words of the measure; empty where it is silent.
  var places: [Bilingual] {
    guard let index = permitChannel,
      case .texts(let texts) = assessor.set.channels[index].steps.applyAt
    else { return [] }
    return texts
  }
}

// Sentences that several notices share.
extension Bilingual {
  /// Where to go.
  static func at(_ places: [Bilingual]) -> Bilingual {
    if places.isEmpty { return Bilingual("", "") }
    return Bilingual(
      "Where: \(places.map(\.english).joined(separator: " or ")).",
      "办理地点：\(places.map { $0[.chinese] }.joined(separator: "或者"))。"
    )
  }

  /// What it rests on.
  static func restsOn(_ citations: [Citation], of law: OfficeLaw) -> Bilingual {
    if citations.isEmpty { return Bilingual("", "") }
    let articles = CaseWords.articles(citations, of: law)
    return Bilingual("By: \(articles.english).", "依据：\(articles.chinese)。")
  }

  /// How to seek review.
  static func remedies(_ remedies: [Bilingual]) -> Bilingual {
    Bilingual(
      "If you do not accept this: \(remedies.map(\.english).joined(separator: "; ")).",
      "如不服本决定，可以\(remedies.map { $0[.chinese] }.joined(separator: "；"))。"
    )
  }
}
