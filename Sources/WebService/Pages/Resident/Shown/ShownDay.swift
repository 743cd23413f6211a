import ExpressionLanguage

extension Visit {
  /// A day as people write it: 2026年11月23日, or 23 November 2026.
  func words(_ day: CivilDate) -> String { say(day.words) }
}

/// A day on a page, with what machines read of it.
struct ShownDay: Sendable {
  let words: String
  let iso: String

  init(_ day: CivilDate, _ visit: Visit) {
    words = visit.words(day)
    iso = day.description
  }
}

/// A moment on a page, by the clock of Beijing.
struct ShownMoment: Sendable {
  let words: String
  let iso: String

  init(_ milliseconds: Int64, _ visit: Visit) {
    let local = milliseconds + 8 * 3_600_000
    let rest = ((local % 86_400_000) + 86_400_000) % 86_400_000
    let day = CivilDate(day: Int((local - rest) / 86_400_000)) ?? .earliest
    func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
    let time = "\(two(rest / 3_600_000)):\(two(rest / 60_000 % 60))"
    words = visit.say(
      Bilingual("\(day.words.english), \(time)", "\(day.words.chinese) \(time)")
    )
    iso = "\(day)T\(time)+08:00"
  }
}

/// A field of year, month and day.
struct DayField: Sendable {
  let id: String
  let year: String
  let month: String
  let day: String
  let error: String?

  /// The field with a day, or with what was typed into it.
  init(_ id: String, _ value: CivilDate?, _ form: Form, error: String? = nil) {
    self.id = id
    self.error = error
    if form.fields.contains(where: { $0.name == "\(id)-year" }) {
      year = form["\(id)-year"] ?? ""
      month = form["\(id)-month"] ?? ""
      day = form["\(id)-day"] ?? ""
    } else {
      let parts = value?.parts
      year = parts.map { String($0.year) } ?? ""
      month = parts.map { String($0.month) } ?? ""
      day = parts.map { String($0.day) } ?? ""
    }
  }
}

extension Form {
  /// The day of a field of year, month and day; `nil` where it is none.
  func day(_ id: String) -> CivilDate? {
    guard let year = self["\(id)-year"].flatMap({ Int($0) }), (1...9_999).contains(year),
      let month = self["\(id)-month"].flatMap({ Int($0) }),
      let day = self["\(id)-day"].flatMap({ Int($0) })
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
