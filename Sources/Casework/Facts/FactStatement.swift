package import ExpressionLanguage

/// One dated, sourced statement about a person: 核验数据.
///
/// It is superseded, never edited.
package struct FactStatement: Hashable, Sendable, Codable {
  /// The fact or kind of records, by its English name in the dictionary as a key, such as
  /// `stable employment` or `social insurance`.
  package var fact: String
  /// What is stated.
  package var content: FactContent
  /// Who states it: a department of the dictionary's `verified by`, or `identity card`.
  package var source: String
  /// The day for which the source says it.
  package var asOf: CivilDate
  /// The first day on which it is true; `nil` for what was always so.
  package var from: CivilDate?
  /// The last day on which it is true; `nil` while it lasts.
  package var until: CivilDate?
  /// The sender's own number of the statement, so that sending it again changes nothing; empty
  /// where there is none.
  package var reference: String

  /// Creates a statement.
  package init(
    fact: String,
    content: FactContent,
    source: String,
    asOf: CivilDate,
    from: CivilDate? = nil,
    until: CivilDate? = nil,
    reference: String = ""
  ) {
    self.fact = fact
    self.content = content
    self.source = source
    self.asOf = asOf
    self.from = from
    self.until = until
    self.reference = reference
  }
}

/// What a statement says, as text that the dictionary in force types when it is used.
package enum FactContent: Hashable, Sendable, Codable {
  /// One value, such as `true`, `2023-02-28` or `bachelor`.
  case value(text: String)
  /// All records of a kind, each by attribute, such as `from`, `to` and `insured place`. It
  /// replaces what the same source stated of that kind before.
  case records(rows: [[String: String]])
  /// Known to be none.
  case none
}
