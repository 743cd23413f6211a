import Casework
import ExpressionLanguage

/// 注销: by the holder, who moves away or gives the permit up.
enum MyGiveUpPage {
  private static let page = MyDeedPage(
    heading: Bilingual("End the permit", "注销居住证"),
    lead: [
      Bilingual(
        "Do this only if you leave the area for good, or no longer want the permit. A new"
          + " address inside the area is registered under “Address”; the permit goes on then.",
        "仅在您离开本地区不再居住，或者不再需要居住证时办理。在区内搬家的，请在“居住地址”中登记新住址，居住证继续有效。"
      )
    ],
    warning: Bilingual(
      "The permit ends today, and with it all services that it opens and the residence tenure"
        + " counted so far. Only a new application leads to a new permit.",
      "居住证今天即告终止，凭证享受的各项服务随之停止，已累计的居住年限不再延续。重新取得居住证须重新申领。"
    ),
    button: Bilingual("End the permit today", "确认注销"),
    isGrave: true,
    grounds: [
      (
        CancellationGround.movedAway.rawValue,
        Bilingual("I move away from the area", "我将离开本地区"),
        Bilingual("and no longer live here", "不再在本地居住")
      ),
      (
        CancellationGround.givenUp.rawValue,
        Bilingual("I give the permit up", "我自愿放弃居住证"),
        Bilingual("and stay here without it", "不再持有居住证")
      ),
    ],
    back: "/me/permit",
    done: Bilingual(
      "The permit has been cancelled. Your papers tell how to seek review.",
      "居住证已注销。救济途径见“文书”。"
    )
  )

  static let show = MyFile.handler { mine in
    try page.show(mine, .permit(.cancel(ground: .givenUp, from: mine.today)))
  }

  static let send = MyFile.handler { mine in
    let grounds: [CancellationGround] = [.movedAway, .givenUp]
    let ground = grounds.first { $0.rawValue == mine.visit.form["ground"] }
    return try await page.send(
      mine,
      ground.map { .permit(.cancel(ground: $0, from: mine.today)) }
    )
  }
}
