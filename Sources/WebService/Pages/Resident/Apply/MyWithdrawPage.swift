import Casework
import ExpressionLanguage

/// 撤回申请: until it is approved the applicant may take it back.
enum MyWithdrawPage {
  private static func page(_ number: Int) -> MyDeedPage {
    MyDeedPage(
      heading: Bilingual("Withdraw application \(number)", "撤回第\(number)号申请"),
      lead: [
        Bilingual(
          "The office stops working on it. What is on file about you stays as it is.",
          "办理随即停止，您的档案内容不变。"
        )
      ],
      warning: Bilingual(
        "This can't be undone. You may apply again at any time; the terms then begin anew.",
        "撤回后不能恢复。您可以随时重新申请，期限重新计算。"
      ),
      button: Bilingual("Withdraw it", "确认撤回"),
      isGrave: true,
      back: "/me/applications/\(number)",
      done: Bilingual("The application has been withdrawn.", "申请已撤回。")
    )
  }

  static let show = MyFile.handler { mine in
    let number = try mine.visit.number("application")
    guard mine.file.applications.application(number) != nil else { throw Fault.notFound }
    return try page(number).show(mine, .application(.withdraw(number: number)))
  }

  static let send = MyFile.handler { mine in
    let number = try mine.visit.number("application")
    return try await page(number).send(mine, .application(.withdraw(number: number)))
  }
}
