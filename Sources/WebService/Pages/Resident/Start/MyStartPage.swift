import Accounts
import Casework
import ExpressionLanguage

/// An account without a file: open one, or enter the code that the window gave.
enum MyStartPage {
  struct View: Sendable {
    let tries: Bool
  }

  static let show: Route.Handler = { visit in
    if try visit.signedIn.resident != nil { return visit.redirect(to: "/me") }
    return try visit.page(
      "resident/start",
      title: Bilingual("Open your file", "建立我的档案"),
      View(tries: await OpeningTries.areLeft(visit))
    )
  }
}
