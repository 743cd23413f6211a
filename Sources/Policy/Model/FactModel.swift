package import ExpressionLanguage

/// One fact that a dictionary declares.
package struct Fact: Sendable {
  /// Its label, which is its name.
  package var name: Bilingual
  /// What it is.
  package var type: ValueType
  /// Who verifies it.
  package var verifiedBy: Bilingual
  /// Whether it tells something about a person.
  package var isPersonal: Bool
  /// Whether it is of the personal facts that harm when they get about, which are asked for only
  /// where nothing else decides.
  package var isSensitive: Bool
  /// How it can come to be another.
  package var change: Changeability
  /// The channel that must be open for it to change, by its English label; `nil` where none must.
  package var through: String?
  /// The file that declares it.
  package var file: String
  /// Where it is declared.
  package var range: SourceRange

  /// Creates a fact.
  package init(
    name: Bilingual,
    type: ValueType,
    verifiedBy: Bilingual,
    isPersonal: Bool,
    isSensitive: Bool = false,
    change: Changeability,
    through: String? = nil,
    file: String,
    range: SourceRange
  ) {
    self.name = name
    self.type = type
    self.verifiedBy = verifiedBy
    self.isPersonal = isPersonal
    self.isSensitive = isSensitive
    self.change = change
    self.through = through
    self.file = file
    self.range = range
  }

  /// Whether the person can change it.
  package var canChange: Bool { change.isPossible }
}

/// One kind of records or spells that a dictionary declares.
package struct RecordKind: Sendable {
  /// Its label, which is its name.
  package var name: Bilingual
  /// The grain of spells; `nil` for records without time.
  package var grain: Grain?
  /// The most that a person can have.
  package var most: Int
  /// What each is made of; spells begin with `from` and `to`.
  package var attributes: [Fact]
  /// The file that declares it.
  package var file: String
  /// Where it is declared.
  package var range: SourceRange

  /// What the expression checker needs to know of it.
  package var signature: RecordsSignature {
    RecordsSignature(
      name: NameKey.of(name.english),
      grain: grain,
      most: most,
      attributes: attributes.map { (NameKey.of($0.name.english), $0.type) }
    )
  }
}

/// Something that cannot be; a file that has it is returned as faulty, never decided.
package struct ImpossibleCase: Sendable {
  /// What it says.
  package var words: Bilingual
  /// The condition.
  package var node: Node
  /// The file that declares it.
  package var file: String
  /// Where it stands.
  package var range: SourceRange
}

/// Everything that the dictionaries of a set declare.
package struct FactModel: Sendable {
  /// The facts, by index.
  package var facts: [Fact] = []
  /// The kinds of records, by index.
  package var records: [RecordKind] = []
  /// What cannot be.
  package var impossible: [ImpossibleCase] = []

  /// Creates an empty model.
  package init() {}
}
