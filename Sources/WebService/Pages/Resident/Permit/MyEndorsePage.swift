import Casework
import ExpressionLanguage

/// 签注: the yearly confirmation that the holder still lives here and meets the conditions.
enum MyEndorsePage {
  private static let command = Command.permit(.endorse)

  private static let page = MyDeedPage(
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
    button: Bilingual("Endorse now", "现在签注"),
    back: "/me/permit",
    done: Bilingual("The permit has been endorsed.", "签注已完成。")
  )

  static let show = MyFile.handler { mine in try page.show(mine, command) }
  static let send = MyFile.handler { mine in try await page.send(mine, command) }
}
