import Casework
import ExpressionLanguage

/// Moving away from a registered address.
enum MyLeavePage {
  struct View: Sendable {
    let residence: MyAddressPage.Row
    let last: DayField
    let error: String?
    let key: String
    let action: String
    let hasPermit: Bool
  }

  static let show = MyFile.handler { mine in try page(mine) }

  static let send = MyFile.handler { mine in
    let number = try mine.visit.number("residence")
    guard let last = mine.visit.form.day("last") else {
      let text = mine.visit.say(
        "Enter the last day as year, month and day",
        "请按年、月、日填写最后居住的一天"
      )
      return try page(mine, error: text)
    }
    switch try await mine.attempt(.person(.endResidence(residence: number, last: last))) {
    case .success:
      return await mine.visit.done(
        Bilingual("The registration has been ended.", "居住登记已终止。"),
        to: "/me/address"
      )
    case .failure(let rejection): return try page(mine, error: rejection.message(mine.visit))
    }
  }

  private static func page(_ mine: MyFile, error: String? = nil) throws -> Reply {
    let number = try mine.visit.number("residence")
    let found = mine.file.person.residences.first { $0.number == number }
    guard let found else { throw Fault.notFound }
    return try mine.page(
      "resident/leave",
      title: Bilingual("Moving away", "迁离此地址"),
      View(
        residence: MyAddressPage.row(found, mine),
        last: DayField("last", mine.today, mine.visit.form, error: error),
        error: error,
        key: mine.visit.keyToSend,
        action: mine.visit.link(mine.visit.path),
        hasPermit: mine.file.permits.live != nil
      ),
      mistakes: error.map { [Layout.Mistake("last-year", $0)] } ?? [],
      back: "/me/address"
    )
  }
}
