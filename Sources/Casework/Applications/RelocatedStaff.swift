import ExpressionLanguage
import Policy
import Scoring

/// The fact that somebody belongs to a unit that was moved here, as the dictionary declares it.
struct RelocatedStaff {
  /// The fact's name as a key.
  static let name = "staff of a relocated unit"

  /// Its place in the dictionary.
  let index: Int
  /// Who says so.
  let source: String

  /// Finds the fact; `nil` where the dictionary has none.
  init?(law: OfficeLaw) {
    let facts = law.assessor.set.model.facts
    guard let index = facts.firstIndex(where: { NameKey.of($0.name.english) == Self.name }) else {
      return nil
    }
    self.index = index
    source = facts[index].verifiedBy.english
  }

  /// Takes it for so while nobody has said anything.
  func suppose(_ isStaff: Bool, in facts: inout Facts) {
    if !facts.values[index].isKnown { set(isStaff, in: &facts) }
  }

  /// Takes it for so.
  func set(_ isStaff: Bool, in facts: inout Facts) { facts.values[index] = .truth(isStaff) }
}
