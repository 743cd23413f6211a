import ExpressionLanguage

extension Rejection {
  static var ownFile: Rejection {
    Rejection(
      "own-file",
      Bilingual("nobody acts for an office on their own file", "工作人员不得办理本人的事项"),
      remedy: Bilingual(
        "a colleague does it; for your own affairs, act as a resident",
        "请由同事办理；办理本人事项的，请以居民身份"
      )
    )
  }

  static var relativesFile: Rejection {
    Rejection(
      "relatives-file",
      Bilingual(
        "nobody acts for an office on the file of somebody they are linked to",
        "工作人员不得办理亲属或者与本人有代办关系的人的事项"
      ),
      remedy: Bilingual("a colleague does it", "请由同事办理")
    )
  }

  static var noOffice: Rejection {
    Rejection(
      "no-office",
      Bilingual("the account belongs to no office", "账号不属于任何单位"),
      remedy: Bilingual("have the account put right", "请更正账号的所属单位")
    )
  }

  static var protectedFile: Rejection {
    Rejection(
      "protected-file",
      Bilingual("the file is protected: it is found and not read", "该档案受保护：可以查到，不可查阅"),
      remedy: Bilingual("ask a supervisor", "请联系主管")
    )
  }

  /// A relative who was not appointed, or whose ward has grown up or moves about again.
  static var notActing: Rejection {
    Rejection(
      "not-allowed",
      Bilingual(
        "a relative acts for somebody only while the office has them down as guardian or close"
          + " relative of a person under 16, or of one who moves with difficulty",
        "亲属须经窗口登记为代办人，且当事人未满16周岁或者行动不便，方可代为办理"
      ),
      citing: [CaseLaw.howToApply],
      remedy: Bilingual(
        "the person acts alone, or you are put down at the window with the papers of both",
        "由当事人本人办理，或者持双方身份证件到窗口登记代办关系"
      )
    )
  }

  static func notAllowed(_ action: Action, _ role: Role, _ purposes: [Purpose]) -> Rejection {
    let (what, who) = (action.words, role.words)
    let remedy: Bilingual =
      if purposes.isEmpty {
        Bilingual("ask somebody who may; see the table of who may do what", "请由有权限的人员办理，权限见权限表")
      } else {
        Bilingual(
          "it may be done for: " + purposes.map(\.words.english).joined(separator: ", "),
          "该事项可用于：" + purposes.map(\.words.chinese).joined(separator: "、")
        )
      }
    return Rejection(
      "not-allowed",
      Bilingual(
        "whoever acts as \(who.english) may not do this on this file for this purpose: "
          + what.english,
        "“\(who.chinese)”角色不得以此目的对本档案办理“\(what.chinese)”"
      ),
      remedy: remedy
    )
  }
}
