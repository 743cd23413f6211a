import ExpressionLanguage
import Policy

/// What a delivery is about: one fact, or one kind of records, of the dictionary in force.
enum DeliverySubject: Sendable {
  case fact(Fact)
  case records(RecordKind)

  /// Its name.
  var name: Bilingual {
    switch self {
    case .fact(let fact): fact.name
    case .records(let kind): kind.name
    }
  }

  /// Its name as statements carry it.
  var key: String { NameKey.of(name.english) }

  /// What each row says: the fact itself, or the attributes of a record.
  var values: [Fact] {
    switch self {
    case .fact(let fact): [fact]
    case .records(let kind): kind.attributes
    }
  }

  /// The grain of spells.
  var grain: Grain? {
    if case .records(let kind) = self { kind.grain } else { nil }
  }

  /// Whether the rows of one person make up one list.
  var isList: Bool {
    if case .records = self { true } else { false }
  }

  /// Everything that a dictionary lets departments state.
  static func all(of model: FactModel) -> [DeliverySubject] {
    model.facts.map(DeliverySubject.fact) + model.records.map(DeliverySubject.records)
  }

  /// The department's English name, where the dictionary has it verify all of this.
  func verifier(_ department: String) -> String? {
    let names = values.filter { !$0.verifiedBy.isEmpty }
      .map { DeliverySubject.match(department, $0.verifiedBy) }
    guard let first = names.first, let name = first, names.allSatisfy({ $0 != nil }) else {
      return nil
    }
    return name
  }

  /// The English name of the department among those that verify; they may be several.
  private static func match(_ department: String, _ verifiers: Bilingual) -> String? {
    let english = verifiers.english.split { ",、;；".contains($0) }.map {
      CellText.trimmed(String($0))
    }
    let chinese = verifiers.chinese.split { ",、;；".contains($0) }.map {
      CellText.trimmed(String($0))
    }
    let key = NameKey.of(department)
    if let name = english.first(where: { NameKey.of($0) == key }) { return name }
    guard let index = chinese.firstIndex(of: CellText.trimmed(department)) else { return nil }
    return english.count == chinese.count ? english[index] : chinese[index]
  }

  /// Whether a text is the name, in either language.
  static func isName(_ name: Bilingual, _ text: String) -> Bool {
    NameKey.of(name.english) == NameKey.of(text) || !text.isEmpty && name.chinese == text
  }
}
