package import ExpressionLanguage

/// Why a command is not carried out; nothing happened.
package struct Rejection: Error, Hashable, Sendable {
  /// A stable name in kebab-case, for programs and tests.
  package var id: String
  /// Why, without personal data.
  package var reason: Bilingual
  /// The articles that it rests on; empty where it is a matter of order, not of law.
  package var citations: [Citation]
  /// What can be done instead.
  package var remedy: Bilingual

  /// Creates a rejection.
  package init(
    _ id: String,
    _ reason: Bilingual,
    citing citations: [Citation] = [],
    remedy: Bilingual
  ) {
    self.id = id
    self.reason = reason
    self.citations = citations
    self.remedy = remedy
  }
}
