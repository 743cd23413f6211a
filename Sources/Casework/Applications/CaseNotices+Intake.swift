import ExpressionLanguage

/// From the receipt to acceptance, or to an end before it.
extension CaseNotices {
  /// The receipt: the day, the number, the papers, and what happens next.
  func receipt(_ application: Application) -> Notice {
    let papers = papers(application.papers)
    let basis = application.basis.words
    var sentences = [
      Bilingual(
        "Your application for a residence permit, on the basis of \(basis.english), came in today.",
        "您以“\(basis.chinese)”为由申领居住证，申请已于今日收到。"
      ),
      Bilingual("Papers handed in: \(papers.english).", "已收材料：\(papers.chinese)。"),
    ]
    var citations = [CaseLaw.howToApply, CaseLaw.answering]
    let terms = ApplicationTerms(law: law)
    if let notify = terms.notify, let due = terms.notifyDue(application) {
      let day = due.words
      sentences.append(
        Bilingual(
          "If papers are missing you are told once, all of them, by \(day.english);"
            + " if nothing is said by then, the application counts as accepted from today.",
          "材料不全的，最迟于\(day.chinese)一次性告知全部所缺材料；逾期不告知的，自今日起即为受理。"
        )
      )
      citations.append(notify.citation)
    }
    return notice(
      "receipt",
      application,
      Bilingual("Receipt", "申请材料接收凭证"),
      sentences,
      citing: citations
    )
  }

  /// 一次性告知书: all that is missing, and until when.
  func oneTimeNotice(
    _ application: Application,
    _ told: OneTimeNotice,
    citing citation: Citation
  ) -> Notice {
    let missing = papers(told.missing)
    let due = told.due.words
    return notice(
      "one-time-notice",
      application,
      Bilingual("One-time notice", "一次性告知书"),
      [
        Bilingual("These papers are missing: \(missing.english).", "尚缺以下材料：\(missing.chinese)。"),
        Bilingual(
          "This is all; nothing else will be asked for.",
          "以上为全部所缺材料，此后不再要求补充其他材料。"
        ),
        Bilingual(
          "Please bring them by \(due.english). What has not come in by then is closed unfinished;"
            + " you may apply again at any time.",
          "请最迟于\(due.chinese)补正；逾期未补正的，申请未办结终止，您可以随时重新申请。"
        ),
      ],
      citing: [CaseLaw.howToApply, citation]
    )
  }

  /// 受理回执: from which day the term counts, and when the card is due.
  func acceptance(_ application: Application, since day: CivilDate, isDeemed: Bool) -> Notice {
    var accepted = application
    accepted.accepted = day
    let since = day.words
    let terms = ApplicationTerms(law: law)
    var citations = [isDeemed ? CaseLaw.answering : CaseLaw.howToApply]
    var sentences = [
      isDeemed
        ? Bilingual(
          "The time to tell what is missing has passed; your application counts as accepted from"
            + " \(since.english).",
          "告知期限已过，您的申请自\(since.chinese)起即为受理。"
        )
        : Bilingual(
          "Your application is accepted as of \(since.english).",
          "您的申请已于\(since.chinese)受理。"
        )
    ]
    if isDeemed, let notify = terms.notify { citations.append(notify.citation) }
    if let issue = terms.issue(accepted), let due = terms.issueDue(accepted) {
      let last = due.words
      sentences.append(
        Bilingual(
          "If you meet the conditions the permit is issued by \(last.english).",
          "符合条件的，居住证最迟于\(last.chinese)制作发放。"
        )
      )
      citations.append(issue.citation)
    }
    return notice(
      "accepted",
      application,
      isDeemed
        ? Bilingual("Acceptance by passing of time", "受理回执（逾期未告知，视为受理）")
        : Bilingual("Acceptance", "受理回执"),
      sentences,
      citing: citations
    )
  }

  /// 不予受理决定书: the reason, the right office, the remedies.
  func notInScope(
    _ application: Application,
    _ reason: String,
    _ office: String,
    _ remedies: [Bilingual]
  ) -> Notice {
    notice(
      "not-in-scope",
      application,
      Bilingual("Not accepted", "不予受理决定书"),
      [
        Bilingual(
          "Your application is not within this office's scope: \(reason).",
          "您的申请不属于本机关职权范围：\(reason)。"
        ),
        Bilingual("Please turn to: \(office).", "请向以下机关申请：\(office)。"),
        self.remedies(remedies),
      ],
      citing: [CaseLaw.answering]
    )
  }

  /// Closed because what was missing did not come.
  func closedUnfinished(
    _ application: Application,
    due: CivilDate,
    _ remedies: [Bilingual]
  ) -> Notice {
    let day = due.words
    let missing = papers(application.stillMissing)
    var sentences = [
      Bilingual(
        "These papers had not come in by \(day.english): \(missing.english)."
          + " The application is closed unfinished.",
        "截至\(day.chinese)，以下材料仍未补正：\(missing.chinese)。本次申请未办结终止。"
      ),
      Bilingual(
        "You may apply again at any time; nothing is held against you.",
        "您可以随时重新申请，本次终止不影响今后的申请。"
      ),
    ]
    if !remedies.isEmpty { sentences.append(self.remedies(remedies)) }
    return notice(
      "closed-unfinished",
      application,
      Bilingual("Closed unfinished", "未办结终止通知书"),
      sentences,
      citing: ApplicationTerms(law: law).supplement.map { [$0.citation] } ?? []
    )
  }

  /// What was taken back.
  func withdrawal(_ application: Application) -> Notice {
    notice(
      "withdrawn",
      application,
      Bilingual("Withdrawal", "撤回申请回执"),
      [
        Bilingual(
          "Your application is withdrawn, as you asked. You may apply again at any time.",
          "已按您的要求撤回申请。您可以随时重新申请。"
        )
      ],
      citing: []
    )
  }
}
