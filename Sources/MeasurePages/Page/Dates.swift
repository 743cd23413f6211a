import ExpressionLanguage

extension Words {
  /// A day as people read it, with the machine's form beside it.
  func day(_ day: CivilDate) -> Markup {
    tag(.time, .datetime(day.description)) { inline(Words.text(day)) }
  }

  /// A day in both languages: 2021年1月1日, 1 January 2021.
  static func text(_ day: CivilDate) -> Bilingual {
    let (year, month, number) = day.parts
    return Bilingual(
      "\(number) \(months[month - 1]) \(year)",
      "\(year)年\(month)月\(number)日"
    )
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
