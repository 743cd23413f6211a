import Casework
import ExpressionLanguage

/// 挂失: the old card is good no more at once; the window makes a new one.
enum MyLossPage {
  private static let command = Command.permit(.reportLoss)

  private static let page = MyDeedPage(
    heading: Bilingual("Report the card as lost", "居住证挂失"),
    lead: [
      Bilingual(
        "The permit itself goes on; it is the card that is no longer good.",
        "居住证本身继续有效，失效的只是这张证件。"
      ),
      Bilingual(
        "Fetch a new card at the window.",
        "请到窗口办理补领。"
      ),
    ],
    warning: Bilingual(
      "The card is cancelled at once. If you find it again, it stays cancelled.",
      "证件立即失效；以后找到的，也不再有效。"
    ),
    button: Bilingual("Report it as lost", "确认挂失"),
    isGrave: true,
    back: "/me/permit",
    done: Bilingual("The card has been reported as lost.", "证件已挂失。")
  )

  static let show = MyFile.handler { mine in try page.show(mine, command) }
  static let send = MyFile.handler { mine in try await page.send(mine, command) }
}
