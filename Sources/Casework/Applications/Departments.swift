import ExpressionLanguage
import Policy
import Scoring

/// Who verifies which facts, by the dictionaries of the measures in force.
struct Departments {
  let law: OfficeLaw

  private var model: FactModel { law.assessor.set.model }

  /// Everybody who verifies something, each once.
  var all: [Bilingual] {
    var found: [Bilingual] = []
    for fact in model.facts + model.records.flatMap(\.attributes)
    where !fact.verifiedBy.isEmpty && !found.contains(fact.verifiedBy) {
      found.append(fact.verifiedBy)
    }
    return found
  }

  /// A stored name in both languages; the name alone where the dictionaries no longer have it.
  func words(_ name: String) -> Bilingual {
    all.first { $0.english == name } ?? Bilingual(name, name)
  }

  /// The department of a name in either language.
  ///
  /// - Throws: `unknown-department`, which lists the names.
  func named(_ text: String) throws(Rejection) -> Bilingual {
    guard let found = all.first(where: { Departments.isName($0, text) }) else {
      throw .unknownDepartment(among: all)
    }
    return found
  }

  /// Facts and kinds of records by their names in either language, as keys, each once.
  ///
  /// - Throws: `no-facts`; `own-fact` for what the file itself tells; or `not-its-facts`, which lists
  ///   those that the department verifies.
  func facts(_ texts: [String], of department: Bilingual) throws(Rejection) -> [String] {
    let own = facts(of: department)
    if texts.isEmpty { throw .noFacts(own) }
    var keys: [String] = []
    for text in texts {
      guard let fact = own.first(where: { Departments.isName($0, text) }) else {
        try checkIsStated(text)
        throw .notItsFacts(department, own)
      }
      let key = NameKey.of(fact.english)
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  /// Whether a text is a name, in either language.
  static func isName(_ name: Bilingual, _ text: String) -> Bool {
    if text.isLonger(than: PlainLine.longestName) { return false }
    return NameKey.of(name.english) == NameKey.of(text) || name.chinese == text.withoutMargins
  }

  /// The facts and kinds of records that a department verifies and can be asked to state.
  func facts(of department: Bilingual) -> [Bilingual] {
    let facts = model.facts.filter { $0.verifiedBy == department }.map(\.name)
    let records = model.records.filter { kind in
      kind.attributes.contains { $0.verifiedBy == department }
    }
    return (facts + records.map(\.name)).filter {
      CaseworkFacts.own[NameKey.of($0.english)] == nil
    }
  }

  /// Refuses what nobody can state, because the file itself tells it.
  private func checkIsStated(_ text: String) throws(Rejection) {
    let names = model.facts.map(\.name) + model.records.map(\.name)
    guard let name = names.first(where: { Departments.isName($0, text) }),
      let instead = CaseworkFacts.own[NameKey.of(name.english)]
    else { return }
    throw .ownFact(name, instead)
  }
}
