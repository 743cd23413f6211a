import ExpressionLanguage

/// Days as pages say them.
enum DayText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A day in words, such as 23 November 2026 or 2026年11月23日.
  static func day(_ day: CivilDate, _ language: Language) -> String {
    let (year, month, date) = day.parts
    return language == .chinese
      ? "\(year)年\(month)月\(date)日" : "\(date) \(months[month - 1]) \(year)"
  }

  /// A month in words.
  static func month(_ day: CivilDate, _ language: Language) -> String {
    let (year, month, _) = day.parts
    return language == .chinese ? "\(year)年\(month)月" : "\(months[month - 1]) \(year)"
  }

  /// Both halves.
  static func both(_ day: CivilDate) -> Bilingual {
    Bilingual(self.day(day, .english), self.day(day, .chinese))
  }
}
