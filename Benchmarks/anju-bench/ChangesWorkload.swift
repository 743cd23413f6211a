import ExpressionLanguage
import Policy
import Scoring

/// What would change the answers of people, over all channels and with a line to reach, over fifty
/// years.
struct ChangesWorkload: Workload {
  /// How many people a batch advises.
  static let size = 16

  let law: Law
  let people: [Facts]
  private let course: LawCourse

  init(law: Law, people: [Facts], library: PolicyLibrary) {
    self.law = law
    self.people = people
    course = LawCourse(
      law.assessor,
      in: library,
      from: law.day,
      months: 12 * LawCourse.mostYears
    )
  }

  func batch(from first: Int) throws -> (count: Int, sum: Int) {
    var sum = 0
    for offset in 0..<ChangesWorkload.size {
      let facts = people[(first + offset) % people.count]
      let advisor = try ChangeAdvisor(law.assessor, facts, on: law.day, under: course)
      for goal in try advisor.changes(line: DecimalLiteral("97.13")).goals {
        sum &+= goal.single.count + goal.combined.count + goal.sooner.count
        sum &+= goal.waiting == nil ? 0 : 1
      }
    }
    return (ChangesWorkload.size, sum)
  }
}
