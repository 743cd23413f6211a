import ExpressionLanguage

/// The names that casework reads from a jurisdiction's measures, and what each must be.
///
/// Days, fees and switches come from here and never from code, so that a measure can change them.
package enum OfficeContract {
  /// What a value of the contract must be.
  package enum Kind: Sendable {
    case days, months, duration, money, people, points, day, moment, word

    /// An example for the officer.
    var example: String {
      switch self {
      case .days: "15 days, or 15 working days"
      case .months: "1 month"
      case .duration: "2 years"
      case .money: "20 yuan"
      case .people: "324 people"
      case .points: "97.13 points"
      case .day: "2023-06-25"
      case .moment: "2023-06-04 20:00"
      case .word: "\"restarts\""
      }
    }
  }

  /// One name of the contract.
  package struct Entry: Sendable {
    /// The name.
    package var name: String
    /// What it must be.
    package var kind: Kind
    /// Whether it stands under a round.
    package var isOfRound: Bool
  }

  /// Every name that casework knows.
  package static let entries: [Entry] = [
    Entry(name: "days to issue", kind: .days, isOfRound: false),
    Entry(name: "days to issue extended", kind: .days, isOfRound: false),
    Entry(name: "days to supplement", kind: .days, isOfRound: false),
    Entry(name: "days to notify", kind: .days, isOfRound: false),
    Entry(name: "days to check", kind: .days, isOfRound: false),
    Entry(name: "days to answer a dispute", kind: .days, isOfRound: false),
    Entry(name: "days to replace", kind: .days, isOfRound: false),
    Entry(name: "reminders before", kind: .days, isOfRound: false),
    Entry(name: "officers to confiscate", kind: .people, isOfRound: false),
    Entry(name: "endorsement every", kind: .duration, isOfRound: false),
    Entry(name: "endorsement window", kind: .duration, isOfRound: false),
    Entry(name: "tenure after late endorsement", kind: .word, isOfRound: false),
    Entry(name: "fee first permit", kind: .money, isOfRound: false),
    Entry(name: "fee endorsement", kind: .money, isOfRound: false),
    Entry(name: "fee replacement", kind: .money, isOfRound: false),
    Entry(name: "notice days", kind: .days, isOfRound: false),
    Entry(name: "recheck decided within", kind: .days, isOfRound: false),
    Entry(name: "qualification lasts", kind: .duration, isOfRound: false),
    Entry(name: "public list shows", kind: .word, isOfRound: false),
    Entry(name: "objection with", kind: .word, isOfRound: false),
    Entry(name: "declaration opens", kind: .moment, isOfRound: true),
    Entry(name: "declaration closes", kind: .moment, isOfRound: true),
    Entry(name: "review opens", kind: .moment, isOfRound: true),
    Entry(name: "review closes", kind: .moment, isOfRound: true),
    Entry(name: "recheck opens", kind: .moment, isOfRound: true),
    Entry(name: "recheck closes", kind: .moment, isOfRound: true),
    Entry(name: "results and recheck open", kind: .moment, isOfRound: true),
    Entry(name: "results and recheck close", kind: .moment, isOfRound: true),
    Entry(name: "notice opens", kind: .moment, isOfRound: true),
    Entry(name: "final list from", kind: .day, isOfRound: true),
    Entry(name: "score line", kind: .points, isOfRound: true),
    Entry(name: "qualified people", kind: .people, isOfRound: true),
  ]

  /// Whether a value's type is what the contract wants.
  static func accepts(_ type: ValueType, _ kind: Kind) -> Bool {
    let unit = type.number?.unit
    return switch kind {
    case .days: unit == .days || unit == .workingDays
    case .months: unit == .months
    case .duration: unit?.isLike(.months) == true || unit == .days
    case .money: unit == .yuan
    case .people: unit == .people
    case .points: unit == .points
    case .day, .moment:
      if case .date = type.base { true } else { type.base == .instant }
    case .word: type.choice != nil
    }
  }
}
