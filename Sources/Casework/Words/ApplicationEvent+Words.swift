import ExpressionLanguage

extension ApplicationEvent {
  func words(_ labels: FactLabels) -> Bilingual {
    switch self {
    case .submitted(let basis, let medium, _, let actor):
      return Bilingual(
        "application submitted \(medium.label.english), basis \(basis.label.english)"
          + (actor == nil ? "" : ", by another for the applicant"),
        "提交申请（\(medium.label.chinese)，事由：\(basis.label.chinese)）"
          + (actor == nil ? "" : "，由他人代办")
      )
    case .noticeGiven(let number, let notice):
      let missing = labels.papers(notice.missing)
      return Bilingual(
        "application \(number): one-time notice, missing \(missing.english);"
          + " answer due \(notice.due.words.english)",
        "申请\(number)：一次性告知，所缺材料：\(missing.chinese)；"
          + "补正期限\(notice.due.words.chinese)"
      )
    case .supplemented(let number, let papers):
      let brought = labels.papers(papers)
      return Bilingual(
        "application \(number): supplemented with \(brought.english)",
        "申请\(number)：补交\(brought.chinese)"
      )
    case .accepted(let number, let since, true):
      return Bilingual(
        "application \(number): counts as accepted since \(since.words.english)",
        "申请\(number)：逾期未告知，自\(since.words.chinese)起视为受理"
      )
    case .accepted(let number, _, false):
      return Bilingual("application \(number): accepted", "申请\(number)：受理")
    case .declined(let number, _, _):
      return Bilingual(
        "application \(number): not accepted, not in scope",
        "申请\(number)：不予受理，不属职权范围"
      )
    case .withdrawn(let number):
      return Bilingual("application \(number): withdrawn", "申请\(number)：撤回")
    case .closedUnfinished(let number, let due):
      return Bilingual(
        "application \(number): closed unfinished, the notice ran out on \(due.words.english)",
        "申请\(number)：逾期未补正（\(due.words.chinese)届满），终止"
      )
    case .departmentAsked(let number, let check):
      let department = labels.source(check.department)
      return Bilingual(
        "application \(number): \(department.english) asked, answer due \(check.due.words.english)",
        "申请\(number)：送\(department[.chinese])核验，答复期限\(check.due.words.chinese)"
      )
    case .checkAnswered(let number, let department):
      let name = labels.source(department)
      return Bilingual(
        "application \(number): \(name.english) answered",
        "申请\(number)：\(name[.chinese])已答复"
      )
    case .relocationConfirmed(let number, true, _):
      return Bilingual("application \(number): the relocated unit confirms", "申请\(number)：疏解单位已确认")
    case .relocationConfirmed(let number, false, _):
      return Bilingual("application \(number): the relocated unit denies", "申请\(number)：疏解单位不予确认")
    case .termExtended(let number, _):
      return Bilingual("application \(number): term extended", "申请\(number)：延长期限")
    case .decided(let number, let decision):
      return decision.isApproval
        ? Bilingual("application \(number): approved", "申请\(number)：批准")
        : Bilingual("application \(number): refused", "申请\(number)：不予批准")
    }
  }
}
