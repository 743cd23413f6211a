import ExpressionLanguage
import Scoring

// What an endorsement, or its refusal, is refused for.
extension Rejection {
  static func endorsementTooEarly(
    _ opens: CivilDate,
    _ due: CivilDate,
    _ citation: Citation
  ) -> Rejection {
    Rejection(
      "endorsement-too-early",
      Bilingual(
        "the endorsement due on \(due.words.english) can be made from \(opens.words.english) on",
        "\(due.words.chinese)到期的签注自\(opens.words.chinese)起方可办理"
      ),
      citing: [citation],
      remedy: Bilingual(
        "come between \(opens.words.english) and \(due.words.english)",
        "请于\(opens.words.chinese)至\(due.words.chinese)之间办理"
      )
    )
  }

  static func conditionsNoLongerMet(_ conditions: PermitFinding) -> Rejection {
    let unmet = conditions.unmet.words
    return Rejection(
      "conditions-no-longer-met",
      Bilingual(
        "the conditions of the permit are no longer met: \(unmet.english)",
        "不再符合居住证的条件：\(unmet.chinese)"
      ),
      citing: conditions.unmet.map(\.citation),
      remedy: Bilingual(
        "an officer refuses the endorsement with reasons and ways to seek review; a fact that is"
          + " wrong can be disputed first",
        "由工作人员作出不予签注的决定，写明理由和救济途径；数据有误的，可先提出异议"
      )
    )
  }

  /// Unknown never reads as no.
  static func conditionsUnknown(
    _ conditions: PermitFinding,
    _ citation: Citation
  ) -> Rejection {
    let missing = conditions.missing.words
    return Rejection(
      "conditions-unknown",
      Bilingual(
        "whether the conditions are still met cannot be told yet; missing: \(missing.english)",
        "是否仍符合条件尚不能确定，缺少：\(missing.chinese)"
      ),
      citing: [citation],
      remedy: Bilingual(
        "ask whoever verifies what is missing, then decide again",
        "请向核验部门核实所缺数据后再办理"
      )
    )
  }

  static func conditionsStillMet(_ citation: Citation) -> Rejection {
    Rejection(
      "conditions-still-met",
      Bilingual(
        "the measures find the conditions met, so that the endorsement cannot be refused",
        "依照办法仍符合条件，不得拒绝签注"
      ),
      citing: [citation],
      remedy: Bilingual("endorse the permit", "请予签注")
    )
  }

  static func alreadyRefused(_ due: CivilDate, _ citation: Citation) -> Rejection {
    Rejection(
      "endorsement-already-refused",
      Bilingual(
        "the endorsement due on \(due.words.english) was refused before for the same reasons",
        "\(due.words.chinese)到期的签注已以相同理由作出不予签注的决定"
      ),
      citing: [citation],
      remedy: Bilingual(
        "that decision stands; endorse if the conditions are met again",
        "该决定仍然有效；重新符合条件的，可予签注"
      )
    )
  }

  /// A refusal without a reason or without a way to seek review is none.
  static func nothingToTell(_ citation: Citation) -> Rejection {
    Rejection(
      "no-reason-or-remedy",
      Bilingual(
        "the measures name no reason or no way to seek review, and a refusal needs both",
        "办法未列明理由或者救济途径，二者缺一不得作出不利决定"
      ),
      citing: [citation],
      remedy: Bilingual(
        "a policy officer completes the measure",
        "由政策人员补全办法"
      )
    )
  }
}
