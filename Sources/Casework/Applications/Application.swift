package import ExpressionLanguage

/// Why a person may have a permit.
package enum Basis: String, CaseIterable, Hashable, Sendable, Codable {
  case employment, residence, study, relocation
}

/// How an application came in.
package enum Medium: String, CaseIterable, Hashable, Sendable, Codable {
  case paper
  case online = "on line"
}

/// One application for the permit.
package struct Application: Hashable, Sendable {
  /// Where it stands.
  package enum State: String, CaseIterable, Hashable, Sendable {
    case submitted
    case supplementNeeded = "supplement needed"
    case accepted
    case reviewed
    case approved
    case refused
    case issued
    case notAccepted = "not accepted"
    case withdrawn
    case closedUnfinished = "closed unfinished"

    /// Whether nothing more can happen to it.
    package var isFinal: Bool {
      switch self {
      case .submitted, .supplementNeeded, .accepted, .reviewed, .approved: false
      case .refused, .issued, .notAccepted, .withdrawn, .closedUnfinished: true
      }
    }
  }

  /// Its number in the file, from 1.
  package var number: Int
  /// Where it stands.
  package var state = State.submitted
  /// Why.
  package var basis: Basis
  /// How it came in.
  package var medium: Medium
  /// The day of submission.
  package var submitted: CivilDate
  /// The file of whoever acted for the applicant; `nil` for the applicant.
  package var actedFor: ResidentID?
  /// The papers handed in, by their names in the measure.
  package var papers: [String]
  /// The one-time notice.
  package var notice: OneTimeNotice?
  /// The day on which the last of what the notice named came in; `nil` while something is missing.
  package var completed: CivilDate?
  /// The day from which the term to issue counts: of acceptance, or where it is deemed, the day on
  /// which the papers came in.
  package var accepted: CivilDate?
  /// Whether nobody accepted it and the term to ask for papers ran out.
  package var isDeemedAccepted = false
  /// What departments were asked.
  package var checks: [DepartmentCheck] = []
  /// Whether the relocated unit confirms; `nil` while it has not answered.
  package var relocationConfirmed: Bool?
  /// Whether the term to issue was extended, and why.
  package var extensionReason: String?
  /// Approval or refusal.
  package var decision: ApplicationDecision?
  /// The first day on which it was over.
  package var ended: CivilDate?

  /// What the one-time notice named and has not come in.
  package var stillMissing: [String] { notice?.missing.filter { !papers.contains($0) } ?? [] }

  /// The checks that wait for a department: none once it is decided, answered or not.
  package var openChecks: [DepartmentCheck] {
    guard state == .accepted || state == .reviewed else { return [] }
    return checks.filter { $0.answered == nil }
  }

  /// Creates an application.
  package init(
    number: Int,
    basis: Basis,
    medium: Medium,
    submitted: CivilDate,
    actedFor: ResidentID?,
    papers: [String]
  ) {
    self.number = number
    self.basis = basis
    self.medium = medium
    self.submitted = submitted
    self.actedFor = actedFor
    self.papers = papers
  }
}

/// 一次性告知书: all that is missing, told once, by Article 9 of the Regulations.
package struct OneTimeNotice: Hashable, Sendable, Codable {
  /// The papers that are missing, by their names in the measure.
  package var missing: [String]
  /// The day of it.
  package var on: CivilDate
  /// The last day for the answer, after which the case is closed unfinished.
  package var due: DueDate

  /// Creates a notice.
  package init(missing: [String], on: CivilDate, due: DueDate) {
    self.missing = missing
    self.on = on
    self.due = due
  }
}

/// One task for one department on a set of facts: 部门审核.
package struct DepartmentCheck: Hashable, Sendable, Codable {
  /// The department, by the dictionary's `verified by`.
  package var department: String
  /// The facts, by their names in the dictionary.
  package var facts: [String]
  /// The day of asking.
  package var asked: CivilDate
  /// The last day for the answer.
  package var due: DueDate
  /// The day of the answer; the facts themselves are stated as facts.
  package var answered: CivilDate?

  /// Creates a check.
  package init(
    department: String,
    facts: [String],
    asked: CivilDate,
    due: DueDate,
    answered: CivilDate? = nil
  ) {
    self.department = department
    self.facts = facts
    self.asked = asked
    self.due = due
    self.answered = answered
  }
}

/// Approval or refusal, with all that it rests on: 决定书.
package struct ApplicationDecision: Hashable, Sendable, Codable {
  /// Whether it is an approval.
  package var isApproval: Bool
  /// The day of it.
  package var on: CivilDate
  /// The reasons, each with its article.
  package var reasons: [Reason]
  /// How to seek review; never empty for a refusal.
  package var remedies: [Bilingual]
  /// The texts of the measures that decided, by identifier and SHA-256.
  package var law: [LawText]
  /// The numbers of the facts that were known and used.
  package var facts: [Int]

  /// Creates a decision.
  package init(
    isApproval: Bool,
    on: CivilDate,
    reasons: [Reason],
    remedies: [Bilingual],
    law: [LawText],
    facts: [Int]
  ) {
    self.isApproval = isApproval
    self.on = on
    self.reasons = reasons
    self.remedies = remedies
    self.law = law
    self.facts = facts
  }
}

/// One reason of a decision.
package struct Reason: Hashable, Sendable, Codable {
  /// The words of the measure.
  package var words: Bilingual
  /// What came of it, such as `met`, `not met`, `unknown`, `waived`.
  package var status: String
  /// Where it stands.
  package var citation: Citation

  /// Creates a reason.
  package init(words: Bilingual, status: String, citation: Citation) {
    self.words = words
    self.status = status
    self.citation = citation
  }
}

/// One text of law by which something was decided.
package struct LawText: Hashable, Sendable, Codable {
  /// The measure, such as `xiongan/residence-permit`.
  package var measure: String
  /// The day from which the version is in force.
  package var version: CivilDate
  /// The SHA-256 of the text, in hexadecimal.
  package var hash: String

  /// Creates a text.
  package init(measure: String, version: CivilDate, hash: String) {
    self.measure = measure
    self.version = version
    self.hash = hash
  }
}
