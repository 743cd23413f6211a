package import ExpressionLanguage

/// An expression with its text, ready to run.
package struct Formula: Sendable {
  /// The text as written.
  package var text: String
  /// Where it stands.
  package var range: SourceRange
  /// The expression.
  package var node: Node
  /// What it gives.
  package var type: ValueType
  /// What it uses directly.
  package var references: References
}

/// One rule of a measure: what stands under one heading, or one defined term.
package struct Rule: Sendable {
  /// The index of its definition in the program.
  package var id: Int
  /// The index of its measure in the set.
  package var measure: Int
  /// Its label, which is its name.
  package var name: Bilingual
  /// Where it stands.
  package var place: Place
  /// How well it is founded.
  package var standing: StandingNote
  /// What it cites.
  package var sources: [SourceReference]
  /// What it gives.
  package var type: ValueType
  /// What it is given.
  package var parameters: [(name: String, type: ValueType)]
  /// The records for each of which it is decided.
  package var records: Int?
  /// What it says.
  package var body: RuleBody
  /// Its limits.
  package var limits: [RuleLimit]
  /// The condition without which it gives nothing.
  package var when: Formula?
  /// The exceptions to it, the first to apply first.
  package var exceptions: [Int]
  /// The rule that it is an exception to.
  package var exceptionTo: Int?
  /// What the body gives before limits, condition and exceptions; what the evaluator explains.
  package var bodyNode: Node
  /// The whole rule.
  package var node: Node
  /// What it uses directly.
  package var references: References
  /// The line of the heading.
  package var range: SourceRange
}

/// What a rule says.
package enum RuleBody: Sendable {
  /// One expression.
  case formula(Formula)
  /// A list of conditions or numbers.
  case list(RuleList)
  /// A decision table.
  case table(RuleTable)
  /// A dated value, or the list of all in force.
  case dated([DatedEntry], isList: Bool)
  /// Nothing: an exception that waives a condition.
  case waiver
}

/// A limit of a rule.
package struct RuleLimit: Sendable {
  /// Which side is limited.
  package var kind: Limit.Kind
  /// The limit, at the rule's scale and unit.
  package var node: Node
  /// The limit's words.
  package var text: String
  /// Where it stands.
  package var range: SourceRange
}

/// A list of conditions or numbers, joined by one word.
package struct RuleList: Sendable {
  /// How the items are joined.
  package var joining: ListOperator
  /// The items.
  package var items: [RuleItem]
}

/// One item of a list.
package struct RuleItem: Sendable {
  /// The clause, such as `(3)`.
  package var clause: String
  /// The words, without their marks.
  package var words: Bilingual
  /// The test or the number.
  package var formula: Formula?
  /// The items below.
  package var sublist: RuleList?
  /// What the item gives, at the list's scale.
  package var node: Node
  /// What it gives.
  package var type: ValueType
  /// Its own standing, if it has one.
  package var standing: StandingNote?
  /// What it cites.
  package var sources: [SourceReference]
  /// Whether the office judges.
  package var isDiscretion: Bool
  /// Where it stands.
  package var range: SourceRange
}

/// A decision table with what people need to read it.
package struct RuleTable: Sendable {
  /// One input column.
  package struct Column: Sendable {
    /// The input's name.
    package var name: Bilingual
    /// The input.
    package var formula: Formula
  }

  /// One row.
  package struct Row: Sendable {
    /// The clause, such as `(3)`.
    package var clause: String
    /// Its own standing, if it has one.
    package var standing: StandingNote?
    /// What it cites.
    package var sources: [SourceReference]
    /// Where it stands.
    package var range: SourceRange
  }

  /// The table, ready to run.
  package var decision: DecisionNode
  /// The type of each row's output.
  package var type: ValueType
  /// The distinct inputs.
  package var columns: [Column]
  /// The rows.
  package var rows: [Row]
}

/// One dated value.
package struct DatedEntry: Sendable {
  /// The first day.
  package var from: CivilDate
  /// The last day; `nil` while it goes on.
  package var until: CivilDate?
  /// The value, of the rule's type.
  package var value: Value
  /// Its own standing, if it has one.
  package var standing: StandingNote?
  /// What it cites.
  package var sources: [SourceReference]
  /// Where it stands.
  package var range: SourceRange
}
