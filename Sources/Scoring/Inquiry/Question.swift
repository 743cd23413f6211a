package import ExpressionLanguage

/// One fact worth asking for.
package struct Question: Sendable {
  /// Who or what stands behind an answer; the cheaper the earlier.
  package enum Effort: Int, Comparable, CaseIterable, Sendable {
    /// The person is it or says it: it never changes, or the applicant vouches for it.
    case known
    /// An office or an employer must confirm it as it is today.
    case confirmed
    /// A history that has to be put together.
    case history
    /// The office judges.
    case judged

    /// Whether `lhs` is less of an effort.
    package static func < (lhs: Effort, rhs: Effort) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// What is asked for.
  package var key: MissingFact
  /// The stable name, the label and who verifies it.
  package var name: MissingName
  /// What an answer costs.
  package var effort: Effort
  /// Whether people tell it only where they must; it is asked when nothing else is left.
  package var isSensitive: Bool
  /// The goals that the answer can still change.
  package var goals: [Goal]
  /// How many facts are still missed after an answer, on average over the answers, in thousandths.
  package var expectedRest: Int
}
