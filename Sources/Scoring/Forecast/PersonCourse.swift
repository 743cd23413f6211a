import ExpressionLanguage
import Policy

/// One person under one period of law, as facts go on.
struct PersonCourse {
  let period: LawCourse.Period
  let assessor: Assessor
  /// The facts as the period's dictionaries have them, on the day from which they go on.
  let facts: Facts
  /// The day from which facts go on.
  let start: CivilDate
  /// The facts that keep step with the year.
  let yearly: [Int]
  /// The kinds of records of which nothing is known.
  let unknownRecords: Set<Int>
  /// What makes each rule hard to tell for many days at once.
  let traits: TraitTable
  let sets: [ValueSet]
  let records: [RecordsSet]

  /// The courses of a person, one for each period in which something is in force.
  static func all(
    _ facts: Facts,
    of model: FactModel,
    from start: CivilDate,
    under law: LawCourse
  ) -> [PersonCourse] {
    law.periods.enumerated().compactMap { index, period in
      guard let assessor = period.assessor else { return nil }
      let own = index == 0 ? facts : facts.carried(from: model, to: assessor.set.model)
      return PersonCourse(period: period, assessor: assessor, facts: own, start: start)
    }
  }

  private init(period: LawCourse.Period, assessor: Assessor, facts: Facts, start: CivilDate) {
    self.period = period
    self.assessor = assessor
    self.facts = facts
    self.start = start
    let program = assessor.set.program
    let model = assessor.set.model
    yearly = model.facts.indices.filter {
      model.facts[$0].change == .yearly && facts.values[$0].isKnown
    }
    var unknown = NodeUses()
    unknown.facts = Set(facts.values.indices.filter { !facts.values[$0].isKnown })
    unknownRecords = Set(
      facts.records.indices.filter { index in
        if case .unknown = facts.records[index] { true } else { false }
      }
    )
    unknown.records = unknownRecords
    for case (let index, .known(let rows)) in facts.records.enumerated()
    where !rows.allSatisfy({ $0.allSatisfy(\.isKnown) }) {
      unknown.records.insert(index)
    }
    traits = TraitTable(period.uses, yearly: Set(yearly), unknown: unknown)
    sets = program.possibilities(of: facts.values)
    records = program.possibilities(of: facts.records)
  }

  var set: PolicySet { assessor.set }

  /// The facts on a day; `nil` where they cannot go on so long.
  func facts(on day: CivilDate) -> Facts? { facts.going(from: start, to: day, model: set.model) }

  /// What the facts are on any of the days of a range.
  func sets(on days: ClosedRange<CivilDate>) -> [ValueSet] {
    let origin = Int64(start.parts.year)
    let (first, last) = (
      Int64(days.lowerBound.parts.year) - origin, Int64(days.upperBound.parts.year) - origin
    )
    if last == 0 { return sets }
    var sets = sets
    for index in yearly {
      guard case .number(let number) = facts.values[index] else { continue }
      sets[index] = ValueSet(numbers: NumberSet(number + first, number + last))
    }
    return sets
  }
}
