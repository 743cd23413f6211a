import ExpressionLanguage
import Policy

/// The names of a dictionary, as an expression sees them.
final class FuzzScope: Resolver {
  private let model: FactModel
  /// What the parser needs to know of the names.
  let known: KnownNames

  init(_ model: FactModel) {
    self.model = model
    let names = model.facts.map(\.name) + model.records.map(\.name)
    known = KnownNames(
      names: Set(names.map { NameKey.of($0.english) } + ["legal date"]),
      attributes: Dictionary(
        uniqueKeysWithValues: model.records.map { kind in
          (kind.signature.name, Set(kind.signature.attributes.map(\.name)))
        }
      )
    )
  }

  func reference(to name: String) -> Reference? {
    if name == "legal date" { return .legalDate }
    if let index = model.facts.firstIndex(where: { NameKey.of($0.name.english) == name }) {
      return .fact(index, model.facts[index].type)
    }
    return model.records.firstIndex { NameKey.of($0.name.english) == name }.map { .records($0) }
  }

  func reference(to attribute: String, of records: Int) -> Reference? {
    let attributes = model.records[records].attributes
    return attributes.firstIndex { NameKey.of($0.name.english) == attribute }
      .map { .attribute($0, attributes[$0].type) }
  }

  func signature(ofRecords records: Int) -> RecordsSignature { model.records[records].signature }
}
