import Casework
import ExpressionLanguage

/// 签注: the yearly confirmation that the holder still lives here and meets the conditions.
enum MyEndorsePage {
  private static let command = Command.permit(.endorse)

  private static func page(_ mine: MyFile) -> MyDeedPage {
    MyDeedPage(
      heading: Bilingual("Endorse the permit", "居住证签注"),
      lead: [
        Bilingual(
          "Endorsement confirms once a year that you still live here and still meet the conditions."
            + " It is free, and is checked against what is on file.",
          "签注每年一次，确认您仍在本地居住并仍符合条件。不收费，按档案中的核验数据核对。"
        ),
        Bilingual(
          "If the office finds everything as it should be, the permit is endorsed at once.",
          "核对无误的，立即完成签注。"
        ),
      ],
      warning: warning(mine),
      button: Bilingual("Endorse now", "现在签注"),
      back: "/me/permit",
      done: Bilingual("The permit has been endorsed.", "签注已完成。")
    )
  }

  /// What a late endorsement does to the tenure, where the contract in force says that it does.
  private static func warning(_ mine: MyFile) -> Bilingual? {
    guard mine.file.permits.live?.state(on: mine.today) == .suspended,
      let term = try? mine.law.term("tenure after late endorsement"), term.word == "restarts"
    else { return nil }
    return Bilingual(
      "The endorsement is late. The permit works again from today, and the residence tenure counts"
        + " anew from today.",
      "签注已逾期。补办后居住证自今天起恢复使用，居住年限自今天起重新计算。"
    )
  }

  static let show = MyFile.handler { mine in try page(mine).show(mine, command) }
  static let send = MyFile.handler { mine in try await page(mine).send(mine, command) }
}
