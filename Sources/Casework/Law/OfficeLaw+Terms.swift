package import ExpressionLanguage
import Policy
import Scoring

extension OfficeLaw {
  /// A name of the office's contract, as the measures in force set it; the local measure's word
  /// stands before the national one's.
  ///
  /// - Throws: `Rejection` `no-such-term` where no measure in force sets it.
  package func term(_ name: String) throws(Rejection) -> Term {
    let set = assessor.set
    let entries = set.office.filter { NameKey.of($0.name.english) == name && $0.round == nil }
    let own = entries.first { set.measures[$0.measure].id.hasPrefix(set.jurisdiction + "/") }
    guard let entry = own ?? entries.first else { throw .noSuchTerm(name) }
    var term = Term(
      name: name,
      lengths: [],
      citation: Citation(
        measure: set.measures[entry.measure].id,
        place: entry.place,
        standing: entry.standing.standing
      )
    )
    for (value, type) in zip(entry.values, entry.types) { term.add(value, type) }
    return term
  }

  /// The last day of a term that begins on `day`; the day itself does not count.
  ///
  /// A month without that day ends on its last.
  package func due(_ length: Term.Length, after day: CivilDate) -> DueDate {
    switch length {
    case .days(let count): DueDate(day.adding(days: count) ?? .latest)
    case .months(let count): DueDate(day.adding(months: count, monthEnd: .down) ?? .latest)
    case .workingDays(let count): DueDate(workingDay(count, after: day))
    }
  }

  private func workingDay(_ count: Int, after day: CivilDate) -> CivilDate {
    var (day, left) = (day, count)
    while left > 0, let next = day.adding(days: 1) {
      day = next
      // 1970-01-01 was a Thursday.
      if (Int(day.day) + 3) % 7 < 5 { left -= 1 }
    }
    return day
  }
}

extension Term {
  fileprivate mutating func add(_ value: Value, _ type: ValueType) {
    switch (value, type.base) {
    case (.number(let units), .number(let number)):
      let whole = Int(units) / number.scale.powerOfTen
      switch number.unit {
      case .days: lengths.append(.days(whole))
      case .workingDays: lengths.append(.workingDays(whole))
      case .yuan: fen = Int(units) * 100 / number.scale.powerOfTen
      case .people: people = whole
      default:
        if number.unit.isLike(.months) {
          lengths.append(.months(number.unit == .months ? whole : whole * 12))
        }
      }
    case (.choice(let index), .choice(let choice)): word = choice.values[index].label
    default: break
    }
  }
}

extension Int {
  /// Ten to this power.
  fileprivate var powerOfTen: Int { (0..<self).reduce(1) { power, _ in power * 10 } }
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
