package import ExpressionLanguage
import Policy

/// Somebody who verifies facts, by the dictionaries in force.
package struct VerifyingDepartment: Hashable, Sendable {
  /// The name; its English half is what files keep.
  package var name: Bilingual
  /// The facts and kinds of records that it verifies.
  package var facts: [Bilingual]
}

extension OfficeLaw {
  /// Every paper that the permit's measure names, in its order: what can be chosen of.
  package var permitPapers: [Bilingual] { PermitPapers(law: self).known }

  /// Who verifies which facts: what can be asked of whom.
  ///
  /// - Complexity: O(*n* · *m*) in the departments and what the dictionaries declare.
  package var verifyingDepartments: [VerifyingDepartment] {
    let departments = Departments(law: self)
    return departments.all.map { VerifyingDepartment(name: $0, facts: departments.facts(of: $0)) }
  }
}
