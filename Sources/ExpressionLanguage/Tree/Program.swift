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
    /// The values of its type.
    package var values: ValueSet
    /// Whether what it gives for arguments or a record is worth remembering, because it asks other
    /// such rules; else it is computed as fast as it is looked up.
    let isRemembered: Bool

    /// Creates a rule.
    package init(
      node: Node,
      parameterCount: Int = 0,
      records: Int? = nil,
      values: ValueSet = .everything
    ) {
      self.node = node
      self.parameterCount = parameterCount
      self.records = records
      self.values = values
      isRemembered = (parameterCount > 0 || records != nil) && node.callsRules
    }
  }

  /// One kind of records.
  package struct Records: Sendable {
    /// What each attribute of a record can be; spells begin with `from` and `to`.
    package var attributes: [ValueSet]
    /// The most that a person can have.
    package var most: Int
    /// The grain of spells; `nil` for records without time.
    package var grain: Grain?

    /// Creates a kind.
    package init(attributes: [ValueSet], most: Int, grain: Grain?) {
      self.attributes = attributes
      self.most = most
      self.grain = grain
    }
  }

  /// The rules.
  package var definitions: [Definition]
  /// What each fact can be.
  package var facts: [ValueSet]
  /// The kinds of records.
  package var records: [Records]

  /// Creates a program.
  package init(definitions: [Definition], facts: [ValueSet], records: [Records]) {
    self.definitions = definitions
    self.facts = facts
    self.records = records
  }
}
