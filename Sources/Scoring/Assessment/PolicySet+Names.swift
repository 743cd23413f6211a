import ExpressionLanguage
import Policy

extension PolicySet {
  /// How something that is missing is called, and who verifies it.
  func name(_ missing: MissingFact) -> MissingName {
    switch missing {
    case .fact(let index) where index >= model.facts.count:
      // A rule that a scenario gives as unknown.
      let rule = rules[index - model.facts.count]
      return MissingName(
        id: NameKey.identifier(rule.name.english),
        name: rule.name,
        verifiedBy: Bilingual("", "")
      )
    case .fact(let index):
      let fact = model.facts[index]
      return MissingName(
        id: NameKey.identifier(fact.name.english),
        name: fact.name,
        verifiedBy: fact.verifiedBy
      )
    case .records(let index):
      let kind = model.records[index]
      return MissingName(
        id: NameKey.identifier(kind.name.english),
        name: kind.name,
        verifiedBy: kind.attributes.last?.verifiedBy ?? Bilingual("", "")
      )
    case .attribute(let records, let item, let attribute):
      let kind = model.records[records]
      let fact = kind.attributes[attribute]
      return MissingName(
        id: NameKey.identifier(kind.name.english) + ".\(item + 1)."
          + NameKey.identifier(fact.name.english),
        name: Bilingual(
          "\(kind.name.english) (\(item + 1)): \(fact.name.english)",
          "\(kind.name[.chinese])（\(item + 1)）：\(fact.name[.chinese])"
        ),
        verifiedBy: fact.verifiedBy
      )
    }
  }
}
