package import ExpressionLanguage
package import Policy

/// What is in force for a jurisdiction from a day on, as far as it is known today.
package struct LawCourse: Sendable {
  /// Days on which the same versions are in force.
  package struct Period: Sendable {
    /// The days.
    package var days: ClosedRange<CivilDate>
    /// The measures in force; `nil` where none is.
    package var assessor: Assessor?
    /// What each rule of them uses.
    let uses: [NodeUses]

    init(days: ClosedRange<CivilDate>, assessor: Assessor?) {
      self.days = days
      self.assessor = assessor
      uses = assessor?.set.program.uses ?? []
    }
  }

  /// The periods in order, without a gap; never empty.
  package var periods: [Period]
  /// The first day for which what is in force could not be compiled, if that ends the course.
  package var brokenFrom: CivilDate?

  /// The first day.
  package var first: CivilDate { periods[0].days.lowerBound }
  /// The last day.
  package var last: CivilDate { periods[periods.count - 1].days.upperBound }

  /// How far ahead anything is looked for, in years.
  package static let mostYears = 50

  /// The course of a set from a day, with the later versions that a library holds.
  ///
  /// It ends after `months`, or the day before versions come into force that cannot be compiled.
  ///
  /// - Complexity: One compilation for each day on which what is in force changes.
  package init(
    _ assessor: Assessor,
    in library: PolicyLibrary,
    from day: CivilDate,
    months: Int
  ) {
    let end = day.adding(months: months, monthEnd: .down) ?? .latest
    let jurisdiction = assessor.set.jurisdiction
    periods = []
    var current: Assessor? = assessor
    var start = day
    for change in LawCourse.changes(library, jurisdiction, after: day, through: end) {
      guard let eve = change.adding(days: -1) else { continue }
      periods.append(Period(days: start...eve, assessor: current))
      start = change
      if library.inForce(jurisdiction, on: change).isEmpty {
        current = nil
        continue
      }
      let compiled = PolicyCompiler.compile(library, jurisdiction: jurisdiction, on: change)
      guard let set = compiled.set else {
        brokenFrom = change
        return
      }
      current = Assessor(set)
    }
    periods.append(Period(days: start...max(start, end), assessor: current))
  }

  /// The days on which what is in force changes, ends without successor among them.
  private static func changes(
    _ library: PolicyLibrary,
    _ jurisdiction: String,
    after day: CivilDate,
    through end: CivilDate
  ) -> [CivilDate] {
    var days = Set(library.changes(of: jurisdiction))
    for measure in library.measures where measure.header.jurisdiction == jurisdiction {
      if let next = measure.header.until?.adding(days: 1) { days.insert(next) }
    }
    return days.filter { day < $0 && $0 <= end }.sorted()
  }
}
