import ExpressionLanguage

/// What is wrong about papers and the one notice of them.
extension Rejection {
  /// What was typed is not repeated: it may be anything.
  static func unknownPaper(among known: [Bilingual]) -> Rejection {
    let names = CaseWords.list(known)
    return Rejection(
      "unknown-paper",
      Bilingual(
        "the measure names no such paper; it names: \(names.english)",
        "办法没有列出这种材料；列出的材料有：\(names.chinese)"
      ),
      citing: [CaseLaw.howToApply],
      remedy: Bilingual("use one of these names, in either language", "使用上列名称，中英文均可")
    )
  }

  static func noPapers(_ missing: [Bilingual]) -> Rejection {
    let names = CaseWords.list(missing)
    return Rejection(
      "no-papers",
      Bilingual("no paper is named", "没有写明材料"),
      citing: [CaseLaw.howToApply],
      remedy: missing.isEmpty
        ? Bilingual("name the papers that came in", "写明所收材料")
        : Bilingual(
          "name the papers that came in; still missing: \(names.english)",
          "写明所收材料；尚缺：\(names.chinese)"
        )
    )
  }

  static func papersMissing(_ application: Application, _ missing: [Bilingual]) -> Rejection {
    let names = CaseWords.list(missing)
    return Rejection(
      "papers-missing",
      Bilingual("papers are missing: \(names.english)", "尚缺材料：\(names.chinese)"),
      citing: [CaseLaw.howToApply, CaseLaw.answering],
      remedy: application.notice == nil
        ? Bilingual("take them, or tell the person once", "接收这些材料，或者一次性告知申领人")
        : Bilingual("wait for them until the day that was told", "在告知的期限内等待补正")
    )
  }

  static func nothingMissing(_ application: Application) -> Rejection {
    Rejection(
      "nothing-missing",
      Bilingual(
        "application \(application.number) lacks no paper that the measure asks for",
        "第\(application.number)号申请不缺办法所要求的材料"
      ),
      citing: [CaseLaw.howToApply, CaseLaw.answering],
      remedy: Bilingual("accept it instead", "应当予以受理")
    )
  }

  static func noticeGivenBefore(_ application: Application) -> Rejection {
    let day = application.notice.map(\.on.words) ?? Bilingual("", "")
    return Rejection(
      "notice-given-before",
      Bilingual(
        "all that was missing was told on \(day.english); what was not told then cannot be asked for",
        "已于\(day.chinese)一次性告知；当时未告知的，不得再行要求"
      ),
      citing: [CaseLaw.howToApply, CaseLaw.answering],
      remedy: application.state.whatNext
    )
  }

  static func noticeTooLate(_ application: Application) -> Rejection {
    let day = application.accepted.map(\.words) ?? Bilingual("", "")
    return Rejection(
      "notice-too-late",
      Bilingual(
        "the time to tell has passed: the application counts as accepted from \(day.english)",
        "告知期限已过，该申请自\(day.chinese)起即为受理"
      ),
      citing: [CaseLaw.howToApply, CaseLaw.answering],
      remedy: application.state.whatNext
    )
  }
}
