import ExpressionLanguage

extension Rejection {
  static var ownFile: Rejection {
    Rejection(
      "own-file",
      Bilingual("nobody acts for an office on their own file", "工作人员不得办理本人的档案"),
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
        "工作人员不得办理亲属或者与其有代办关系的人的档案"
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

  static func notAllowed(_ action: Action, _ role: Role, _ purposes: [Purpose]) -> Rejection {
    let (what, who) = (action.words, role.words)
    let remedy: Bilingual =
      if purposes.isEmpty {
        Bilingual("ask somebody who may; see the table of who may do what", "请由有权者办理，见权限表")
      } else {
        Bilingual(
          "it may be done for: " + purposes.map(\.words.english).joined(separator: ", "),
          "该事项可用于：" + purposes.map(\.words.chinese).joined(separator: "、")
        )
      }
    return Rejection(
      "not-allowed",
      Bilingual(
        "\(who.english): may not do this to this file for this purpose: \(what.english)",
        "\(who.chinese)不得以此目的对此档案办理“\(what.chinese)”"
      ),
      remedy: remedy
    )
  }
}
