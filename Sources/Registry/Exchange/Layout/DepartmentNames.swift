import ExpressionLanguage
import Policy

/// The departments that the dictionary in force names, by either name.
struct DepartmentNames: Sendable {
  private let subjects: [DeliverySubject]

  init(_ model: FactModel) {
    let attributes = model.records.flatMap(\.attributes)
    subjects = (model.facts + attributes).map(DeliverySubject.fact)
  }

  /// The department's English name; `nil` for one that verifies nothing.
  ///
  /// - Complexity: O(*n*) in the facts and attributes.
  func name(of department: String) -> String? {
    for subject in subjects where subject.values.contains(where: { !$0.verifiedBy.isEmpty }) {
      if let name = subject.verifier(department) { return name }
    }
    return nil
  }
}
