/// What a name stands for.
package enum Reference: Sendable {
  /// A fact.
  case fact(Int, ValueType)
  /// A kind of records.
  case records(Int)
  /// A rule.
  case definition(Int, DefinitionSignature)
  /// A parameter of the rule in hand.
  case parameter(Int, ValueType)
  /// An attribute of the record in hand.
  case attribute(Int, ValueType)
  /// A rule for each record, on the record in hand.
  case recordDefinition(Int, ValueType)
  /// The day on which the law is applied.
  case legalDate
  /// Something that an error has been reported about.
  case invalid
}

extension Reference {
  /// Whether it stands for something of the record in hand.
  var isOfRecord: Bool {
    switch self {
    case .attribute, .recordDefinition: true
    default: false
    }
  }
}

/// What a rule takes and gives.
package struct DefinitionSignature: Sendable {
  /// What it gives.
  package var type: ValueType
  /// What it takes, with names.
  package var parameters: [(name: String, type: ValueType)]
  /// The records for each of which it is computed, if any.
  package var records: Int?

  /// Creates a signature.
  package init(
    type: ValueType,
    parameters: [(name: String, type: ValueType)] = [],
    records: Int? = nil
  ) {
    self.type = type
    self.parameters = parameters
    self.records = records
  }
}

/// What a kind of records is made of.
package struct RecordsSignature: Sendable {
  /// The name in lower case.
  package var name: String
  /// The grain of spells; `nil` for records without time.
  package var grain: Grain?
  /// The most records that a person can have.
  package var most: Int
  /// The attributes; spells begin with `from` and `to`.
  package var attributes: [(name: String, type: ValueType)]

  /// Creates a signature.
  package init(
    name: String,
    grain: Grain?,
    most: Int,
    attributes: [(name: String, type: ValueType)]
  ) {
    self.name = name
    self.grain = grain
    self.most = most
    self.attributes = attributes
  }
}

/// Answers what names stand for while expressions are checked.
///
/// A rule's type is found by checking the rule, so answering can report errors of its own.
package protocol Resolver: AnyObject {
  /// What `name`, in lower case, stands for.
  func reference(to name: String) -> Reference?
  /// What `attribute` of a kind of records stands for, inside a filter or after a dot.
  func reference(to attribute: String, of records: Int) -> Reference?
  /// What a kind of records is made of.
  func signature(ofRecords records: Int) -> RecordsSignature
}

/// What an expression uses directly.
package struct References: Hashable, Sendable {
  /// Facts, by index.
  package var facts: Set<Int> = []
  /// Kinds of records, by index.
  package var records: Set<Int> = []
  /// Rules, by index.
  package var definitions: Set<Int> = []

  /// Creates an empty set.
  package init() {}

  /// Adds what `other` uses.
  package mutating func formUnion(_ other: References) {
    facts.formUnion(other.facts)
    records.formUnion(other.records)
    definitions.formUnion(other.definitions)
  }
}

/// A typed expression.
package struct Typed: Sendable {
  /// The tree.
  package var node: Node
  /// What it gives.
  package var type: ValueType
  /// Where it stands.
  package var range: SourceRange

  /// Creates a typed expression.
  package init(_ node: Node, _ type: ValueType, _ range: SourceRange) {
    self.node = node
    self.type = type
    self.range = range
  }

  /// An expression that an error has been reported about.
  static func invalid(_ range: SourceRange) -> Typed {
    Typed(.constant(.absent), .invalid, range)
  }
}
