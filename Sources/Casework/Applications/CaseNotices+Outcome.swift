import ExpressionLanguage

/// From acceptance to the decision.
extension CaseNotices {
  /// A longer term with its reason, by Article 42 of the Administrative Licensing Law.
  func longerTerm(
    _ application: Application,
    _ reason: String,
    until due: DueDate,
    by term: Term
  ) -> Notice {
    let day = due.words
    return notice(
      "extension",
      application,
      Bilingual("Longer term", "延长期限告知书"),
      [
        Bilingual(
          "The permit cannot be made within the usual term: \(reason)."
            + " It is now due by \(day.english).",
          "因以下原因不能按期制发居住证：\(reason)。办理期限延长至\(day.chinese)。"
        )
      ],
      citing: [CaseLaw.howToApply, CaseLaw.extending, term.citation]
    )
  }

  /// The unit says that it does not know the applicant as its own.
  func relocationDenied(_ application: Application) -> Notice {
    var denied = notice(
      "relocation-denied",
      application,
      Bilingual("Not confirmed by the unit", "单位未予确认通知书"),
      [
        Bilingual(
          "The relocated unit has answered that you are not on its staff.",
          "疏解单位答复：您不属于该单位人员。"
        ),
        Bilingual(
          "If that is wrong, please turn to the unit, or dispute the fact at this office; you may"
            + " also apply on another basis.",
          "如与事实不符，请与单位联系，或者在本机关对该项数据提出异议；您也可以以其他事由申领。"
        ),
      ],
      citing: [CaseLaw.whoMayApply]
    )
    // A unit may change its mind more than once.
    denied.key += "/\(today)"
    return denied
  }

  /// 决定书: approval, or refusal with its reasons and remedies.
  ///
  /// Article 38 of the Administrative Licensing Law asks for both.
  func decision(_ application: Application, _ decision: ApplicationDecision) -> Notice {
    let reasons = reasons(decision.reasons)
    if decision.isApproval {
      return notice(
        "decision",
        application,
        Bilingual("Approval", "准予决定书"),
        [
          Bilingual(
            "Your application for a residence permit is approved: \(reasons.english).",
            "准予您申领居住证：\(reasons.chinese)。"
          ),
          Bilingual("The card is being made.", "证件正在制作。"),
        ],
        citing: [CaseLaw.whoMayApply]
      )
    }
    return notice(
      "decision",
      application,
      Bilingual("Refusal", "不予批准决定书"),
      [
        Bilingual(
          "Your application for a residence permit is refused. Not met: \(reasons.english).",
          "不予批准您申领居住证。未符合的条件：\(reasons.chinese)。"
        ),
        Bilingual(
          "You may apply again when the conditions are met.",
          "符合条件后可以重新申请。"
        ),
        remedies(decision.remedies),
      ],
      citing: [CaseLaw.whoMayApply, CaseLaw.refusing]
    )
  }

  /// The conditions in their own words, each with its article; a measure is named once in a row.
  private func reasons(_ reasons: [Reason]) -> Bilingual {
    let before = [nil] + reasons.map(\.citation.measure)
    let texts = zip(reasons, before).map { reason, before in
      let article = CaseWords.articles([reason.citation], of: law, after: before)
      return Bilingual(
        "\(reason.words[.english]) (\(article.english))",
        "\(reason.words[.chinese])（\(article.chinese)）"
      )
    }
    return Bilingual(
      texts.map(\.english).joined(separator: "; "),
      texts.map(\.chinese).joined(separator: "；")
    )
  }
}
