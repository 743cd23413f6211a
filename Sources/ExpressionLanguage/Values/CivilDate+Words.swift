/// Days and months as people read them.
extension CivilDate {
  /// The day in words: 23 November 2026, 2026年11月23日.
  package var words: Bilingual {
    let (year, month, date) = parts
    return Bilingual("\(date) \(Self.months[month - 1]) \(year)", "\(year)年\(month)月\(date)日")
  }

  /// Its month in words: November 2026, 2026年11月.
  package var monthWords: Bilingual {
    let (year, month, _) = parts
    return Bilingual("\(Self.months[month - 1]) \(year)", "\(year)年\(month)月")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
