import ExpressionLanguage
import Scoring

/// Why an application cannot come in, or what is asked does not fit where it stands.
extension Rejection {
  static func noSuchApplication(_ number: Int, of count: Int) -> Rejection {
    Rejection(
      "no-such-application",
      Bilingual(
        "the file has no application \(number); it has \(count)",
        "档案中没有第\(number)号申请，现有\(count)件"
      ),
      remedy: Bilingual("give the number on the receipt", "请提供接收凭证上的编号")
    )
  }

  static func wrongState(
    _ application: Application,
    for asked: Bilingual,
    citing citations: [Citation] = []
  ) -> Rejection {
    let state = application.state.words
    return Rejection(
      "wrong-state",
      Bilingual(
        "application \(application.number) is \(state.english) and cannot be \(asked.english)",
        "第\(application.number)号申请\(state.chinese)，不能\(asked.chinese)"
      ),
      citing: citations,
      remedy: application.state.whatNext
    )
  }

  static var noIdentity: Rejection {
    Rejection(
      "no-identity",
      Bilingual("nobody's identity stands in this file", "本档案没有身份信息"),
      citing: [CaseLaw.howToApply],
      remedy: Bilingual("register the person by the identity card", "请先凭居民身份证登记身份信息")
    )
  }

  static var noResidence: Rejection {
    Rejection(
      "no-residence",
      Bilingual("no address is registered that holds today", "档案中没有今日有效的居住登记"),
      citing: [CaseLaw.whoMayApply, CaseLaw.howToApply],
      remedy: Bilingual(
        "register the address first; one that has begun",
        "请先办理居住登记，起始日不得晚于今日"
      )
    )
  }

  static func applicationOpen(_ open: Application) -> Rejection {
    let state = open.state.words
    return Rejection(
      "application-open",
      Bilingual(
        "application \(open.number) is still open: \(state.english)",
        "第\(open.number)号申请尚未办结：\(state.chinese)"
      ),
      citing: [CaseLaw.howToApply],
      remedy: Bilingual(
        "go on with it, or withdraw it before it is approved",
        "继续办理该申请，或者在批准前撤回"
      )
    )
  }

  static var applicantDied: Rejection {
    Rejection(
      "applicant-died",
      Bilingual("the file says that the person has died", "档案记载该人已经死亡"),
      remedy: Bilingual(
        "if that is an error, a supervisor restores the permit that was cancelled",
        "记载有误的，由主管恢复已注销的居住证"
      )
    )
  }

  static var eligibleTurnedAway: Rejection {
    Rejection(
      "eligible-turned-away",
      Bilingual(
        "the person lives here and meets the conditions, and is not turned away",
        "申领人居住在本地且符合申领条件，不得不予受理"
      ),
      citing: [CaseLaw.noRefusal, CaseLaw.answering],
      remedy: Bilingual(
        "accept it, or tell once all that is missing",
        "予以受理，或者一次性告知所缺的全部材料"
      )
    )
  }

  static var permitLive: Rejection {
    Rejection(
      "permit-live",
      Bilingual("the person holds a permit that has not ended", "申领人持有尚未终止的居住证"),
      citing: [CaseLaw.whoMayApply],
      remedy: Bilingual(
        "endorse it, replace its card, or cancel it first",
        "办理签注、换领补领，或者先行注销"
      )
    )
  }

  static func noReason(citing citations: [Citation]) -> Rejection {
    Rejection(
      "no-reason",
      Bilingual("no reason is given", "没有写明理由"),
      citing: citations,
      remedy: Bilingual("give the reason that the person will read", "写明将告知本人的理由")
    )
  }

  static var noRightOffice: Rejection {
    Rejection(
      "no-right-office",
      Bilingual("the right office is not named", "没有写明有权办理的机关"),
      citing: [CaseLaw.answering],
      remedy: Bilingual(
        "name the office to which the person should turn",
        "写明该人应当向哪个机关申请"
      )
    )
  }

  static var noRemedy: Rejection {
    Rejection(
      "no-remedy",
      Bilingual(
        "the measure names no way to seek review, and nothing adverse is decided without one",
        "办法没有列明救济途径；没有救济途径，不得作出不利决定"
      ),
      citing: [CaseLaw.refusing],
      remedy: Bilingual(
        "a policy officer adds the ways to seek review to the measure's channel",
        "由政策人员在办法的渠道中补上救济途径"
      )
    )
  }
}
