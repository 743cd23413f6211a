import ExpressionLanguage
import Policy

extension Explainer {
  /// Where the legal date lies among the rounds that a measure announces.
  func window(_ measure: Int) -> DeclarationWindow {
    let day = evaluator.legalDate
    let rounds = rounds(of: measure)
    func window(_ state: DeclarationWindow.State, _ round: Round) -> DeclarationWindow {
      DeclarationWindow(
        state: state,
        round: round.year,
        opens: round.opens,
        closes: round.closes
      )
    }
    let begun = rounds.filter { $0.first <= day }
    if let open = begun.last(where: { !$0.isOver(on: day) }) {
      return window(open.closes == nil ? .opened : .open, open)
    }
    if let next = rounds.first(where: { $0.first > day }) { return window(.opens, next) }
    if let last = begun.last { return window(.closed, last) }
    return DeclarationWindow(state: .notAnnounced, round: nil, opens: nil, closes: nil)
  }

  /// The declaration of one round; an end that is not announced is left out.
  private struct Round {
    var year: Int
    var opens: DeclarationWindow.End?
    var closes: DeclarationWindow.End?

    /// The first day on which it can be declared, as far as that is known.
    var first: CivilDate { opens?.day ?? closes?.day ?? .latest }

    /// Whether it can no longer be declared; without an announced closing, once its year is over.
    func isOver(on day: CivilDate) -> Bool {
      if let closes { return day > closes.day }
      return day.parts.year > max(year, first.parts.year)
    }
  }

  /// The rounds with an announced end, by their beginning.
  private func rounds(of measure: Int) -> [Round] {
    var rounds: [Int: Round] = [:]
    for entry in set.office where entry.measure == measure {
      guard let year = entry.round, let value = entry.values.first else { continue }
      let end = Explainer.end(value, entry.standing.standing)
      switch NameKey.of(entry.name.english) {
      case "declaration opens": rounds[year, default: Round(year: year)].opens = end
      case "declaration closes": rounds[year, default: Round(year: year)].closes = end
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
}
