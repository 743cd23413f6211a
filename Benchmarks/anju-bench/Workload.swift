import ExpressionLanguage
import Foundation
import Policy
import Scoring

/// Work of one kind that can be repeated: each batch counts what was done and sums up the answers,
/// so that nothing can be left out as unused.
protocol Workload {
  /// Does the work once, from `first` on; what was done, and a sum of the answers.
  func batch(from first: Int) throws -> (count: Int, sum: Int)
}

/// All measures of a folder read, hashed, compiled for every day on which something changes, and
/// proved.
struct CheckWorkload: Workload {
  let folder: String

  func batch(from first: Int) throws -> (count: Int, sum: Int) {
    let library = PolicyLibrary(files: try PolicyFiles.read(folder))
    let checker = PolicyChecker(library)
    guard !checker.report.hasErrors else {
      throw Law.Failure.measures(
        checker.report.text(DiagnosticFormatter(language: .english), from: .error)
      )
    }
    return (1, checker.sets.count)
  }
}

/// People decided by every channel and service, with the whole explanation or without.
struct PeopleWorkload: Workload {
  /// How many people a batch decides.
  static let size = 1_024

  let law: Law
  let people: [Facts]
  let explains: Bool

  func batch(from first: Int) throws -> (count: Int, sum: Int) {
    var sum = 0
    for offset in 0..<PeopleWorkload.size {
      let facts = people[(first + offset) % people.count]
      if explains {
        let assessment = try law.assessor.assess(facts, on: law.day)
        // By position: a result that is only looked at need not be copied.
        for index in assessment.channels.indices {
          sum &+= assessment.channels[index].outcome == .open ? 1 : 0
          sum &+= Int(assessment.channels[index].total?.points ?? 0)
        }
      } else {
        let decision = try law.assessor.decide(facts, on: law.day)
        for channel in decision.channels {
          sum &+= channel.outcome == .open ? 1 : 0
          if case .number(let points)? = channel.total { sum &+= Int(points) }
        }
      }
    }
    return (PeopleWorkload.size, sum)
  }
}
