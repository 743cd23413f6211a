import Casework
import ExpressionLanguage

/// The registry's own rejections, beside those of Casework.
extension Rejection {
  static func alreadyRegistered(_ holder: ResidentID) -> Rejection {
    Rejection(
      "already-registered",
      Bilingual(
        "this number is registered already, in the file \(holder.text)",
        "该号码已登记，档案为 \(holder.text)"
      ),
      remedy: Bilingual(
        "work on \(holder.text); if one person has two files, merge them",
        "请在 \(holder.text) 上办理；一人两档的，请合并"
      )
    )
  }

  /// The same, to a person who opens a file alone.
  static var numberOnFile: Rejection {
    Rejection(
      "already-registered",
      Bilingual(
        "a file cannot be opened on line for this number",
        "该号码无法在网上建立档案"
      ),
      remedy: Bilingual(
        "if you have been at the window before, ask there for an activation code and enter it",
        "曾在窗口办理过的，请向窗口领取激活码并输入"
      )
    )
  }

  static func serialInUse(_ serial: String) -> Rejection {
    Rejection(
      "serial-in-use",
      Bilingual(
        "a card with the number \(serial) was issued already",
        "编号为 \(serial) 的证件已经签发"
      ),
      remedy: Bilingual("read the number from the new card again", "请重新读取新证上的编号")
    )
  }

  static var fileChanged: Rejection {
    Rejection(
      "file-changed",
      Bilingual(
        "somebody else has changed this file since it was shown",
        "档案显示之后，已有他人作了变更"
      ),
      remedy: Bilingual("see what has changed, then decide again", "请查看变更内容后重新办理")
    )
  }

  static func clockWentBack(_ today: CivilDate, _ last: CivilDate) -> Rejection {
    Rejection(
      "clock-went-back",
      Bilingual(
        "the legal date is \(today.words.english), but the file has an entry of \(last.words.english)",
        "办理日期为\(today.words.chinese)，而档案中已有\(last.words.chinese)的记录"
      ),
      remedy: Bilingual("set the clock of the machine right", "请校正机器时钟")
    )
  }

  static func dayNotCome(_ day: CivilDate, today: CivilDate) -> Rejection {
    Rejection(
      "day-not-come",
      Bilingual(
        "\(day.words.english) has not come; today is \(today.words.english)",
        "\(day.words.chinese)尚未到来，今天是\(today.words.chinese)"
      ),
      remedy: Bilingual("run the day's work for today or before", "请为今天或之前的日期运行每日事务")
    )
  }

  static var noResidentNamed: Rejection {
    Rejection(
      "no-resident-named",
      Bilingual("the command does not say whose file it is for", "未指明是哪份居民档案"),
      remedy: Bilingual("name the file", "请写明档案编号")
    )
  }

  static var noSuchResident: Rejection {
    Rejection(
      "no-such-file",
      Bilingual("there is no such resident's file", "没有这份居民档案"),
      remedy: Bilingual("search by name, number or phone, or register", "请按姓名、号码或电话查找，或先登记")
    )
  }

  static var dataDestroyed: Rejection {
    Rejection(
      "data-destroyed",
      Bilingual("the data of this person were destroyed", "该居民的数据已销毁"),
      remedy: Bilingual("nothing can be read any more", "已无法读取")
    )
  }
}
