import HTTPTypes
import ExpressionLanguage
import HTTPTypes
import Registry

/// The answer to a check: whether the permit is good, what that means and what to do.
enum CheckAnswerPage {
  struct View: Sendable {
    let isValid: Bool
    let isSuspended: Bool
    let isCancelled: Bool
    let isUnknown: Bool
    let number: String?
    let at: ShownMoment
    let fromCode: Bool
  }

  /// The page, for a code or for what was typed.
  static func reply(_ checked: CheckedPermit, fromCode: Bool, _ visit: Visit) throws(Fault) -> Reply
  {
    let answer = checked.answer
    let word = answer.publicWord
    var reply = try visit.page(
      "certificates/answer",
      title: Bilingual("\(word.english): check of a permit", "\(word.chinese)：核验结果"),
      View(
        isValid: answer == .valid,
        isSuspended: answer == .suspended,
        isCancelled: answer == .cancelled,
        isUnknown: answer == .unknown,
        number: checked.number,
        at: ShownMoment(visit.office.now.milliseconds, visit),
        fromCode: fromCode
      ),
      back: "/check"
    )
    reply.headers[.known("X-Robots-Tag")] = "noindex"
    return reply
  }
}

extension CardAnswer {
  /// What the page of the check calls it.
  var publicWord: Bilingual {
    switch self {
    case .valid: Bilingual("Valid", "有效")
    case .suspended: Bilingual("Suspended", "使用功能中止")
    case .cancelled: Bilingual("Cancelled", "已注销")
    case .unknown: Bilingual("Unknown", "查无此证")
    }
  }
}
