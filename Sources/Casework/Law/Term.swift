package import ExpressionLanguage
import Policy

/// One number of days, fee or switch of the office's contract, with where it stands.
package struct Term: Hashable, Sendable {
  /// A length of time as the measure says it.
  package enum Length: Hashable, Sendable, Codable {
    /// Days as the calendar counts them.
    case days(Int)
    /// Days on which offices work.
    case workingDays(Int)
    /// Months; years are twelve of them.
    case months(Int)

    /// More than the days that the calendar has.
    static let most = 4_000_000

    /// The same, or where it is longer than all days that there are, as long as that.
    var withinCalendar: Length {
      switch self {
      case .days(let count): .days(Length.cut(count))
      case .workingDays(let count): .workingDays(Length.cut(count))
      case .months(let count): .months(Length.cut(count))
      }
    }

    private static func cut(_ count: Int) -> Int { min(max(count, -most), most) }
  }

  /// The name in the contract, such as `days to issue`.
  package var name: String
  /// The lengths of time it says, usually one; empty where it says something else.
  package var lengths: [Length]
  /// The amount in fen, where it is money.
  package var fen: Int?
  /// The number of people, where it is one.
  package var people: Int?
  /// The word, where it is a switch, such as `restarts`.
  package var word: String?
  /// Where it stands.
  package var citation: Citation

  /// Its length of time, where it says just one.
  package var length: Length? { lengths.count == 1 ? lengths.first : nil }
}

/// The last day on which something may still be done.
package struct DueDate: Hashable, Sendable, Codable {
  /// The day.
  package var day: CivilDate
  /// Whether it was counted past the last year whose working days are published.
  package var isProvisional: Bool

  /// Creates a day.
  package init(_ day: CivilDate, isProvisional: Bool = false) {
    self.day = day
    self.isProvisional = isProvisional
  }
}
