import ExpressionLanguage
import Policy

/// The declaration of one round; an end that is not announced is left out.
struct AnnouncedRound: Sendable {
  var year: Int
  var opens: DeclarationWindow.End?
  var closes: DeclarationWindow.End?

  private init(year: Int) { self.year = year }

  /// The first day on which it can be declared, as far as that is known.
  private var first: CivilDate { opens?.day ?? closes?.day ?? .latest }

  /// Whether it can no longer be declared; without an announced closing, once its year is over.
  private func isOver(on day: CivilDate) -> Bool {
    if let closes { return day > closes.day }
    return day.parts.year > max(year, first.parts.year)
  }

  /// The rounds of a measure that have an announced end, by their beginning.
  static func all(of measure: Int, in set: PolicySet) -> [AnnouncedRound] {
    var rounds: [Int: AnnouncedRound] = [:]
    for entry in set.office where entry.measure == measure {
      guard let year = entry.round, let value = entry.values.first else { continue }
      let end = end(value, entry.standing.standing)
      switch NameKey.of(entry.name.english) {
      case "declaration opens": rounds[year, default: AnnouncedRound(year: year)].opens = end
      case "declaration closes": rounds[year, default: AnnouncedRound(year: year)].closes = end
      default: break
      }
    }
    return rounds.values.filter { $0.opens != nil || $0.closes != nil }
      .sorted { ($0.first, $0.year) < ($1.first, $1.year) }
  }

  private static func end(_ value: Value, _ standing: Standing) -> DeclarationWindow.End? {
    switch value {
    case .date(let day): DeclarationWindow.End(day: day, time: "", standing: standing)
    case .instant(let instant):
      DeclarationWindow.End(
        day: instant.date,
        time: String(instant.description.suffix(5)),
        standing: standing
      )
    default: nil
    }
  }

  /// Where a day lies among the rounds of a measure.
  static func window(_ rounds: [AnnouncedRound], on day: CivilDate) -> DeclarationWindow {
    func window(_ state: DeclarationWindow.State, _ round: AnnouncedRound) -> DeclarationWindow {
      DeclarationWindow(
        state: state,
        round: round.year,
        opens: round.opens,
        closes: round.closes
      )
    }
    let begun = rounds.last { $0.first <= day && !$0.isOver(on: day) }
    if let begun { return window(begun.closes == nil ? .opened : .open, begun) }
    if let next = rounds.first(where: { $0.first > day }) { return window(.opens, next) }
    if let last = rounds.last { return window(.closed, last) }
    return DeclarationWindow(state: .notAnnounced, round: nil, opens: nil, closes: nil)
  }
}
