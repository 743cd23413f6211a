import ExpressionLanguage
import Policy
import Scoring

/// Every answer of an assessment that can be known or unknown, by where it stands.
///
/// Two assessments agree on an answer, or it is unknown in one of them.
struct Answers {
  /// The known answers, such as `open`, `met` or points.
  private(set) var known: [String: String] = [:]
  /// What is missing for each answer that is unknown.
  private(set) var unknown: [String: [String]] = [:]

  init(_ assessment: Assessment) {
    for channel in assessment.channels {
      let outcome = channel.outcome
      note(channel.id, outcome == .undetermined ? nil : outcome.rawValue, channel.missing)
      for condition in channel.conditions { note(condition, channel.id) }
      if let total = channel.total { note(total, channel.id) }
      for member in channel.family {
        let id = "\(channel.id)/family \(member.position)"
        let answer = member.outcome == .undetermined ? nil : member.outcome.rawValue
        note(id, answer, member.missing)
        for condition in member.conditions { note(condition, id) }
      }
    }
    for service in assessment.services {
      let answer = service.answer == .unknown ? nil : service.answer.rawValue
      note("service \(service.id)", answer, service.missing)
    }
  }

  private mutating func note(_ id: String, _ answer: String?, _ missing: [MissingName]) {
    if let answer { known[id] = answer } else { unknown[id] = missing.map(\.id) }
  }

  private mutating func note(_ condition: ConditionResult, _ parent: String) {
    let id = "\(parent)/\(condition.place.citation(.english)) \(condition.words.english)"
    // A condition may be waived once more is known, and counts as met before and after.
    let answer: String? =
      switch condition.status {
      case .unknown: nil
      case .met, .waived: "met"
      case .notMet: "not met"
      }
    note(id, answer, condition.missing)
    for child in condition.children { note(child, id) }
  }

  private mutating func note(_ line: PointsLine, _ parent: String) {
    let id = "\(parent)/\(line.id)"
    note(id, line.points.map(String.init), line.missing)
    // Below an exception that replaces a value stand other lines.
    for inner in line.lines where inner.kind == .item { note(inner, id) }
  }

  /// The answers that were known before and are another, or no longer known, after.
  func changed(in after: Answers, mayBecomeUnknown: Bool = false) -> [String] {
    known.compactMap { id, answer in
      if let other = after.known[id] { return other == answer ? nil : "\(id): \(answer), \(other)" }
      return after.unknown[id] != nil && !mayBecomeUnknown ? "\(id): \(answer), unknown" : nil
    }
  }
}
