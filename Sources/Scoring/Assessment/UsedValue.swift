package import ExpressionLanguage
package import Policy

/// A fact or a rule as explanations name it: all that is the same for everyone, and shared by all
/// results that name it.
package final class UsedSubject: Sendable {
  /// The stable name.
  package let id: String
  /// The label.
  package let name: Bilingual
  /// What it is; `nil` for records, which are counted.
  package let type: ValueType?
  /// Whether it is a fact; else a rule computes it.
  package let isFact: Bool
  /// Where a rule stands; `nil` for a fact.
  package let place: Place?
  /// The measure in which a rule stands; `nil` for a fact.
  package let policy: String?
  /// Who verifies a fact.
  package let verifiedBy: Bilingual?
  /// How well a rule is founded; `nil` for a fact.
  package let standing: Standing?

  /// Creates a fact; records where `type` is `nil`.
  package init(fact name: Bilingual, id: String, type: ValueType?, verifiedBy: Bilingual?) {
    self.id = id
    self.name = name
    self.type = type
    self.verifiedBy = verifiedBy
    isFact = true
    place = nil
    policy = nil
    standing = nil
  }

  /// Creates a rule.
  package init(
    rule name: Bilingual,
    id: String,
    type: ValueType,
    place: Place,
    policy: String?,
    standing: Standing
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.place = place
    self.policy = policy
    self.standing = standing
    isFact = false
    verifiedBy = nil
  }
}

/// A fact or a rule that a condition or line uses, with its value.
///
/// The value is put into words when it is read: most results are only counted or compared.
package struct UsedValue: Sendable {
  /// What is used.
  package let subject: UsedSubject
  /// What it is for the person; of records, how many there are.
  package let known: Value
  /// Where a fact comes from.
  package let provenance: Provenance?

  /// Creates a use.
  package init(_ subject: UsedSubject, _ known: Value, provenance: Provenance? = nil) {
    self.subject = subject
    self.known = known
    self.provenance = provenance
  }

  /// The stable name.
  package var id: String { subject.id }
  /// The label.
  package var name: Bilingual { subject.name }
  /// Whether it is a fact; else a rule computed it.
  package var isFact: Bool { subject.isFact }
  /// Where a rule stands; `nil` for a fact.
  package var place: Place? { subject.place }
  /// The measure in which a rule stands; `nil` for a fact.
  package var policy: String? { subject.policy }
  /// Who verifies a fact.
  package var verifiedBy: Bilingual? { subject.verifiedBy }
  /// How well a rule is founded; `nil` for a fact.
  package var standing: Standing? { subject.standing }

  /// The value as people read it.
  package var value: Bilingual {
    if let type = subject.type {
      return Bilingual(type.text(known, .english), type.text(known, .chinese))
    }
    guard case .number(let count) = known else { return Bilingual("unknown", "未知") }
    if count == 0 { return Bilingual("none", "无") }
    return Bilingual(count == 1 ? "1 record" : "\(count) records", "\(count)条记录")
  }

  /// The value as machines read it; `?` where it is unknown.
  package var canonical: String {
    if let type = subject.type { return type.canonical(known) }
    guard case .number(let count) = known else { return "?" }
    return count == 0 ? "none" : String(count)
  }
}
