import Registry
import Casework
import ExpressionLanguage

/// 提交成功: the number, the receipt, and what happens next.
enum MyApplyDonePage {
  struct View: Sendable {
    let number: Int
    let reference: String
    let paper: Int?
    let clocks: [ShownClock]
  }

  static let show = MyFile.handler { mine in
    let number = try mine.visit.number("application")
    guard mine.file.applications.application(number) != nil else { throw Fault.notFound }
    let receipt = MyPaper.all(of: mine).first { paper in
      guard case .application(.submitted) = paper.event else { return false }
      return paper.application == number
    }
    return try mine.page(
      "resident/apply-done",
      title: Bilingual("Your application is in", "申请已提交"),
      View(
        number: number,
        reference: "\(mine.file.id.text)-\(number)",
        paper: receipt?.number,
        clocks: mine.view.clocks.filter { $0.application == number }.map { ShownClock($0, mine) }
      ),
      back: nil
    )
  }
}
