/// Every rule of a set of measures, lowered and ready to be evaluated.
package struct Program: Sendable {
  /// One rule.
  package struct Definition: Sendable {
    /// What it computes.
    package var node: Node
    /// How many parameters it takes.
    package var parameterCount: Int
    /// The records for each of which it is computed, if any.
    package var records: Int?

    /// Creates a rule.
    package init(node: Node, parameterCount: Int = 0, records: Int? = nil) {
      self.node = node
      self.parameterCount = parameterCount
      self.records = records
    }
  }

  /// One kind of records.
  package struct Records: Sendable {
    /// How many attributes each record has; spells begin with `from` and `to`.
    package var attributeCount: Int
    /// The grain of spells; `nil` for records without time.
    package var grain: Grain?

    /// Creates a kind.
    package init(attributeCount: Int, grain: Grain?) {
      self.attributeCount = attributeCount
      self.grain = grain
    }
  }

  /// The rules.
  package var definitions: [Definition]
  /// How many facts there are.
  package var factCount: Int
  /// The kinds of records.
  package var records: [Records]

  /// Creates a program.
  package init(definitions: [Definition], factCount: Int, records: [Records]) {
    self.definitions = definitions
    self.factCount = factCount
    self.records = records
  }
}
