package import ExpressionLanguage

/// Something about a person that can be made otherwise.
package enum ChangeTarget: Hashable, Sendable {
  /// A fact.
  case fact(Int)
  /// An attribute of a record, in place; of a spell that runs, from the day on.
  case attribute(records: Int, item: Int, attribute: Int)
  /// A spell that begins on the day: of this kind.
  case beginning(records: Int)
}

/// One change of one person's facts.
package struct Move: Hashable, Sendable {
  /// What is changed.
  package var target: ChangeTarget
  /// The new value; of a spell that begins, one for each attribute after its ends.
  package var values: [Value]

  /// Creates a change.
  package init(_ target: ChangeTarget, _ values: [Value]) {
    self.target = target
    self.values = values
  }
}

/// Where one value of a person stands: a fact, or an attribute of a record.
enum FactCell: Hashable, Sendable {
  case fact(Int)
  case record(kind: Int, item: Int, attribute: Int)
}
