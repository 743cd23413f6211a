/// The unit of a number: a product of dimensions, such as points, or months times points.
///
/// Years and months are one dimension; days are another; working days a third.
package struct Unit: Hashable, Sendable {
  /// One dimension and the power in which it stands.
  struct Power: Hashable, Sendable {
    var dimension: String
    var exponent: Int
  }

  /// The powers in order of dimension, none of them zero.
  let powers: [Power]
  /// Whether the number counts years, twelve months each; only where `powers` is months alone.
  package let isYears: Bool

  private init(powers: [Power], isYears: Bool = false) {
    self.powers = powers.filter { $0.exponent != 0 }.sorted { $0.dimension < $1.dimension }
    self.isYears = isYears
  }

  /// Creates the unit of one dimension, such as `yuan`.
  package init(dimension: String) {
    self.init(powers: [Power(dimension: dimension, exponent: 1)])
  }

  /// No unit.
  package static let none = Unit(powers: [])
  /// Months.
  package static let months = Unit(dimension: "months")
  /// Years of twelve months.
  package static let years = Unit(
    powers: [Power(dimension: "months", exponent: 1)],
    isYears: true
  )
  /// Days of the calendar.
  package static let days = Unit(dimension: "days")
  /// Working days.
  package static let workingDays = Unit(dimension: "working days")
  /// Points.
  package static let points = Unit(dimension: "points")
  /// People.
  package static let people = Unit(dimension: "people")
  /// Yuan.
  package static let yuan = Unit(dimension: "yuan")

  /// Whether a number in this unit is a bare number.
  package var isNone: Bool { powers.isEmpty }

  /// The same unit with years counted in months.
  package var base: Unit { isYears ? .months : self }

  /// How many base units one of this unit is: 12 for years, else 1.
  package var factor: Int64 { isYears ? 12 : 1 }

  /// Whether numbers in both units may be added and compared.
  package func isLike(_ other: Unit) -> Bool { powers == other.powers }

  /// The unit of a product; both sides are in base units.
  package func times(_ other: Unit) -> Unit { combined(other, sign: 1) }

  /// The unit of a quotient; both sides are in base units.
  package func divided(by other: Unit) -> Unit { combined(other, sign: -1) }

  private func combined(_ other: Unit, sign: Int) -> Unit {
    var sums: [String: Int] = [:]
    for power in powers { sums[power.dimension, default: 0] += power.exponent }
    for power in other.powers { sums[power.dimension, default: 0] += sign * power.exponent }
    return Unit(powers: sums.map { Power(dimension: $0.key, exponent: $0.value) })
  }
}

extension Unit {
  /// The unit that a word names, in either number: `point`, `points`, `年`; `nil` where none does.
  package static func named(_ word: String) -> Unit? {
    switch word.lowercased() {
    case "year", "years", "年": .years
    case "month", "months", "个月", "月": .months
    case "day", "days", "天", "日": .days
    case "working day", "working days", "个工作日", "工作日": .workingDays
    case "point", "points", "分": .points
    case "yuan", "元": .yuan
    case "person", "people", "人": .people
    default: nil
    }
  }

  /// The unit's name after a number; `singular` says that the number is one.
  package func name(_ language: Language, singular: Bool = false) -> String {
    if isYears { return language == .chinese ? "年" : singular ? "year" : "years" }
    return powers.map { power in
      let name = Unit.name(of: power.dimension, language, singular: singular && powers.count == 1)
      return power.exponent == 1 ? name : "\(name)^\(power.exponent)"
    }.joined(separator: language == .chinese ? "·" : " × ")
  }

  private static func name(of dimension: String, _ language: Language, singular: Bool) -> String {
    let names: (one: String, many: String, chinese: String)
    switch dimension {
    case "months": names = ("month", "months", "个月")
    case "days": names = ("day", "days", "天")
    case "working days": names = ("working day", "working days", "个工作日")
    case "points": names = ("point", "points", "分")
    case "people": names = ("person", "people", "人")
    case "yuan": names = ("yuan", "yuan", "元")
    default: names = (dimension, dimension, dimension)
    }
    if language == .chinese { return names.chinese }
    return singular ? names.one : names.many
  }
}
