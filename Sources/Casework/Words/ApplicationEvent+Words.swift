import ExpressionLanguage

extension ApplicationEvent {
  var words: Bilingual {
    switch self {
    case .submitted(let basis, let medium, _, let actor):
      Bilingual(
        "application submitted \(medium.label.english), basis \(basis.label.english)"
          + (actor == nil ? "" : ", by another for the applicant"),
        "提交申请（\(medium.label.chinese)，事由：\(basis.label.chinese)）"
          + (actor == nil ? "" : "，由他人代办")
      )
    case .noticeGiven(let number, let notice):
      Bilingual(
        "application \(number): one-time notice, missing \(notice.missing.listed.english);"
          + " answer due \(notice.due.words.english)",
        "申请\(number)：一次性告知，所缺材料：\(notice.missing.listed.chinese)；"
          + "补正期限\(notice.due.words.chinese)"
      )
    case .supplemented(let number, let papers):
      Bilingual(
        "application \(number): supplemented with \(papers.listed.english)",
        "申请\(number)：补交\(papers.listed.chinese)"
      )
    case .accepted(let number, let since, true):
      Bilingual(
        "application \(number): counts as accepted since \(since)",
        "申请\(number)：逾期未告知，自\(since)起视为受理"
      )
    case .accepted(let number, _, false):
      Bilingual("application \(number): accepted", "申请\(number)：受理")
    case .declined(let number, _, _):
      Bilingual("application \(number): not accepted, not in scope", "申请\(number)：不予受理，不属职权范围")
    case .withdrawn(let number): Bilingual("application \(number): withdrawn", "申请\(number)：撤回")
    case .closedUnfinished(let number, let due):
      Bilingual(
        "application \(number): closed unfinished, the notice ran out on \(due)",
        "申请\(number)：逾期未补正（\(due)届满），终止"
      )
    case .departmentAsked(let number, let check):
      Bilingual(
        "application \(number): \(check.department) asked, answer due \(check.due.words.english)",
        "申请\(number)：送\(check.department)核验，答复期限\(check.due.words.chinese)"
      )
    case .checkAnswered(let number, let department):
      Bilingual("application \(number): \(department) answered", "申请\(number)：\(department)已答复")
    case .relocationConfirmed(let number, true, _):
      Bilingual("application \(number): the relocated unit confirms", "申请\(number)：疏解单位已确认")
    case .relocationConfirmed(let number, false, _):
      Bilingual("application \(number): the relocated unit denies", "申请\(number)：疏解单位不予确认")
    case .termExtended(let number, _):
      Bilingual("application \(number): term extended", "申请\(number)：延长期限")
    case .decided(let number, let decision):
      decision.isApproval
        ? Bilingual("application \(number): approved", "申请\(number)：批准")
        : Bilingual("application \(number): refused", "申请\(number)：不予批准")
    }
  }
}
