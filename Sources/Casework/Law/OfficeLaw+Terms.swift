package import ExpressionLanguage
import Policy
import Scoring

extension OfficeLaw {
  /// A name of the office's contract, as the measures in force set it; the local measure's word
  /// stands before the national one's.
  ///
  /// - Throws: `Rejection` `no-such-term` where no measure in force sets it.
  package func term(_ name: String) throws(Rejection) -> Term {
    guard let term = terms[name] else { throw .noSuchTerm(name) }
    return term
  }

  /// All of them, by name.
  static func terms(of set: PolicySet) -> [String: Term] {
    var terms: [String: Term] = [:]
    for entry in OfficeContract.entries where !entry.isOfRound {
      terms[entry.name] = set.term(entry.name).map { Term(entry.name, $0) }
    }
    return terms
  }

  /// The last day of a term that begins on `day`; the day itself does not count.
  ///
  /// A month without that day ends on its last; a term beyond the calendar ends with the calendar.
  package func due(_ length: Term.Length, after day: CivilDate) -> DueDate {
    switch length.withinCalendar {
    case .days(let count): return DueDate(day.adding(days: count) ?? .latest)
    case .months(let count): return DueDate(day.adding(months: count, monthEnd: .down) ?? .latest)
    case .workingDays(let count):
      guard let end = calendar.adding(workingDays: count, to: day) else { return DueDate(.latest) }
      return DueDate(end.day, isProvisional: end.isProvisional)
    }
  }
}

extension Term {
  fileprivate init(_ name: String, _ term: OfficeTerm) {
    self.init(
      name: name,
      lengths: Term.lengths(of: term),
      fen: Term.fen(of: term),
      people: term.people,
      word: term.word,
      citation: Citation(
        measure: term.measure.id,
        place: term.place,
        standing: term.standing.standing
      )
    )
  }

  /// An amount of money in fen; `nil` where it is none, or finer than that.
  private static func fen(of term: OfficeTerm) -> Int? {
    guard case .number(let units)? = term.values.first,
      let number = term.entry.types.first?.number, number.unit == .yuan, number.scale <= 2
    else { return nil }
    return (number.scale..<2).reduce(Int(units)) { fen, _ in fen * 10 }
  }

  private static func lengths(of term: OfficeTerm) -> [Length] {
    let days = term.allDays.map { $0.isWorking ? Length.workingDays($0.count) : .days($0.count) }
    if !days.isEmpty { return days }
    return if case .months(let count) = term.period { [.months(count)] } else { [] }
  }
}

extension Rejection {
  static func noSuchTerm(_ name: String) -> Rejection {
    Rejection(
      "no-such-term",
      Bilingual(
        "no measure in force sets \(name), so that this cannot be decided",
        "现行办法未规定“\(name)”，无法办理"
      ),
      remedy: Bilingual(
        "a policy officer adds the row to the office's contract of the measure",
        "由政策人员在办法的经办约定中补上这一行"
      )
    )
  }
}
