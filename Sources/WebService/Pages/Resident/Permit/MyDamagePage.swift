import Casework
import ExpressionLanguage

/// 损坏: the card is handed in when the window makes a new one.
enum MyDamagePage {
  private static let command = Command.permit(.reportDamage)

  private static let page = MyDeedPage(
    heading: Bilingual("Report the card as damaged", "居住证损坏"),
    lead: [
      Bilingual(
        "The permit itself goes on; it is the card that is no longer good.",
        "居住证本身继续有效，失效的只是这张证件。"
      ),
      Bilingual(
        "Bring the damaged card to the window, where it is exchanged for a new one.",
        "请带上损坏的证件到窗口换领。"
      ),
    ],
    warning: Bilingual(
      "The damaged card is good no more from now on.",
      "损坏的证件从现在起不再有效。"
    ),
    button: Bilingual("Report it as damaged", "确认报告损坏"),
    isGrave: true,
    back: "/me/permit",
    done: Bilingual("The card has been reported as damaged.", "证件损坏已登记。")
  )

  static let show = MyFile.handler { mine in try page.show(mine, command) }
  static let send = MyFile.handler { mine in try await page.send(mine, command) }
}
