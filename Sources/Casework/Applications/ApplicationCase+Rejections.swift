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
      remedy: Bilingual("register the person by the identity card", "先按居民身份证登记本人")
    )
  }

  static var noResidence: Rejection {
    Rejection(
      "no-residence",
      Bilingual("no address is registered that holds today", "没有今日有效的居住登记"),
      citing: [CaseLaw.whoMayApply, CaseLaw.howToApply],
      remedy: Bilingual(
        "register the address first; one that has begun",
        "先办理居住登记，且已开始居住"
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

  static var permitLive: Rejection {
    Rejection(
      "permit-live",
      Bilingual("the person holds a permit that has not ended", "该人持有尚未终止的居住证"),
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
